import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ChangeView } from '../newsroom/changes.ts';
import { type DateView, dateText } from '../newsroom/dates.ts';
import type { FactView } from '../newsroom/facts.ts';
import type { CitationView, QuestionView, StatementView } from '../newsroom/questions.ts';
import { sentence } from '../newsroom/sentence.ts';
import type { SeriesView } from '../newsroom/series.ts';
import type { TallyView } from '../newsroom/tally.ts';
import type { EventView } from '../newsroom/timeline.ts';
import type { ArticleView } from '../newsroom/views/article.ts';
import type { KeyPoint } from '../schemas/briefing.ts';
import { element } from './element.ts';
import { plainBody, plainBodyHtml } from './plain-body.ts';

/**
 * A briefing as HTML for programs that read feeds: plain elements without classes, styles or ids of the site, and
 * whole addresses. What was changed since it was published comes first.
 *
 * @param link the whole address of the briefing; addresses within the body are resolved against it.
 */
export function articleHtml(article: ArticleView, link: string): string {
  const { before, after } = known.get(article) ?? {
    before: toHtml(partsBefore(article)),
    after: toHtml(partsAfter(article)),
  };
  known.set(article, { before, after });
  return before + plainBodyHtml(article.body.html, link) + after;
}

/** What stands before a body and after it. Several feeds carry the same article, each in every format; it is made once. */
const known = new WeakMap<ArticleView, { before: string; after: string }>();

/** The same as a tree (hast). */
export function articleTree(article: ArticleView, link: string): ElementContent[] {
  return [...partsBefore(article), ...plainBody(article.body.html, link), ...partsAfter(article)];
}

function partsBefore({ notices, changes, keyPoints }: ArticleView): Element[] {
  return [...[...notices, ...changes].map(changeNote), element('ul', keyPoints.map(keyPointItem))];
}

export function keyPointItem({ label, text }: KeyPoint): Element {
  return element('li', label ? [element('strong', `${label}.`), ` ${text}`] : text);
}

function partsAfter({ facts, questions, tallies, series, timeline }: ArticleView): ElementContent[] {
  return [
    element('h2', 'Facts at a glance'),
    element(
      'ul',
      facts.map((fact) => element('li', factParts(fact))),
    ),
    ...(questions.length + tallies.length + series.length > 0 ? [element('h2', 'Who says what')] : []),
    ...questions.flatMap(questionPart),
    ...tallies.flatMap(tallyPart),
    ...series.flatMap(seriesPart),
    element('h2', 'Timeline'),
    element('ol', timeline.map(eventItem)),
  ];
}

function changeNote({ kindText, at, what, was, now }: ChangeView): Element {
  const text = [what, was && `It said: ${was}`, now && `It now says: ${now}`].flatMap((part) =>
    part ? sentence(part) : [],
  );
  return element('p', [element('strong', `${kindText}, ${at.text}:`), ` ${text.join(' ')}`]);
}

/** "Front line: about 1,000 km, through eastern and southern Ukraine (The report, January 2026)" */
export function factParts({ label, value, note, by, asOf }: FactView): ElementContent[] {
  const said = [by.text, asOf ? dateText(asOf) : []].flat().join(', ');
  return [
    element('span', `${label}: `),
    element('strong', value),
    element('span', `${note ? `, ${note}` : ''} (${said})`),
  ];
}

function eventItem({ date, text, detail, by, statusText }: EventView): Element {
  const said = [statusText ?? [], by.map((name) => name.text)].flat().join(', ');
  return element('li', [
    element('strong', dateText(date)),
    `: ${text}`,
    detail ? `. ${detail}` : '',
    said ? ` (${said})` : '',
  ]);
}

function questionPart({ about, standingText, note, statements }: QuestionView): Element[] {
  return [
    element('h3', about),
    element('p', [element('strong', `${standingText}.`), ` ${note}`]),
    ...(statements.length > 0 ? [element('ul', statements.map(statementItem))] : []),
  ];
}

function statementItem({ by, role, date, says, quote, citation }: StatementView): Element {
  const speaker = [role ?? [], dateText(date)].flat().join(', ');
  return element('li', [
    element('strong', by.text),
    `, ${speaker}: ${says ?? ''}${says && quote ? ' ' : ''}`,
    quote === undefined ? '' : element('q', quote),
    ...(citation ? citationParts(citation) : []),
  ]);
}

function citationParts({ name, url, archiveUrl, accessed, excerpt }: CitationView): ElementContent[] {
  const where = [
    ...(name === undefined ? [] : [url === undefined ? element('cite', name) : element('a', name, { href: url })]),
    ...(archiveUrl === undefined ? [] : [element('a', 'archived copy', { href: archiveUrl })]),
    ...(accessed === undefined ? [] : [element('span', accessed)]),
  ];
  const listed = where.flatMap((part, index) => (index > 0 ? [element('span', ', '), part] : [part]));
  return [
    ...(listed.length > 0 ? [element('span', ' ('), ...listed, element('span', ')')] : []),
    ...(excerpt === undefined ? [] : [element('blockquote', excerpt)]),
  ];
}

function tallyPart({ label, by, date, note, total, rows, open }: TallyView): ElementContent[] {
  return [
    element('h3', open === undefined ? label : `${label}: ${open}`),
    element('table', [
      element('tr', [element('th', 'Total'), element('td', total)]),
      ...rows.map(({ label, value }) => element('tr', [element('th', label), element('td', value)])),
    ]),
    sourceNote([by.text], [date], note),
  ];
}

function seriesPart({ label, unit, note, lines, rows }: SeriesView): ElementContent[] {
  const names = lines.map(({ by, label }) => [by.text, label ?? []].flat().join(', '));
  return [
    element('h3', unit === undefined ? label : `${label} (${unit})`),
    element('table', [
      element('tr', [element('th', 'Date'), ...names.map((name) => element('th', name))]),
      ...rows.map(({ date, values }) =>
        element('tr', [element('th', dateText(date)), ...values.map((value) => element('td', value ?? '–'))]),
      ),
    ]),
    ...(note === undefined ? [] : [element('p', note)]),
  ];
}

function sourceNote(names: readonly string[], dates: readonly DateView[], note: string | undefined): Element {
  return element('p', [[...names, ...dates.map(dateText)].join(', '), note ?? []].flat().join('; '));
}
