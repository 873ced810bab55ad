import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { EmailBriefing, EmailView } from '../newsroom/views/email.ts';
import { factParts } from './article-html.ts';
import { plainText } from './plain-text.ts';

/** What mail programs show without cutting it off. */
const LIMIT = 100_000;

/** How much of each briefing stands in the mail; less of it on a day with very many. */
const LENGTHS = ['whole', 'standfirst', 'headline'] as const;

/** What of a day stands in the mail. */
interface Extent {
  length: (typeof LENGTHS)[number];
  /** How many briefings; the others are on the site. */
  count: number;
}

/** A newsletter as a page for mail programs: simple blocks with their styles on them, nothing loaded, no own background. */
export function emailHtml(view: EmailView): string {
  return toHtml(documentOf(view, extentOf(view)));
}

/** The same as plain text. */
export function emailText(view: EmailView): string {
  return plainText(contentOf(view, extentOf(view)));
}

function extentOf(view: EmailView): Extent {
  const sizeOf = (extent: Extent) => new TextEncoder().encode(toHtml(documentOf(view, extent))).length;
  const count = view.briefings.length;
  const length = LENGTHS.find((length) => sizeOf({ length, count }) < LIMIT);
  if (length) return { length, count };
  const share = LIMIT / sizeOf({ length: 'headline', count });
  // As many headlines as their mean length allows, and fewer where the first are longer.
  let fitting = Math.floor(count * share);
  while (sizeOf({ length: 'headline', count: fitting }) >= LIMIT) fitting -= Math.ceil(fitting / 20);
  return { length: 'headline', count: fitting };
}

const SERIF = 'font-family:Georgia,serif;';
const SANS = 'font-family:system-ui,-apple-system,"Segoe UI",Arial,sans-serif;';
const STYLES = {
  body: 'margin:0;padding:16px;',
  frame: `max-width:600px;margin:0 auto;${SERIF}font-size:17px;line-height:1.5;`,
  site: `${SANS}font-size:15px;`,
  title: 'font-size:28px;line-height:1.15;margin:8px 0 24px;',
  label: `${SANS}font-size:14px;margin:32px 0 4px;`,
  headline: 'font-size:22px;line-height:1.2;margin:0 0 8px;',
  text: 'margin:0 0 12px;',
  list: 'margin:0 0 12px;padding-left:20px;',
  small: `${SANS}font-size:14px;line-height:1.45;margin:0 0 12px;`,
};

function documentOf(view: EmailView, extent: Extent): Root {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    // Mail programs may turn light into dark: nothing here stands in their way.
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    // For the program that makes a mail of it.
    h('meta', { name: 'date', content: view.updatedAt }),
    h('title', view.title),
  ]);
  const body = h('body', { style: STYLES.body }, h('div', { style: STYLES.frame }, contentOf(view, extent)));
  return { type: 'root', children: [{ type: 'doctype' }, h('html', { lang: view.language }, [head, body])] };
}

function contentOf({ site, title, briefings, page }: EmailView, { length, count }: Extent): ElementContent[] {
  const more = briefings.length - count;
  return [
    h('p', { style: STYLES.site }, h('a', { href: site.page }, site.name)),
    h('h1', { style: STYLES.title }, title),
    ...briefings.slice(0, count).flatMap((briefing) => briefingPart(briefing, length)),
    h(
      'p',
      { style: STYLES.small },
      h('a', { href: page }, more > 0 ? `${more} more on the site` : 'This day on the site'),
    ),
  ];
}

function briefingPart(
  { href, eyebrow, headline, standfirst, keyPoints, fact, changes }: EmailBriefing,
  length: Extent['length'],
): Element[] {
  const head = [
    h('p', { style: STYLES.label }, eyebrow),
    h('h2', { style: STYLES.headline }, h('a', { href }, headline)),
  ];
  if (length === 'headline') return head;
  const summary = [
    ...head,
    ...changes.map((change) => h('p', { style: STYLES.small }, change)),
    h('p', { style: STYLES.text }, standfirst),
  ];
  if (length === 'standfirst') return summary;
  return [
    ...summary,
    h(
      'ul',
      { style: STYLES.list },
      keyPoints.map(({ label, text }) => h('li', label ? [h('strong', `${label}.`), ` ${text}`] : text)),
    ),
    ...(fact ? [h('p', { style: STYLES.small }, factParts(fact))] : []),
  ];
}
