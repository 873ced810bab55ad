import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { directionOf, type Words, wordsOf } from '../languages/index.ts';
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
  const html = before + plainBodyHtml(article.body.html, link) + after;
  const { language, foreign } = article;
  // Programs that read feeds rarely turn themselves around, and know of one language in each.
  if (foreign) return `<div lang="${language}" dir="${directionOf(language)}">${html}</div>`;
  return directionOf(language) === 'rtl' ? `<div dir="rtl">${html}</div>` : html;
}

/** What stands before a body and after it. Several feeds carry the same article, each in every format; it is made once. */
const known = new WeakMap<ArticleView, { before: string; after: string }>();

/** The same as a tree (hast). */
export function articleTree(article: ArticleView, link: string): ElementContent[] {
  return [...partsBefore(article), ...plainBody(article.body.html, link), ...partsAfter(article)];
}

function partsBefore({ language, notices, changes, keyPoints }: ArticleView): Element[] {
  const words = wordsOf(language);
  return [
    ...[...notices, ...changes].map((change) => changeNote(change, words)),
    element('ul', keyPoints.map(keyPointItem)),
  ];
}

export function keyPointItem({ label, text }: KeyPoint): Element {
  return element('li', label ? [element('strong', sentence(label)), ` ${text}`] : text);
}

function partsAfter({ language, facts, questions, tallies, series, timeline }: ArticleView): ElementContent[] {
  const words = wordsOf(language);
  return [
    element('h2', words.briefing.facts),
    element(
      'ul',
      facts.map((fact) => element('li', factParts(fact, words))),
    ),
    ...(questions.length + tallies.length + series.length > 0 ? [element('h2', words.briefing.whoSaysWhat)] : []),
    ...questions.flatMap((question) => questionPart(question, words)),
    ...tallies.flatMap((tally) => tallyPart(tally, words)),
    ...series.flatMap((given) => seriesPart(given, words)),
    element('h2', words.briefing.timeline),
    element(
      'ol',
      timeline.map((event) => eventItem(event, words)),
    ),
  ];
}

function changeNote({ kindText, at, what, was, now }: ChangeView, { changes, comma }: Words): Element {
  const text = [what, was && `${changes.itSaid}: ${was}`, now && `${changes.itNowSays}: ${now}`].flatMap((part) =>
    part ? sentence(part) : [],
  );
  return element('p', [element('strong', `${kindText}${comma}${at.text}:`), ` ${text.join(' ')}`]);
}

/** "Front line: about 1,000 km, through eastern and southern Ukraine (The report, January 2026)" */
export function factParts({ label, value, note, by, asOf, foreign }: FactView, { comma }: Words): ElementContent[] {
  const said = ` (${[by.text, asOf ? dateText(asOf) : []].flat().join(comma)})`;
  if (foreign) {
    return [
      element('span', `${label}: `, { ...foreign }),
      element('strong', value, { ...foreign }),
      ...(note ? [element('span', comma), element('span', note, { ...foreign })] : []),
      element('span', said),
    ];
  }
  return [
    element('span', `${label}: `),
    element('strong', value),
    element('span', `${note ? `${comma}${note}` : ''}${said}`),
  ];
}

function eventItem({ date, text, detail, by, statusText }: EventView, { comma }: Words): Element {
  const said = [statusText ?? [], by.map((name) => name.text)].flat().join(comma);
  return element('li', [
    element('strong', dateText(date)),
    `: ${text}`,
    detail ? `. ${detail}` : '',
    said ? ` (${said})` : '',
  ]);
}

function questionPart({ about, standingText, note, statements }: QuestionView, words: Words): Element[] {
  return [
    element('h3', about),
    element('p', [element('strong', `${standingText}.`), ` ${note}`]),
    ...(statements.length > 0
      ? [
          element(
            'ul',
            statements.map((statement) => statementItem(statement, words)),
          ),
        ]
      : []),
  ];
}

function statementItem({ by, role, date, says, quote, citation }: StatementView, words: Words): Element {
  const speaker = [role ?? [], dateText(date)].flat().join(words.comma);
  return element('li', [
    element('strong', by.text),
    `${words.comma}${speaker}: ${says ?? ''}${says && quote ? ' ' : ''}`,
    quote === undefined ? '' : element('q', quote),
    ...(citation ? citationParts(citation, words) : []),
  ]);
}

function citationParts(
  { name, url, archiveUrl, accessed, excerpt }: CitationView,
  { sources, comma }: Words,
): ElementContent[] {
  const where = [
    ...(name === undefined ? [] : [url === undefined ? element('cite', name) : element('a', name, { href: url })]),
    ...(archiveUrl === undefined ? [] : [element('a', sources.archivedCopy, { href: archiveUrl })]),
    ...(accessed === undefined ? [] : [element('span', accessed)]),
  ];
  const listed = where.flatMap((part, index) => (index > 0 ? [element('span', comma), part] : [part]));
  return [
    ...(listed.length > 0 ? [element('span', ' ('), ...listed, element('span', ')')] : []),
    ...(excerpt === undefined ? [] : [element('blockquote', excerpt)]),
  ];
}

function tallyPart({ label, by, date, note, total, rows, open }: TallyView, words: Words): ElementContent[] {
  return [
    element('h3', open === undefined ? label : `${label}: ${open}`),
    element('table', [
      element('tr', [element('th', words.figures.total), element('td', total)]),
      ...rows.map(({ label, value }) => element('tr', [element('th', label), element('td', value)])),
    ]),
    sourceNote([by.text], [date], note, words),
  ];
}

function seriesPart({ label, unit, note, lines, rows }: SeriesView, { figures, comma }: Words): ElementContent[] {
  const names = lines.map(({ by, label }) => [by.text, label ?? []].flat().join(comma));
  return [
    element('h3', unit === undefined ? label : `${label} (${unit})`),
    element('table', [
      element('tr', [element('th', figures.date), ...names.map((name) => element('th', name))]),
      ...rows.map(({ date, values }) =>
        element('tr', [element('th', dateText(date)), ...values.map((value) => element('td', value ?? '–'))]),
      ),
    ]),
    ...(note === undefined ? [] : [element('p', note)]),
  ];
}

function sourceNote(
  names: readonly string[],
  dates: readonly DateView[],
  note: string | undefined,
  { comma, semicolon }: Words,
): Element {
  return element('p', [[...names, ...dates.map(dateText)].join(comma), note ?? []].flat().join(semicolon));
}
