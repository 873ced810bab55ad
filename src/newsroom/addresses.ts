import { type Edition, makes } from './edition.ts';
import { allFeeds, FEED_FORMATS } from './feeds.ts';
import { formsOf } from './views/briefing.ts';
import { calendarFiles } from './views/calendar.ts';
import { newsletterDays } from './views/email.ts';
import { archiveFolders } from './views/feed.ts';
import { movedViews } from './views/moved.ts';
import { shareCards } from './views/share-card.ts';
import { sitemaps } from './views/sitemap.ts';

/** What has a JSON Schema. */
const SCHEMAS = ['briefing', 'story'] as const;

/** Every address that the site makes, from the root of its host: pages, feeds, calendars and other files. */
export function addressesOf(edition: Edition): Set<string> {
  const { site, paths, briefings, withdrawn, stories } = edition;
  const maps = sitemaps(edition);
  const feeds = [...allFeeds(edition).map(({ folder }) => folder), ...archiveFolders(edition)];
  const pages = maps.flat().map(({ address }) => new URL(address).pathname);
  return new Set([
    ...pages,
    ...maps.map((_entries, index) => paths.sitemap(index + 1)),
    ...feeds.flatMap((folder) => FEED_FORMATS.map(({ file }) => paths.feed(folder, file))),
    ...calendarFiles(edition).map(({ path }) => path),
    ...shareCards(edition).map(({ folder }) => paths.card(paths.within(folder === '' ? '/' : `/${folder}/`))),
    ...[...briefings, ...withdrawn].flatMap(({ id }) => formsOf(edition, id)).map(({ href }) => href),
    ...(makes(edition, 'json') ? [...stories.map(({ id }) => paths.storyJson(id)), ...SCHEMAS.map(paths.schema)] : []),
    ...(makes(edition, 'search') ? [paths.openSearch()] : []),
    ...(makes(edition, 'markdown') ? [paths.file('llms.txt')] : []),
    ...movedViews(edition).map(({ from }) => from),
    ...newsletterDays(edition).flatMap(({ date }) => ['email.html', 'email.txt'].map((file) => paths.day(date) + file)),
    paths.opml(),
    paths.manifest(),
    paths.sitemapIndex(),
    paths.newsSitemap(),
    ...['robots.txt', '404.html', 'build-manifest.json', 'prefetch.speculationrules'].map((file) => paths.file(file)),
    ...(site.offline === undefined ? [] : [paths.worker()]),
    // Only there would anybody look for it (RFC 9116, 3).
    ...(site.contact !== undefined && paths.home() === '/' ? [paths.file('.well-known/security.txt')] : []),
  ]);
}
