import { bodyOf } from './bodies.ts';
import { edition } from './edition.ts';
import { given } from './given.ts';
import type { Body } from './newsroom/body.ts';
import type { Withdrawn } from './newsroom/edition.ts';
import { sourcesIn } from './newsroom/neighbourhood.ts';
import { feedFolders } from './newsroom/views/feed.ts';
import type { Briefing } from './schemas/briefing.ts';
import type { Entry } from './schemas/publication.ts';
import type { Story } from './schemas/story.ts';

/*
 * What `getStaticPaths` says of pages that there are many of: for each its address, how its view is made, and out of what. Where
 * that is the same as in the build before, the view is too, and is not made.
 */

const sources = sourcesIn(edition, given());

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
    source: () => sources.ofBriefing(entry),
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
      source: () => sources.ofStory(entry),
    },
  }));
}

/** One format of all feeds. */
export function feedPaths() {
  return feedFolders(edition, ({ id }) => bodyOf('briefings', id), sources.ofBriefing).map(
    ({ folder, view, source }) => ({
      params: { feed: folder || undefined },
      props: { view, source },
    }),
  );
}
