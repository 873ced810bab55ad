import type { Entry } from '../../schemas/publication.ts';
import type { Story } from '../../schemas/story.ts';
import { type Card, cardView, type Published, publishedView } from '../cards.ts';
import { briefingsOfStory, type Edition } from '../edition.ts';
import { type Frame, frameOf } from '../frame.ts';
import { type EventView, mergeEvents, viewEvents } from '../timeline.ts';
import { type ComingView, comingViews } from './article.ts';

export interface StoryView {
  frame: Frame;
  headline: string;
  standfirst: string;
  state: Story['state'];
  /** When its newest briefing was published. */
  updated?: Published | undefined;
  /** The background, HTML. */
  body: string;
  coming: ComingView[];
  /** Merged from all its briefings. */
  timeline: EventView[];
  cards: Card[];
}

/** @param body its rendered background, HTML. */
export function storyView(edition: Edition, { id, data }: Entry<Story>, body: string): StoryView {
  const briefings = briefingsOfStory(edition, id);
  const newest = briefings[0];
  const events = mergeEvents(briefings);
  return {
    frame: frameOf(edition, { title: data.headline, description: data.standfirst, path: edition.paths.story(id) }),
    headline: data.headline,
    standfirst: data.standfirst,
    state: data.state,
    updated: newest && publishedView(edition, newest.data.publishedAt),
    body,
    coming: comingViews(edition, events),
    timeline: viewEvents(edition, events),
    cards: briefings.map((briefing) => cardView(edition, briefing)),
  };
}
