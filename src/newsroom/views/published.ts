import type { Briefing } from '../../schemas/briefing.ts';
import { remainderOf } from '../../schemas/figure.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { PublishedBriefing, PublishedStory } from '../../schemas/published.ts';
import type { Story } from '../../schemas/story.ts';
import { topicName } from '../cards.ts';
import { lastChange, updatedAt } from '../changes.ts';
import { briefingsOfStory, type Edition, storyOf, type Withdrawn, withdrawnOfStory } from '../edition.ts';
import { eventsOf, eventsOfStory, type MergedEvent } from '../events.ts';
import { languageOf } from '../language.ts';
import { neighbourhoodOf } from '../neighbourhood.ts';
import { placesAmong } from '../places.ts';
import { newestQuestions, questionAnchor } from '../questions.ts';
import { sourceName, sourcesOf } from '../sources.ts';
import { translationsOf } from '../translations.ts';

/**
 * A briefing as other people's programs take it.
 *
 * @param body its rendered body, HTML with whole addresses.
 */
export function publishedBriefing(whole: Edition, entry: Entry<Briefing>, body: string): PublishedBriefing {
  const edition = neighbourhoodOf(whole, entry);
  const { paths } = edition;
  const { aliases, draft, embargoUntil, story: storyId, topics, tallies, translatedElsewhere, ...data } = entry.data;
  const story = storyOf(edition, storyId);
  const timeline = eventsOf(edition, entry).map(publishedEvent);
  return {
    $schema: paths.absolute(paths.schema('briefing')),
    id: entry.id,
    url: paths.absolute(paths.briefing(entry.id)),
    ...data,
    timeline,
    updatedAt: updatedAt(entry),
    language: languageOf(edition, data),
    translations: translationsOf(edition, entry).map(({ lang, href }) => ({
      language: lang,
      url: paths.absolute(href),
    })),
    ...(story && { story: { name: story.data.headline, url: paths.absolute(paths.story(story.id)) } }),
    topics: topics.map((id) => ({ name: topicName(edition, id), url: paths.absolute(paths.topic(id)) })),
    tallies: tallies.map((tally) => ({ ...tally, remainder: remainderOf(tally) })),
    sources: sourcesAmong(edition, sourcesOf(entry)),
    places: placesAmong(edition, [data.place, ...timeline.map(({ place }) => place)]),
    body,
  };
}

/** What stays of a briefing that was taken back. */
export function publishedNotice(
  { paths }: Edition,
  { id, headline, publishedAt, at, notice }: Withdrawn,
): PublishedBriefing {
  return {
    $schema: paths.absolute(paths.schema('briefing')),
    id,
    url: paths.absolute(paths.briefing(id)),
    headline,
    publishedAt,
    updatedAt: at,
    withdrawn: { at, what: notice },
  };
}

/**
 * A story as other people's programs take it.
 *
 * @param background its rendered body, HTML with whole addresses.
 */
export function publishedStory(edition: Edition, { id, data }: Entry<Story>, background: string): PublishedStory {
  const { paths } = edition;
  const { aliases, ...told } = data;
  const briefings = briefingsOfStory(edition, id);
  const withdrawn = withdrawnOfStory(edition, id);
  const timeline = eventsOfStory(edition, id).map(publishedEvent);
  return {
    $schema: paths.absolute(paths.schema('story')),
    id,
    url: paths.absolute(paths.story(id)),
    ...told,
    updatedAt: lastChange(briefings, withdrawn) ?? edition.asOf,
    questions: newestQuestions(briefings).map(({ entry, question: { statements, ...question } }) => ({
      ...question,
      url: `${paths.absolute(paths.briefing(entry.id))}#${questionAnchor(question.id)}`,
    })),
    timeline,
    briefings: briefings.map(({ id, data }) => ({
      id,
      url: paths.absolute(paths.briefing(id)),
      headline: data.headline,
      publishedAt: data.publishedAt,
    })),
    places: placesAmong(
      edition,
      timeline.map(({ place }) => place),
    ),
    sources: sourcesAmong(edition, new Set(timeline.flatMap(({ by }) => by))),
    background,
  };
}

function publishedEvent({ story, briefing, key, ...event }: MergedEvent) {
  return event;
}

function sourcesAmong(edition: Edition, ids: ReadonlySet<string>) {
  return [...ids].sort().flatMap((id) => {
    const source = edition.sources.get(id);
    const { href } = sourceName(edition, id);
    return source ? [{ ...source, ...(href && { url: edition.paths.absolute(href) }) }] : [];
  });
}
