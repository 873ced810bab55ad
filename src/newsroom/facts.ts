import type { Fact } from '../schemas/briefing.ts';
import { type DateView, dateView } from './dates.ts';
import { type Edition, sourceName } from './edition.ts';

export interface FactView {
  label: string;
  value: string;
  note?: string | undefined;
  /** The name of whoever says so. */
  by: string;
  asOf?: DateView | undefined;
}

export function factView(edition: Edition, { label, value, note, by, asOf }: Fact): FactView {
  return {
    label,
    value,
    note,
    by: sourceName(edition, by),
    asOf: asOf === undefined ? undefined : dateView(asOf, edition.style),
  };
}
