import type { Entry } from '../../schemas/publication.ts';
import type { Story } from '../../schemas/story.ts';
import { type Card, type Published, publishedView } from '../cards.ts';
import { briefingsOfStory, type Edition, makes } from '../edition.ts';
import { eventsOfStory } from '../events.ts';
import { siteFeed, storyFeed } from '../feeds.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { type Land, type MapView, mapView } from '../map.ts';
import { neighbourhoodOfStory } from '../neighbourhood.ts';
import { markedCard, markedEvents } from '../new-since.ts';
import { placesOfStory } from '../places.ts';
import { type StandingView, standings } from '../questions.ts';
import { type ComingView, comingViews, type EventView, splitAtStart, timelineViews } from '../timeline.ts';
import { cardOf } from './share-card.ts';

/** A story as the list of all stories shows it. */
export interface StoryCard extends Link {
  standfirst: string;
  /** "Running · 5 briefings · newest 26 January 2026", without the date. */
  state: string;
  newest?: Published | undefined;
}

export interface StoriesView {
  frame: Frame;
  stories: StoryCard[];
}

export interface StoryView {
  frame: Frame;
  /** Whether the page marks what is new since a reader was last there. */
  newSince: boolean;
  card: StoryCard;
  /** Its feeds and its calendar. */
  subscriptions: Link[];
  standings: StandingView[];
  /** The background, HTML. */
  body: string;
  coming: ComingView[];
  /** Merged from all its briefings: what came before the story began, and the story itself. */
  before: EventView[];
  timeline: EventView[];
  /** Where it takes place; nothing where its briefings name no place. */
  map?: MapView | undefined;
  cards: Card[];
}

export function storiesView(edition: Edition): StoriesView {
  const { site, paths, words, stories } = edition;
  return {
    frame: frameOf(edition, {
      title: words.titles.stories,
      description: words.stories.about(site.name),
      path: paths.stories(),
    }),
    stories: stories.map((story) => storyCard(edition, story)),
  };
}

/**
 * @param body its rendered background, HTML.
 * @param land what its map is drawn from. Without it, there is no map.
 */
export function storyView(whole: Edition, story: Entry<Story>, body: string, land?: () => Land): StoryView {
  const edition = neighbourhoodOfStory(whole, story.id);
  const { words } = edition;
  const { headline, standfirst, start } = story.data;
  const briefings = briefingsOfStory(edition, story.id);
  const events = eventsOfStory(edition, story.id);
  const [before, since] = splitAtStart(events, start);
  const feed = storyFeed(edition, story);
  const json = makes(edition, 'json') ? [{ text: 'JSON', href: edition.paths.storyJson(story.id) }] : [];
  return {
    frame: frameOf(edition, {
      title: headline,
      description: standfirst,
      path: edition.paths.story(story.id),
      feeds: [feed, siteFeed(edition)],
      part: { text: words.titles.stories, href: edition.paths.stories() },
      card: cardOf(edition, edition.paths.story(story.id), headline),
      forms: [
        ...json.map((link) => ({ ...link, type: 'application/json' })),
        { text: words.comingUp.calendar, href: edition.paths.storyCalendar(story.id), type: 'text/calendar' },
      ],
    }),
    newSince: edition.site.newSince,
    card: storyCard(edition, story),
    subscriptions: [
      { text: words.stories.feed, href: edition.paths.feed(feed.folder, 'rss.xml') },
      { text: words.stories.calendar, href: edition.paths.storyCalendar(story.id) },
      ...json,
    ],
    standings: standings(edition, briefings),
    body,
    coming: comingViews(edition, events),
    before: markedEvents(edition, story.id, before, timelineViews(edition, before, undefined, 'Before')),
    timeline: markedEvents(edition, story.id, since, timelineViews(edition, since)),
    map: land && mapView(placesOfStory(edition, events, briefings), land, words),
    cards: briefings.map((briefing) => markedCard(edition, briefing)),
  };
}

function storyCard(edition: Edition, { id, data }: Entry<Story>): StoryCard {
  const { states, lists } = edition.words;
  const briefings = briefingsOfStory(edition, id);
  const newest = briefings[0];
  return {
    text: data.headline,
    href: edition.paths.story(id),
    standfirst: data.standfirst,
    state: `${states[data.state]} · ${lists.briefings(briefings.length)}`,
    newest: newest && publishedView(edition, newest.data.publishedAt),
  };
}
