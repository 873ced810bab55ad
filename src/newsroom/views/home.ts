import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Card } from '../cards.ts';
import { type Edition, storyOf } from '../edition.ts';
import { allComing, comingUp, eventsOf } from '../events.ts';
import { type FactView, factView } from '../facts.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { markedCard } from '../new-since.ts';
import { type ComingView, comingView, type EventView, viewEvents } from '../timeline.ts';
import { listedBriefings } from '../translations.ts';
import { type TopicCard, topicCards } from './topic.ts';

export interface HomeView {
  frame: Frame;
  /** Whether the page marks what is new since a reader was last there. */
  newSince: boolean;
  name: string;
  tagline: string;
  /** The newest briefing; nothing before the first is published. */
  lead?: LeadView | undefined;
  /** The next newest. */
  latest: Card[];
  all: Link;
  coming: ComingView[];
  /** The page of all that is coming up. */
  allComing: string;
  topics: TopicCard[];
}

export interface LeadView {
  card: Card;
  facts: FactView[];
  story?: { link: Link; timeline: EventView[] } | undefined;
}

const LEAD_FACTS = 4;
const LEAD_EVENTS = 3;
const LATEST = 8;
const COMING = 5;

export function homeView(edition: Edition): HomeView {
  const { site, paths, words } = edition;
  const briefings = listedBriefings(edition);
  const [lead, ...others] = briefings;
  return {
    frame: frameOf(edition, { path: paths.home(), tellsComing: true }),
    newSince: site.newSince,
    name: site.name,
    tagline: site.tagline,
    lead: lead && leadView(edition, lead),
    latest: others.slice(0, LATEST).map((entry) => markedCard(edition, entry)),
    all: { text: words.lists.all(briefings.length), href: paths.briefings() },
    coming: allComing(edition)
      .slice(0, COMING)
      .map((event) => comingView(edition, event)),
    allComing: paths.comingUp(),
    topics: topicCards(edition).filter(({ count }) => count > 0),
  };
}

function leadView(edition: Edition, entry: Entry<Briefing>): LeadView {
  const story = storyOf(edition, entry.data.story);
  const card = markedCard(edition, entry);
  const { foreign } = card;
  return {
    card,
    facts: entry.data.facts.slice(0, LEAD_FACTS).map((fact) => ({ ...factView(edition, fact), foreign })),
    story: story && {
      link: { text: story.data.headline, href: edition.paths.story(story.id) },
      timeline: latestEvents(edition, entry),
    },
  };
}

/** As the lead tells it: the last things that happened, and the next that is to come. */
function latestEvents(edition: Edition, lead: Entry<Briefing>): EventView[] {
  const events = eventsOf(edition, lead);
  const coming = comingUp(edition, events);
  const happened = events.filter((event) => !coming.includes(event));
  return viewEvents(edition, [...happened.slice(-LEAD_EVENTS), ...coming.slice(0, 1)]);
}
