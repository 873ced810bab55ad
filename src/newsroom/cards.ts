import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import { dayOf, dayText, instantText } from './dates.ts';
import type { Edition } from './edition.ts';
import { type Foreign, foreignWords } from './language.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { isPublic } from './public.ts';
import { isListed } from './translations.ts';

/** A briefing as lists show it. */
export interface Card {
  href: string;
  eyebrow: string;
  headline: string;
  standfirst: string;
  published: Published;
  /** The page of the day; nothing on that page itself, nor where that has it in another language. */
  day?: string | undefined;
  /** What keeps it from readers; only in the dev server, where editors see it. */
  unpublished?: string | undefined;
  /** Where it is in another language than the page. Its eyebrow is only where the briefing has one of its own. */
  foreign?: Foreign | undefined;
  foreignEyebrow?: Foreign | undefined;
  /** Since when readers could see it, in UTC; only on pages that mark what is new. */
  since?: string | undefined;
}

export interface Published {
  /** "26 January 2026" */
  text: string;
  datetime: string;
}

/** Lists of many kinds show the same one; it is made once. */
export const cardView = onceForEach((edition, entry: Entry<Briefing>): Card => {
  const { id, data } = entry;
  const foreign = foreignWords(edition, id);
  return {
    href: edition.paths.briefing(id),
    eyebrow: data.eyebrow ?? topicName(edition, data.topics[0]),
    headline: data.headline,
    standfirst: data.standfirst,
    published: publishedView(edition, data.publishedAt),
    day: isListed(edition, entry) ? edition.paths.day(dayOf(data.publishedAt, edition.style)) : undefined,
    unpublished: unpublishedText(edition, data),
    foreign,
    foreignEyebrow: data.eyebrow === undefined ? undefined : foreign,
  };
});

/** What keeps a briefing from readers: "Draft" or "Under embargo until …". Nothing for what is public. */
export function unpublishedText({ asOf, style, words }: Edition, data: Briefing): string | undefined {
  if (isPublic(data, asOf)) return undefined;
  return data.draft || data.embargoUntil === undefined
    ? words.briefing.draft
    : words.briefing.embargo(instantText(data.embargoUntil, style));
}

export const publishedView = onceForEach(({ style }, instant: string): Published => {
  return { text: dayText(instant, style), datetime: instant };
});

export function topicName(edition: Edition, id = ''): string {
  return topicNames(edition).get(id) ?? id;
}

const topicNames = oncePerEdition(({ topics }) => new Map(topics.map(({ id, name }) => [id, name])));
