/** Every address of the site. All are root-relative, with the path of the site's own address before them, and end in a slash where they are pages. */
export interface Paths {
  home(): string;
  /** @param page counts from 1. */
  briefings(page?: number): string;
  /** @param id as in `2026/abu-dhabi-talks`. */
  briefing(id: string): string;
  /** @param date `yyyy-mm-dd`. */
  day(date: string): string;
  topics(): string;
  topic(id: string, page?: number): string;
  stories(): string;
  story(id: string): string;
  comingUp(): string;
  sources(): string;
  source(id: string, page?: number): string;
  corrections(page?: number): string;
  /** A page of content/pages. */
  page(id: string): string;
  subscribe(): string;
  siteFeed(): string;
  topicFeed(id: string): string;
  storyFeed(id: string): string;
  sitemapIndex(): string;
  /** @param part counts from 1. */
  sitemap(part: number): string;
  manifest(): string;
  /** A file of public/. */
  file(name: string): string;
  /** Puts the site's path before an address that an editor wrote from the site's own root: `/about/`. */
  within(address: string): string;
  /** Turns any of these into a whole address, with scheme and host. */
  absolute(path: string): string;
}

/** First parts of addresses that pages of content/pages may not take. */
export const RESERVED_SLUGS = [
  '404',
  'briefings',
  'coming-up',
  'corrections',
  'days',
  'sources',
  'stories',
  'subscribe',
  'topics',
];

/**
 * @param siteUrl where the site is published: `https://example.org/` or, under a path, `https://example.org/news/`.
 */
export function makePaths(siteUrl: string): Paths {
  const root = new URL(siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`);
  const at = (path: string) => root.pathname + path;
  const numbered = (path: string, page: number) => at(page > 1 ? `${path}${page}/` : path);
  return {
    home: () => at(''),
    briefings: (page = 1) => numbered('briefings/', page),
    briefing: (id) => at(`briefings/${id}/`),
    day: (date) => at(`days/${date}/`),
    topics: () => at('topics/'),
    topic: (id, page = 1) => numbered(`topics/${id}/`, page),
    stories: () => at('stories/'),
    story: (id) => at(`stories/${id}/`),
    comingUp: () => at('coming-up/'),
    sources: () => at('sources/'),
    source: (id, page = 1) => numbered(`sources/${id}/`, page),
    corrections: (page = 1) => numbered('corrections/', page),
    page: (id) => at(`${id}/`),
    subscribe: () => at('subscribe/'),
    siteFeed: () => at('rss.xml'),
    topicFeed: (id) => at(`topics/${id}/rss.xml`),
    storyFeed: (id) => at(`stories/${id}/rss.xml`),
    sitemapIndex: () => at('sitemap-index.xml'),
    sitemap: (part) => at(`sitemap-${part}.xml`),
    manifest: () => at('manifest.webmanifest'),
    file: (name) => at(name),
    within: (address) => (address.startsWith('/') && !address.startsWith('//') ? at(address.slice(1)) : address),
    absolute: (path) => new URL(path, root).href,
  };
}
