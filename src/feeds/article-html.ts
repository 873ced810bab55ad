import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ChangeView } from '../newsroom/changes.ts';
import { type DateView, dateText } from '../newsroom/dates.ts';
import type { FactView } from '../newsroom/facts.ts';
import type { CitationView, QuestionView, StatementView } from '../newsroom/questions.ts';
import { sentence } from '../newsroom/sentence.ts';
import type { SeriesView } from '../newsroom/series.ts';
import type { TallyView } from '../newsroom/tally.ts';
import type { EventView } from '../newsroom/timeline.ts';
import type { ArticleView } from '../newsroom/views/article.ts';
import { plainBody } from './plain-body.ts';

/**
 * A briefing as HTML for programs that read feeds: plain elements without classes, styles or ids of the site, and
 * whole addresses. What was changed since it was published comes first.
 *
 * @param link the whole address of the briefing; addresses within the body are resolved against it.
 */
export function articleHtml(article: ArticleView, link: string): string {
  return toHtml(articleTree(article, link));
}

/** The same as a tree (hast). */
export function articleTree(article: ArticleView, link: string): ElementContent[] {
  const { notices, changes, questions, tallies, series } = article;
  return [
    ...[...notices, ...changes].map(changeNote),
    h(
      'ul',
      article.keyPoints.map(({ label, text }) => h('li', label ? [h('strong', `${label}.`), ` ${text}`] : text)),
    ),
    ...plainBody(article.body, link),
    h('h2', 'Facts at a glance'),
    h(
      'ul',
      article.facts.map((fact) => h('li', factParts(fact))),
    ),
    ...(questions.length + tallies.length + series.length > 0 ? [h('h2', 'Who says what')] : []),
    ...questions.flatMap(questionPart),
    ...tallies.flatMap(tallyPart),
    ...series.flatMap(seriesPart),
    h('h2', 'Timeline'),
    h('ol', article.timeline.map(eventItem)),
  ];
}

function changeNote({ kindText, at, what, was, now }: ChangeView): Element {
  const text = [what, was && `It said: ${was}`, now && `It now says: ${now}`].flatMap((part) =>
    part ? sentence(part) : [],
  );
  return h('p', [h('strong', `${kindText}, ${at.text}:`), ` ${text.join(' ')}`]);
}

/** "Front line: about 1,000 km, through eastern and southern Ukraine (The report, January 2026)" */
export function factParts({ label, value, note, by, asOf }: FactView): ElementContent[] {
  const said = [by.text, asOf ? dateText(asOf) : []].flat().join(', ');
  return [h('span', `${label}: `), h('strong', value), h('span', `${note ? `, ${note}` : ''} (${said})`)];
}

function eventItem({ date, text, detail, by, statusText }: EventView): Element {
  const said = [statusText ?? [], by.map((name) => name.text)].flat().join(', ');
  return h('li', [h('strong', dateText(date)), `: ${text}`, detail ? `. ${detail}` : '', said ? ` (${said})` : '']);
}

function questionPart({ about, standingText, note, statements }: QuestionView): Element[] {
  return [
    h('h3', about),
    h('p', [h('strong', `${standingText}.`), ` ${note}`]),
    ...(statements.length > 0 ? [h('ul', statements.map(statementItem))] : []),
  ];
}

function statementItem({ by, role, date, says, quote, citation }: StatementView): Element {
  const speaker = [role ?? [], dateText(date)].flat().join(', ');
  return h('li', [
    h('strong', by.text),
    `, ${speaker}: ${says ?? ''}${says && quote ? ' ' : ''}`,
    quote === undefined ? '' : h('q', quote),
    ...(citation ? citationParts(citation) : []),
  ]);
}

function citationParts({ name, url, archiveUrl, accessed, excerpt }: CitationView): ElementContent[] {
  const where = [
    ...(name === undefined ? [] : [url === undefined ? h('cite', name) : h('a', { href: url }, name)]),
    ...(archiveUrl === undefined ? [] : [h('a', { href: archiveUrl }, 'archived copy')]),
    ...(accessed === undefined ? [] : [h('span', accessed)]),
  ];
  const listed = where.flatMap((part, index) => (index > 0 ? [h('span', ', '), part] : [part]));
  return [
    ...(listed.length > 0 ? [h('span', ' ('), ...listed, h('span', ')')] : []),
    ...(excerpt === undefined ? [] : [h('blockquote', excerpt)]),
  ];
}

function tallyPart({ label, by, date, note, total, rows, open }: TallyView): ElementContent[] {
  return [
    h('h3', open === undefined ? label : `${label}: ${open}`),
    h('table', [
      h('tr', [h('th', 'Total'), h('td', total)]),
      ...rows.map(({ label, value }) => h('tr', [h('th', label), h('td', value)])),
    ]),
    sourceNote([by.text], [date], note),
  ];
}

function seriesPart({ label, unit, note, lines, rows }: SeriesView): ElementContent[] {
  const names = lines.map(({ by, label }) => [by.text, label ?? []].flat().join(', '));
  return [
    h('h3', unit === undefined ? label : `${label} (${unit})`),
    h('table', [
      h('tr', [h('th', 'Date'), ...names.map((name) => h('th', name))]),
      ...rows.map(({ date, values }) =>
        h('tr', [h('th', dateText(date)), ...values.map((value) => h('td', value ?? '–'))]),
      ),
    ]),
    ...(note === undefined ? [] : [h('p', note)]),
  ];
}

function sourceNote(names: readonly string[], dates: readonly DateView[], note: string | undefined): Element {
  return h('p', [[...names, ...dates.map(dateText)].join(', '), note ?? []].flat().join('; '));
}
