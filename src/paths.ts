/** Every address of the site. All are root-relative, with the path of the site's own address before them, and end in a slash where they are pages. */
export interface Paths {
  home(): string;
  /** @param page counts from 1. */
  briefings(page?: number): string;
  /** @param id as in `2026/abu-dhabi-talks`. */
  briefing(id: string): string;
  /** A briefing in another form than its page: `md`, `json`. */
  briefingFile(id: string, form: 'md' | 'json'): string;
  /** @param date `yyyy-mm-dd`. */
  day(date: string): string;
  topics(): string;
  topic(id: string, page?: number): string;
  stories(): string;
  story(id: string): string;
  storyJson(id: string): string;
  comingUp(): string;
  sources(): string;
  source(id: string, page?: number): string;
  corrections(page?: number): string;
  /** A page of content/pages. */
  page(id: string): string;
  subscribe(): string;
  search(): string;
  /** What tells browsers how to search here. */
  openSearch(): string;
  /** The folder of what the search page looks words up in. */
  searchIndex(name: string): string;
  /** @param folder empty for the site itself, or like `topics/territory`. */
  feed(folder: string, file: string): string;
  opml(): string;
  /** The picture that stands for a page where it is shared. @param page its address. */
  card(page: string): string;
  newsSitemap(): string;
  calendar(): string;
  storyCalendar(id: string): string;
  /**
   * @param page of the story or the briefing that tells it.
   * @param language where it is another than that of the publication.
   */
  eventCalendar(page: string, key: string, language?: string): string;
  sitemapIndex(): string;
  /** @param part counts from 1. */
  sitemap(part: number): string;
  /** The JSON Schema of a form that the site publishes. */
  schema(name: 'briefing' | 'story'): string;
  manifest(): string;
  /** What keeps pages in browsers, where the publication asks for it. */
  worker(): string;
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
  'archive',
  'briefings',
  'coming-up',
  'corrections',
  'days',
  'schema',
  'search',
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
    briefingFile: (id, form) => at(`briefings/${id}/index.${form}`),
    day: (date) => at(`days/${date}/`),
    topics: () => at('topics/'),
    topic: (id, page = 1) => numbered(`topics/${id}/`, page),
    stories: () => at('stories/'),
    storyJson: (id) => at(`stories/${id}/index.json`),
    story: (id) => at(`stories/${id}/`),
    comingUp: () => at('coming-up/'),
    sources: () => at('sources/'),
    source: (id, page = 1) => numbered(`sources/${id}/`, page),
    corrections: (page = 1) => numbered('corrections/', page),
    page: (id) => at(`${id}/`),
    subscribe: () => at('subscribe/'),
    search: () => at('search/'),
    openSearch: () => at('search/opensearch.xml'),
    searchIndex: (name) => at(`search/pagefind/${name}/`),
    feed: (folder, file) => at(folder === '' ? file : `${folder}/${file}`),
    opml: () => at('feeds.opml'),
    card: (page) => `${page}card.png`,
    newsSitemap: () => at('news-sitemap.xml'),
    calendar: () => at('calendar.ics'),
    storyCalendar: (id) => at(`stories/${id}/calendar.ics`),
    eventCalendar: (page, key, language) =>
      `${page}events/${key}${language === undefined ? '' : `.${language.toLowerCase()}`}.ics`,
    sitemapIndex: () => at('sitemap-index.xml'),
    sitemap: (part) => at(`sitemap-${part}.xml`),
    schema: (name) => at(`schema/v1/${name}.json`),
    manifest: () => at('manifest.webmanifest'),
    worker: () => at('sw.js'),
    file: (name) => at(name),
    within: (address) => (address.startsWith('/') && !address.startsWith('//') ? at(address.slice(1)) : address),
    absolute: (path) => new URL(path, root).href,
  };
}
