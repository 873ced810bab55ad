import type { Edition } from '../edition.ts';
import { frameOf } from '../frame.ts';
import { type Foreign, foreignWords } from '../language.ts';

/** An address that a page had before, and where it is now. */
export interface Moved {
  /** The old address from the root of the host, percent-encoded: `/news/2025/old-name/`. */
  from: string;
  /** The same, of the page as it is. */
  to: string;
  /** The whole address of the page as it is. */
  canonical: string;
  /** The headline or title of the page. */
  title: string;
  /** Of the title, where it is in another language than the page. */
  foreign?: Foreign | undefined;
  /** For the tab. */
  pageTitle: string;
  language: string;
  direction: 'ltr' | 'rtl';
}

/**
 * The old addresses of all that is public, in the order of the addresses. Of what was withdrawn they lead to the notice; of
 * drafts and what is under embargo there are none.
 */
export function movedViews(edition: Edition): Moved[] {
  const { paths, briefings, withdrawn, stories, pages } = edition;
  const { title: pageTitle, language, direction } = frameOf(edition, { title: edition.words.titles.moved });
  const moved = (aliases: readonly string[], to: string, title: string, foreign?: Foreign): Moved[] => {
    return aliases.map((alias) => ({
      from: paths.within(alias),
      to,
      canonical: paths.absolute(to),
      title,
      foreign,
      pageTitle,
      language,
      direction,
    }));
  };
  return [
    ...briefings.flatMap(({ id, data }) =>
      moved(data.aliases, paths.briefing(id), data.headline, foreignWords(edition, id)),
    ),
    ...withdrawn.flatMap(({ id, aliases, headline }) =>
      moved(aliases, paths.briefing(id), headline, foreignWords(edition, id)),
    ),
    ...stories.flatMap(({ id, data }) => moved(data.aliases, paths.story(id), data.headline)),
    ...pages.flatMap(({ id, data }) => moved(data.aliases, paths.page(id), data.title)),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
