import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Body } from '../body.ts';
import { publishedView } from '../cards.ts';
import { lastChange, latest, updatedAt } from '../changes.ts';
import { type Edition, makes, type Withdrawn } from '../edition.ts';
import { allFeeds, type Feed, type FeedFormat, siteFeed } from '../feeds.ts';
import { onceForEach } from '../once.ts';
import { sentence } from '../sentence.ts';
import { inLanguage } from '../translations.ts';
import { type ArticleView, articleView } from './article.ts';
import { correctionSlices } from './corrections.ts';

/** A feed before it takes a format. All addresses are whole. */
export interface FeedView {
  title: string;
  description: string;
  /** The page that it belongs to. */
  page: string;
  language: string;
  /** Of its description, where that is another. */
  describedIn?: string | undefined;
  /** Who publishes it, and what may be done with it. */
  publisher: { name: string; page: string };
  licence?: string | undefined;
  /** When anything in it last changed; the instant of the site where it is empty. */
  updatedAt: string;
  /** Its own address in each format. */
  self: FeedAddresses;
  /** Where older items are (RFC 5005), and for an archive where newer ones are. */
  archive: Archive;
  /** Newest first. */
  items: FeedItem[];
}

export type FeedAddresses = Record<FeedFormat['file'], string>;

interface Archive {
  older?: FeedAddresses | undefined;
  newer?: FeedAddresses | undefined;
  /** The feed that goes on; only in an archive itself. */
  current?: FeedAddresses | undefined;
}

export type FeedItem = ArticleItem | NoticeItem;

interface Item {
  /** An address that is its id for good. */
  link: string;
  headline: string;
  /** Where it is in another language than the feed. */
  language?: string | undefined;
  /** Instants with their offsets. */
  publishedAt: string;
  updatedAt: string;
}

export interface ArticleItem extends Item {
  kind: 'article';
  categories: string[];
  article: ArticleView;
}

/** A correction, or what stays of a briefing that was taken back, so that programs replace what they have of it. */
export interface NoticeItem extends Item {
  kind: 'notice';
  /** "Withdrawn, 27 January 2026: …" */
  notice: string;
}

/** Gives the rendered body of a briefing. */
export type BodyOf = (entry: Entry<Briefing>) => Promise<Body>;

/** A folder that a feed stands in, in every format. */
export interface FeedFolder {
  folder: string;
  view: () => Promise<FeedView>;
  /** Tells out of what its view is made; nothing where not all of that is known. */
  source: () => string | undefined;
}

const LATEST = 50;

/** The folders of the archives of the site's own feed, the oldest first. */
export function archiveFolders(edition: Edition): string[] {
  return archivesOf(edition, itemsOf(edition, siteFeed(edition))).map((_items, index) => archiveFolder(index));
}

/**
 * Every folder with a feed: those of the site, its stories, topics and corrections, and the archives of the first.
 *
 * @param sourceOf tells out of what an article is made, where somebody asks.
 */
export function feedFolders(
  edition: Edition,
  bodyOf: BodyOf,
  sourceOf: (entry: Entry<Briefing>) => string | undefined = () => undefined,
): FeedFolder[] {
  return allFeeds(edition).flatMap((feed) => {
    const items = itemsOf(edition, feed);
    const archives = feed.folder === '' ? archivesOf(edition, items) : [];
    const folders = archives.map((_items, index) => archiveFolder(index));
    const addressOf = (folder: string | undefined) => (folder === undefined ? undefined : addressesOf(edition, folder));
    const make = (folder: string, portion: readonly Held[], archive: Archive): FeedFolder => ({
      folder,
      view: async () => ({ ...(await feedView(edition, { ...feed, folder }, portion, bodyOf)), archive }),
      source: () => sourceOfFeed(edition, { ...feed, folder }, portion, archive, sourceOf),
    });
    return [
      make(feed.folder, items.slice(0, LATEST), { older: addressOf(folders.at(-1)) }),
      ...archives.map((portion, index) =>
        make(archiveFolder(index), portion, {
          older: addressOf(folders[index - 1]),
          newer: addressOf(folders[index + 1]),
          current: addressOf(feed.folder),
        }),
      ),
    ];
  });
}

function archiveFolder(index: number): string {
  return `archive/${index + 1}`;
}

/** What a feed holds, before it is rendered. */
type Held = { at: string } & ({ entry: Entry<Briefing> } | { item: NoticeItem });

