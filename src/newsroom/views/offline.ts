import type { Edition } from '../edition.ts';

/** What browsers keep of a site, where they keep something. */
export interface OfflineView {
  /** The path of the site, with a slash at both ends. */
  base: string;
  language: string;
  /** Addresses of pages that are kept before anybody has read them: the home page and the latest briefings. */
  latest: string[];
  /** Addresses of briefings that were withdrawn: where one is kept, its notice takes its place. */
  withdrawn: string[];
}

const LATEST = 10;

export function offlineView({ site, paths, briefings, withdrawn }: Edition): OfflineView {
  return {
    base: paths.home(),
    language: site.language,
    latest: [paths.home(), ...briefings.slice(0, LATEST).map(({ id }) => paths.briefing(id))],
    withdrawn: withdrawn.map(({ id }) => paths.briefing(id)),
  };
}
