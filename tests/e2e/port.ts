import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { PORT } from '../support/port.ts';
import { readBriefings } from './support.ts';

/** One page of each kind. */
export const PORT_KINDS = {
  'the home page': '/',
  'the list of briefings': '/briefings/',
  'a briefing with a new part': '/briefings/2026/crane-opening-moved/',
  'a briefing with a tally and a series': '/briefings/2026/crane-in-figures/',
  'a briefing with a grave correction': '/briefings/2025/fire-inquiry-reports/',
  'a briefing with a large tally': '/briefings/2025/ferry-consultation-result/',
  'a withdrawn briefing': '/briefings/2024/cold-store-blamed/',
  'the list of stories': '/stories/',
  'a story': '/stories/harbour-crane/',
  'the list of sources': '/sources/',
  'a source': '/sources/harbour-board/',
  'what is coming up': '/coming-up/',
  'a day': '/days/2025-10-08/',
  'the list of corrections': '/corrections/',
  'the list of topics': '/topics/',
  'a topic': '/topics/harbour/',
  'a page of prose': '/about/',
  'the Subscribe page': '/subscribe/',
  'the error page': '/404.html',
};

/** The words that readers see for the standing of a question. */
export const STANDINGS = {
  agreed: 'The sides agree',
  disputed: 'Disputed',
  open: 'In dispute: no position on record by name',
  notComparable: 'Not comparable',
  oneSource: 'One source only',
};

const CONTENT = join(import.meta.dirname, '../..', PORT.content);

const date = z.union([z.string(), z.number().transform(String)]);

const statement = z.object({ by: z.string(), on: date, says: z.string().optional(), quote: z.string().optional() });

const briefing = z.object({
  headline: z.string(),
  publishedAt: z.string(),
  story: z.string().optional(),
  draft: z.boolean().default(false),
  embargoUntil: z.string().optional(),
  timeline: z.array(z.object({ id: z.string().optional(), date, text: z.string(), status: z.string().optional() })),
  questions: z
    .array(
      z.object({
        id: z.string(),
        about: z.string(),
        standing: z.enum(['agreed', 'disputed', 'open', 'notComparable', 'oneSource']),
        note: z.string(),
        statements: z.array(statement).default([]),
      }),
    )
    .default([]),
  changes: z.array(z.object({ kind: z.string(), at: z.string(), what: z.string() })).default([]),
});

type PortBriefing = z.output<typeof briefing> & { address: string };

const asOf = Date.parse(
  z.object({ asOf: z.string() }).parse(parse(readFileSync(join(CONTENT, 'site.yaml'), 'utf8'))).asOf,
);

const all = readBriefings<z.output<typeof briefing>>(CONTENT, briefing);

function isHidden({ draft, embargoUntil }: PortBriefing): boolean {
  return draft || (embargoUntil !== undefined && Date.parse(embargoUntil) > asOf);
}

function isWithdrawn({ changes }: PortBriefing): boolean {
  return changes.some(({ kind }) => kind === 'withdrawal');
}

/** What readers may see, newest first; nothing that was taken back. */
export const published = all.filter((given) => !isHidden(given) && !isWithdrawn(given));
export const withdrawn = all.filter((given) => !isHidden(given) && isWithdrawn(given));
export const hidden = all.filter(isHidden);

/** The stories, the one with the newest briefing first. */
export const stories = [...new Set(published.flatMap(({ story }) => story ?? []))];

/** The published briefings of a story, newest first. */
export function briefingsOf(story: string): PortBriefing[] {
  return published.filter((given) => given.story === story);
}

/** The briefing at an address. */
export function briefingAt(address: string): PortBriefing {
  const found = all.find((given) => given.address === address);
  if (!found) throw new Error(`There is no briefing at ${address}`);
  return found;
}

/** The questions of a briefing: the heading and all that stands under it. */
export function questionOf(page: Page, about: string): Locator {
  return page
    .getByRole('region', { name: 'Who says what' })
    .locator('section')
    .filter({
      has: page.getByRole('heading', { level: 3, name: about }),
    });
}

/** What is drawn or counted under a label. */
export function figureOf(page: Page, label: string): Locator {
  return page.getByRole('figure').filter({ has: page.getByText(label, { exact: true }) });
}

/** Where something stands. */
export async function placeOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

/** The dates of a list, as programs read them: the first of each entry, or the last. */
export async function datesOf(entries: Locator, which: 'first' | 'last' = 'first'): Promise<string[]> {
  const dates: string[] = [];
  for (const entry of await entries.all()) {
    const date = await entry.locator('time')[which]().getAttribute('datetime');
    expect(date).not.toBeNull();
    dates.push(date ?? '');
  }
  return dates;
}
