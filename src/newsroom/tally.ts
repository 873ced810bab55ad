import { remainderOf, type Tally } from '../schemas/figure.ts';
import { type DateView, dateView } from './dates.ts';
import type { Edition } from './edition.ts';
import { COLUMNS, type DrawnMarks, drawMarks, type MarkGroup, shareMarks, sumOf, unitsPerMark } from './marks.ts';
import { numberText } from './numbers.ts';
import { type SourceName, sourceName } from './sources.ts';

/** A total, its parts and what they leave over, drawn as a mark for each unit or for so many. */
export interface TallyView {
  anchor: string;
  label: string;
  by: SourceName;
  date: DateView;
  note?: string | undefined;
  /** "138 drones" */
  total: string;
  rows: TallyRow[];
  /** What of the total is left open, in words: "7 of 138 left over". */
  open?: string | undefined;
  /** What one mark stands for, where it is not one unit. */
  scale?: string | undefined;
  /** The drawing in words. */
  summary: string;
  /** Of the drawing, in units of which a mark takes one by one. */
  width: number;
  height: number;
  added?: string | undefined;
}

/** A part of a total. */
export interface TallyRow extends DrawnMarks {
  label: string;
  value: string;
  kind: 'part' | 'emphasis' | 'rest';
}

export function tallyView(edition: Edition, tally: Tally, added?: string): TallyView {
  const { id, label, by, on, note, unit, total } = tally;
  const { figures, comma } = edition.words;
  const text = (value: number) => numberText(value, edition.style);
  const perMark = unitsPerMark(total);
  const groups = groupsOf(tally, figures.leftOver);
  const shares = shareMarks(
    groups.map(({ value }) => value),
    perMark,
  );
  const drawn = drawMarks(groups.map((group, index) => ({ ...group, share: shares[index] ?? 0 })));
  const rows = drawn.map(({ label, value, kind, path, mark }) => ({ label, value: text(value), kind, path, mark }));
  const rest = remainderOf(tally);
  const whole = unit === undefined ? text(total) : `${text(total)} ${unit}`;
  return {
    anchor: `Tally-${id}`,
    label,
    by: sourceName(edition, by),
    date: dateView(on, edition.style),
    note,
    total: whole,
    rows,
    open: rest > 0 ? figures.open(text(rest), text(total)) : undefined,
    scale: perMark > 1 ? figures.scale([text(perMark), unit ?? []].flat().join(' ')) : undefined,
    summary: `${whole}: ${rows.map(({ label, value }) => `${value} ${label}`).join(comma)}`,
    width: COLUMNS,
    height: Math.ceil(sumOf(shares) / COLUMNS),
    added,
  };
}

type Group = Pick<TallyRow, 'label' | 'kind'> & Pick<MarkGroup, 'shape'> & { value: number };

/** The parts and, where they leave something over, the rest. */
function groupsOf(tally: Tally, leftOver: string): Group[] {
  const parts = tally.parts.map(({ label, value, emphasis }, shape): Group => {
    return { label, value, shape, kind: emphasis ? 'emphasis' : 'part' };
  });
  const rest = remainderOf(tally);
  if (rest <= 0) return parts;
  return [...parts, { label: tally.remainderNote ?? leftOver, value: rest, shape: 'ring', kind: 'rest' }];
}
