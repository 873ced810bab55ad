import { briefingOf, type Edition, storyOf } from '../edition.ts';
import { allComing, allEvents, isUnconfirmed, type MergedEvent } from '../events.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { foreignWords } from '../language.ts';
import { type ComingView, comingView } from '../timeline.ts';

/** What is scheduled in all stories. */
export interface ComingUpView {
  frame: Frame;
  /** Soonest first. */
  coming: PlacedView[];
  /** The calendar of all of it. */
  calendar: string;
  /** Scheduled, past its date, and not confirmed; the latest first. */
  unconfirmed: PlacedView[];
}

/** A scheduled event, with the story or the briefing that tells it. */
export interface PlacedView extends ComingView {
  place?: Link | undefined;
}

export function comingUpView(edition: Edition): ComingUpView {
  const view = (event: MergedEvent) => ({ ...comingView(edition, event), place: placeOf(edition, event) });
  return {
    frame: frameOf(edition, {
      title: edition.words.titles.comingUp,
      description: edition.words.comingUp.about(edition.site.name),
      path: edition.paths.comingUp(),
      tellsComing: true,
      forms: [{ text: edition.words.comingUp.calendar, href: edition.paths.calendar(), type: 'text/calendar' }],
    }),
    calendar: edition.paths.calendar(),
    coming: allComing(edition).map(view),
    unconfirmed: allEvents(edition)
      .filter((event) => isUnconfirmed(edition, event))
      .toReversed()
      .map(view),
  };
}

/** The story or, without one, the briefing that tells an event. */
export function placeOf(edition: Edition, event: MergedEvent): Link | undefined {
  const { paths } = edition;
  const story = storyOf(edition, event.story);
  if (story) return { text: story.data.headline, href: paths.story(story.id) };
  const briefing = briefingOf(edition, event.briefing);
  if (!briefing) return undefined;
  const { id, data } = briefing;
  return { text: data.headline, href: paths.briefing(id), foreign: foreignWords(edition, id) };
}
