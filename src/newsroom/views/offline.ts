import type { Words } from '../../languages/index.ts';
import type { Edition } from '../edition.ts';

/** What browsers keep of a site, where they keep something. */
export interface OfflineView {
  /** The path of the site, with a slash at both ends. */
  base: string;
  language: string;
  words: Words['offline'];
  /** Addresses of pages that are kept before anybody has read them: the home page and the latest briefings. */
  latest: string[];
}

const LATEST = 10;

export function offlineView({ site, paths, words, briefings }: Edition): OfflineView {
  return {
    base: paths.home(),
    language: site.language,
    words: words.offline,
    latest: [paths.home(), ...briefings.slice(0, LATEST).map(({ id }) => paths.briefing(id))],
  };
}
