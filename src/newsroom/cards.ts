import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import { dayText } from './dates.ts';
import type { Edition } from './edition.ts';

/** A briefing as lists show it. */
export interface Card {
  href: string;
  eyebrow: string;
  headline: string;
  standfirst: string;
  published: Published;
}

export interface Published {
  /** "26 January 2026" */
  text: string;
  datetime: string;
}

export function cardView(edition: Edition, { id, data }: Entry<Briefing>): Card {
  return {
    href: edition.paths.briefing(id),
    eyebrow: data.eyebrow ?? topicName(edition, data.topics[0]),
    headline: data.headline,
    standfirst: data.standfirst,
    published: publishedView(edition, data.publishedAt),
  };
}

/** "1 briefing", "5 briefings" */
export function briefingCount(count: number): string {
  return `${count} ${count === 1 ? 'briefing' : 'briefings'}`;
}

export function publishedView(edition: Edition, instant: string): Published {
  return { text: dayText(instant, edition.style), datetime: instant };
}

export function topicName({ topics }: Edition, id = ''): string {
  return topics.find((topic) => topic.id === id)?.name ?? id;
}