/** Newest first. */
const itemsOf = onceForEach((edition, { holds }: Feed): Held[] => {
  const { briefings = [], withdrawn = [] } = holds ?? {};
  const notices = holds ? withdrawn.map((gone) => withdrawnItem(edition, gone)) : correctionItems(edition);
  return [
    ...briefings.map((entry) => ({ at: entry.data.publishedAt, entry })),
    // Where it was taken back, so that programs that have an old one see the notice.
    ...notices.map((item) => ({ at: item.updatedAt, item })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
});

/**
 * All but the latest items, in portions that stay as they are when new ones come: the first holds the oldest. The last may
 * share items with the feed itself, so that nothing is left out between them.
 */
function archivesOf(edition: Edition, items: readonly Held[]): Held[][] {
  if (!makes(edition, 'archives')) return [];
  const oldestFirst = items.toReversed();
  const count = Math.max(0, Math.ceil((items.length - LATEST) / LATEST));
  return Array.from({ length: count }, (_, index) =>
    oldestFirst.slice(index * LATEST, (index + 1) * LATEST).toReversed(),
  );
}

/** Nothing for an empty feed, which is as old as the whole site, and where a body is not known. What a feed shows is told here. */
function sourceOfFeed(
  { site }: Edition,
  { holds, ...feed }: Feed,
  portion: readonly Held[],
  archive: Archive,
  sourceOf: (entry: Entry<Briefing>) => string | undefined,
): string | undefined {
  const held = portion.map((one) => ('entry' in one ? sourceOf(one.entry) : one.item));
  if (held.length === 0 || held.includes(undefined)) return undefined;
  return JSON.stringify([site, feed, archive, held]);
}

async function feedView(
  edition: Edition,
  feed: Feed,
  sources: readonly Held[],
  bodyOf: BodyOf,
): Promise<Omit<FeedView, 'archive'>> {
  const { paths, site } = edition;
  const { language = site.language } = feed;
  const items = await Promise.all(
    sources.map((source) => ('entry' in source ? articleItem(edition, source.entry, bodyOf) : source.item)),
  );
  return {
    title: feed.title,
    description: feed.description,
    page: paths.absolute(feed.page),
    language,
    describedIn: language === site.language ? undefined : site.language,
    publisher: { name: site.name, page: paths.absolute(paths.home()) },
    licence: site.licence?.name,
    // An empty feed is as old as the whole site, not as its build.
    updatedAt:
      latest(items.map((item) => item.updatedAt)) ?? lastChange(edition.briefings, edition.withdrawn) ?? edition.asOf,
    self: addressesOf(edition, feed.folder),
    items: items.map((item) => (item.language === language ? { ...item, language: undefined } : item)),
  };
}

async function articleItem(edition: Edition, entry: Entry<Briefing>, bodyOf: BodyOf): Promise<FeedItem> {
  const { paths } = edition;
  const article = articleView(edition, entry, await bodyOf(entry));
  return {
    kind: 'article',
    link: paths.absolute(article.href),
    headline: article.headline,
    language: article.language,
    publishedAt: entry.data.publishedAt,
    updatedAt: updatedAt(entry),
    categories: article.topics.map(({ text }) => text),
    article,
  };
}

/** Under the id that the briefing had, so that programs replace what they have of it. */
function withdrawnItem(
  whole: Edition,
  { id, headline, publishedAt, at, notice, language = whole.site.language }: Withdrawn,
): NoticeItem {
  const edition = inLanguage(whole, language);
  const { paths, words } = edition;
  return {
    kind: 'notice',
    link: paths.absolute(paths.briefing(id)),
    headline: `${words.changes.withdrawal}: ${headline}`,
    language,
    publishedAt,
    updatedAt: at,
    notice: `${words.changes.withdrawal}${words.comma}${publishedView(edition, at).text}: ${notice}`,
  };
}

/** Every correction, clarification and withdrawal as an item of its own, newest first. */
function correctionItems(edition: Edition): NoticeItem[] {
  const corrections = correctionSlices(edition).flatMap(({ items }) => items);
  return corrections.map(({ briefing, kind, at, what, was, now, anchor, foreign }) => {
    // All of an item is in one language: that of the briefing.
    const own = inLanguage(edition, foreign?.lang ?? edition.style.language);
    const { comma, changes } = own.words;
    return {
      kind: 'notice',
      language: foreign?.lang,
      link: `${edition.paths.absolute(briefing.href)}#${anchor}`,
      headline: `${changes[kind]}: ${briefing.text}`,
      publishedAt: at.datetime,
      updatedAt: at.datetime,
      notice: [
        `${changes[kind]}${comma}${publishedView(own, at.datetime).text}: ${what}`,
        was && `${changes.itSaid}: ${was}`,
        now && `${changes.itNowSays}: ${now}`,
      ]
        .flatMap((part) => (part ? sentence(part) : []))
        .join(' '),
    };
  });
}

function addressesOf({ paths }: Edition, folder: string): FeedAddresses {
  const at = (file: FeedFormat['file']) => paths.absolute(paths.feed(folder, file));
  return { 'rss.xml': at('rss.xml'), 'atom.xml': at('atom.xml'), 'feed.json': at('feed.json') };
}
