import type { Words } from '../../languages/index.ts';
import type { Edition } from '../edition.ts';
import { listedBriefings } from '../translations.ts';

/** What browsers keep of a site, where they keep something. */
export interface OfflineView {
  /** The path of the site, with a slash at both ends. */
  base: string;
  language: string;
  words: Words['offline'];
  /** Addresses of pages that are kept before anybody has read them: the home page and the latest briefings. */
  latest: string[];
  /** Addresses of briefings that were withdrawn: where one is kept, its notice takes its place. */
  withdrawn: string[];
}

const LATEST = 10;

export function offlineView(edition: Edition): OfflineView {
  const { site, paths, words, withdrawn } = edition;
  const latest = listedBriefings(edition).slice(0, LATEST);
  return {
    base: paths.home(),
    language: site.language,
    words: words.offline,
    latest: [paths.home(), ...latest.map(({ id }) => paths.briefing(id))],
    withdrawn: withdrawn.map(({ id }) => paths.briefing(id)),
  };
}
