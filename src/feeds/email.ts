import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { directionOf, wordsOf } from '../languages/index.ts';
import type { EmailBriefing, EmailView } from '../newsroom/views/email.ts';
import { factParts, keyPointItem } from './article-html.ts';
import { element } from './element.ts';
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
  const extent = known.get(view);
  return extent ? htmlOf(view, extent) : fitted(view).html;
}

/** The same as plain text. */
export function emailText(view: EmailView): string {
  return plainText(contentOf(view, known.get(view) ?? fitted(view).extent));
}

/** How much of a day fits is found out once for both. */
const known = new WeakMap<EmailView, Extent>();

function fitted(view: EmailView): { extent: Extent; html: string } {
  const made = fitWhole(view) ?? fitHeadlines(view);
  known.set(view, made.extent);
  return made;
}

/** All briefings of the day, as long as there is room for; nothing where not even all headlines have room. */
function fitWhole(view: EmailView): { extent: Extent; html: string } | undefined {
  for (const length of LENGTHS) {
    const extent = { length, count: view.briefings.length };
    const html = htmlOf(view, extent);
    if (sizeOf(html) < LIMIT) return { extent, html };
  }
  return undefined;
}

function fitHeadlines(view: EmailView): { extent: Extent; html: string } {
  const length = 'headline';
  const all = view.briefings.length;
  // As many headlines as their mean length allows, and fewer where the first are longer.
  let count = Math.floor(all * (LIMIT / sizeOf(htmlOf(view, { length, count: all }))));
  let html = htmlOf(view, { length, count });
  while (sizeOf(html) >= LIMIT) {
    count -= Math.ceil(count / 20);
    html = htmlOf(view, { length, count });
  }
  return { extent: { length, count }, html };
}

function htmlOf(view: EmailView, extent: Extent): string {
  return toHtml(documentOf(view, extent));
}

const encoder = new TextEncoder();

/** In bytes. */
function sizeOf(text: string): number {
  return encoder.encode(text).length;
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
  lists: { ltr: 'margin:0 0 12px;padding-left:20px;', rtl: 'margin:0 0 12px;padding-right:20px;' },
  small: `${SANS}font-size:14px;line-height:1.45;margin:0 0 12px;`,
};

function documentOf(view: EmailView, extent: Extent): Root {
  const head = element('head', [
    element('meta', [], { charSet: 'utf-8' }),
    element('meta', [], { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    // Mail programs may turn light into dark: nothing here stands in their way.
    element('meta', [], { name: 'color-scheme', content: 'light dark' }),
    element('meta', [], { name: 'robots', content: 'noindex' }),
    // For the program that makes a mail of it.
    element('meta', [], { name: 'date', content: view.updatedAt }),
    element('title', view.title),
  ]);
  const body = element('body', element('div', contentOf(view, extent), { style: STYLES.frame }), {
    style: STYLES.body,
  });
  const isRightToLeft = directionOf(view.language) === 'rtl';
  const attributes = { lang: view.language, ...(isRightToLeft && { dir: 'rtl' }) };
  return { type: 'root', children: [{ type: 'doctype' }, element('html', [head, body], attributes)] };
}

function contentOf({ language, site, title, briefings, page }: EmailView, { length, count }: Extent): ElementContent[] {
  const { newsletter } = wordsOf(language);
  const more = briefings.length - count;
  return [
    element('p', element('a', site.name, { href: site.page }), { style: STYLES.site }),
    element('h1', title, { style: STYLES.title }),
    ...briefings.slice(0, count).flatMap((briefing) => briefingPart(briefing, length, language)),
    element('p', element('a', more > 0 ? newsletter.more(more) : newsletter.day, { href: page }), {
      style: STYLES.small,
    }),
  ];
}

function briefingPart(
  { href, eyebrow, headline, standfirst, keyPoints, fact, changes, foreign, foreignEyebrow }: EmailBriefing,
  length: Extent['length'],
  language: string,
): Element[] {
  const head = [
    element('p', eyebrow, { style: STYLES.label, ...foreignEyebrow }),
    element('h2', element('a', headline, { href }), { style: STYLES.headline, ...foreign }),
  ];
  if (length === 'headline') return head;
  const summary = [
    ...head,
    ...changes.map(({ head, what }) =>
      element('p', foreign ? [head, element('span', what, { ...foreign })] : head + what, { style: STYLES.small }),
    ),
    element('p', standfirst, { style: STYLES.text, ...foreign }),
  ];
  if (length === 'standfirst') return summary;
  return [
    ...summary,
    element('ul', keyPoints.map(keyPointItem), {
      style: STYLES.lists[foreign?.dir ?? directionOf(language)],
      ...foreign,
    }),
    ...(fact ? [element('p', factParts(fact, wordsOf(language)), { style: STYLES.small })] : []),
  ];
}
