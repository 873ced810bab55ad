import type { Briefing, KeyPoint } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { type Published, publishedView, topicName } from '../cards.ts';
import { type DateView, dateView } from '../dates.ts';
import { type Edition, sourceName } from '../edition.ts';
import { type FactView, factView } from '../facts.ts';
import type { Link } from '../frame.ts';
import { comingUp, type EventView, type MergedEvent, timelineOf, viewEvents } from '../timeline.ts';

/** A briefing without its surroundings: what its page and its entry in a feed both show. */
export interface ArticleView {
  href: string;
  headline: string;
  standfirst: string;
  /** The story or, without one, the first topic. */
  eyebrow: Link;
  published: Published;
  dateline?: string | undefined;
  byline?: string | undefined;
  /** At 230 words a minute, rounded up. */
  readingMinutes: number;
  /** How many sources its facts and events name. */
  sourceCount: number;
  keyPoints: KeyPoint[];
  facts: FactView[];
  coming: ComingView[];
  /** HTML. */
  body: string;
  timeline: EventView[];
  topics: Link[];
}

/** A scheduled event, with its date in full. */
export interface ComingView {
  date: DateView;
  text: string;
  by: string[];
}

const WORDS_PER_MINUTE = 230;

/** @param body its rendered body, HTML. */
export function articleView(edition: Edition, entry: Entry<Briefing>, body: string): ArticleView {
  const { paths, stories, site } = edition;
  const { id, data } = entry;
  const topics = data.topics.map((topic) => ({ text: topicName(edition, topic), href: paths.topic(topic) }));
  const story = stories.find((entry) => entry.id === data.story);
  const timeline = timelineOf(edition, entry);
  const named = [...data.facts, ...data.timeline].flatMap(({ by }) => by ?? []);
  return {
    href: paths.briefing(id),
    headline: data.headline,
    standfirst: data.standfirst,
    eyebrow: story
      ? { text: story.data.headline, href: paths.story(story.id) }
      : (topics[0] ?? { text: site.name, href: paths.home() }),
    published: publishedView(edition, data.publishedAt),
    dateline: data.dateline,
    byline: data.byline,
    readingMinutes: Math.ceil(entry.body.trim().split(/\s+/).length / WORDS_PER_MINUTE),
    sourceCount: new Set(named).size,
    keyPoints: data.keyPoints,
    facts: data.facts.map((fact) => factView(edition, fact)),
    coming: comingViews(edition, timeline),
    body,
    timeline: viewEvents(edition, timeline),
    topics,
  };
}

/** What of these events is scheduled and still to come, in their order. */
export function comingViews(edition: Edition, events: readonly MergedEvent[]): ComingView[] {
  return comingUp(edition, events).map(({ date, text, by }) => ({
    date: dateView(date, edition.style),
    text,
    by: by.map((source) => sourceName(edition, source)),
  }));
}
