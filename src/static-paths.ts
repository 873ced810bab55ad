import { hash } from 'node:crypto';
import { bodyOf } from './bodies.ts';
import { edition } from './edition.ts';
import { given, type WithBody } from './given.ts';
import type { Body } from './newsroom/body.ts';
import type { Edition, Withdrawn } from './newsroom/edition.ts';
import { neighbourhoodOf, neighbourhoodOfStory, stateOf } from './newsroom/neighbourhood.ts';
import { feedFolders } from './newsroom/views/feed.ts';
import type { Briefing } from './schemas/briefing.ts';
import type { Entry } from './schemas/publication.ts';
import type { Story } from './schemas/story.ts';

/*
 * What `getStaticPaths` says of pages that there are many of: for each its address, how its view is made, and out of what. Where
 * that is the same as in the build before, the view is too, and is not made.
 */

/** One form of a briefing: its view where it is public, and where it was taken back. */
interface Form<View> {
  told(entry: Entry<Briefing>, body: Body): View;
  withdrawn(entry: Withdrawn): View;
}

/** One form of all briefings. */
export function briefingPaths<View>({ told, withdrawn }: Form<View>) {
  const shown = edition.briefings.map((entry) => ({
    id: entry.id,
    view: async (): Promise<View> => told(entry, await bodyOf('briefings', entry.id)),
    source: () => sourceOf(entry),
  }));
  const gone = edition.withdrawn.map((entry) => ({
    id: entry.id,
    view: async (): Promise<View> => withdrawn(entry),
    source: () => undefined,
  }));
  return [...shown, ...gone].map(({ id, ...props }) => {
    const [year, slug] = id.split('/');
    return { params: { year, slug }, props };
  });
}

/** One form of all stories. */
export function storyPaths<View>(told: (entry: Entry<Story>, body: Body) => View) {
  return edition.stories.map((entry) => ({
    params: { story: entry.id },
    props: {
      view: async () => told(entry, await bodyOf('stories', entry.id)),
      source: () => sourceOfStory(entry),
    },
  }));
}

/** One format of all feeds. */
export function feedPaths() {
  return feedFolders(edition, ({ id }) => bodyOf('briefings', id), sourceOf).map(({ folder, view, source }) => ({
    params: { feed: folder || undefined },
    props: { view, source },
  }));
}

const states = new Map<Edition, string>();

/** Nothing where only Astro knows what the body is: its pictures and components come from other files. */
function sourceOf(entry: Entry<Briefing>): string | undefined {
  return sourceIn(neighbourhoodOf(edition, entry), 'briefings', entry);
}

function sourceOfStory(story: Entry<Story>): string | undefined {
  const part = neighbourhoodOfStory(edition, story.id);
  return part.isPart ? sourceIn(part, 'stories', story) : undefined;
}

function sourceIn(part: Edition, collection: WithBody, { id }: { id: string }): string | undefined {
  const { bodyOf, digestOf } = given();
  const body = bodyOf(collection, id);
  if (!body || !digestOf) return undefined;
  const state = states.get(part) ?? hash('sha256', stateOf(part, digestOf));
  states.set(part, state);
  return `${state} ${body.name}`;
}
