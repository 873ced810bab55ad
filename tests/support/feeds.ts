import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';

/** The forms of every feed. */
export const FEED_FILES = ['rss.xml', 'atom.xml', 'feed.json'] as const;
export type FeedFile = (typeof FEED_FILES)[number];

/** An element of XML with all that it has, and its place among its siblings. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

/** What XML 1.0 has no place for (w3.org/TR/xml, Char). */
const NO_CHAR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Reads XML strictly.
 *
 * @throws Error if it is not well-formed.
 */
export function readXml(text: string): XmlElement {
  if (NO_CHAR.test(text)) throw new Error(`a character that XML cannot hold at ${text.search(NO_CHAR)}`);
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error('it does not begin as XML in UTF-8');
  if (text.includes(']]>')) throw new Error('the end of CDATA where there is none');
  const stray = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.exec(text);
  if (stray) throw new Error(`a stray & at ${stray.index}`);
  expectBalanced(text);
  const nodes: unknown = parser.parse(text);
  const [root, ...more] = elementsIn(nodes);
  if (!root || more.length > 0) throw new Error('it has not one root');
  return root;
}

const TOKEN =
  /<\?xml [^?<]*\?>|<\/(?<end>[\w:.-]+)>|<(?<start>[\w:.-]+)(?<given>(?: [\w:.-]+="[^"<]*")*)(?<empty>\/?)>|[^<]+/y;

/** The parser lets much pass: every element has its end, every attribute its quotation marks and a name of its own. */
function expectBalanced(text: string): void {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const { start, end, given = '', empty } = TOKEN.exec(text)?.groups ?? {};
    if (TOKEN.lastIndex === 0) throw new Error(`no markup at ${at}: ${text.slice(at, at + 40)}`);
    const names = [...given.matchAll(/ ([^=]+)="/g)].map(([, name]) => name);
    if (new Set(names).size < names.length) throw new Error(`an attribute stands twice in ${start}`);
    if (start !== undefined && empty === '') open.push(start);
    if (end !== undefined && open.pop() !== end) throw new Error(`${end} ends where it was not begun`);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} does not end`);
}

function elementsIn(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Record<string, unknown>) => {
    const { ':@': attributes, ...rest } = node;
    return Object.entries(rest)
      .filter(([name]) => name !== '#text')
      .map(([name, below]) => ({
        name,
        attributes: Object.fromEntries(Object.entries(attributes ?? {}).map(([key, value]) => [key, String(value)])),
        children: elementsIn(below),
        text: textIn(below),
      }));
  });
}

function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes.map((node: Record<string, unknown>) => ('#text' in node ? String(node['#text']) : '')).join('');
}

export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** An item of a feed, whatever its format. */
export interface ReadItem {
  id: string;
  link: string;
  title: string;
  /** Plain text in JSON, HTML elsewhere. */
  summary: string;
  content: string;
  published: string;
  updated: string;
  categories: string[];
  authors: string[];
}

export interface ReadFeed {
  title: string;
  description: string;
  self: string | undefined;
  page: string | undefined;
  /** The archive before it. */
  older: string | undefined;
  updated: string | undefined;
  items: ReadItem[];
}

/** Every feed of a built site. */
export function feedFilesOf(folder: string): string[] {
  return globSync(`**/{${FEED_FILES.join(',')}}`, { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Reads a feed with another library than the one that writes it. */
export function readFeed(path: string): ReadFeed {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('rss.xml')) return readRss(text);
  return path.endsWith('atom.xml') ? readAtom(text) : readJsonFeed(text);
}

function readRss(text: string): ReadFeed {
  const { title = '', description = '', link, atom, items = [], lastBuildDate } = parseRssFeed(text);
  const linkOf = (rel: string) => atom?.links?.find((given) => given.rel === rel)?.href;
  return {
    title,
    description,
    self: linkOf('self'),
    older: linkOf('prev-archive'),
    page: link,
    updated: lastBuildDate,
    items: items.map((item) => ({
      id: item.guid?.value ?? '',
      link: item.link ?? '',
      title: item.title ?? '',
      summary: item.description ?? '',
      content: item.content?.encoded ?? '',
      published: item.pubDate ?? '',
      updated: item.atom?.updated ?? '',
      categories: item.categories?.map(({ name }) => name ?? '') ?? [],
      authors: item.dc?.creators ?? [],
    })),
  };
}

function readAtom(text: string): ReadFeed {
  const { title, subtitle, links = [], entries = [], updated } = parseAtomFeed(text);
  const linkOf = (rel: string) => links.find((given) => given.rel === rel)?.href;
  return {
    title: plain(title),
    description: plain(subtitle),
    self: linkOf('self'),
    older: linkOf('prev-archive'),
    page: linkOf('alternate'),
    updated,
    items: entries.map((entry) => ({
      id: entry.id ?? '',
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
      title: plain(entry.title),
      summary: plain(entry.summary),
      content: plain(entry.content),
      published: entry.published ?? '',
      updated: entry.updated ?? '',
      categories: entry.categories?.map(({ term }) => term ?? '') ?? [],
      authors: entry.authors?.map(({ name }) => name ?? '') ?? [],
    })),
  };
}

/** The text of a text construct of Atom, whichever way the library gives it. */
function plain(construct: string | { value?: string | undefined } | undefined): string {
  return typeof construct === 'string' ? construct : (construct?.value ?? '');
}

function readJsonFeed(text: string): ReadFeed {
  const { title = '', description = '', feed_url, home_page_url, next_url, items = [] } = parseJsonFeed(text);
  return {
    title,
    description,
    self: feed_url,
    older: next_url,
    page: home_page_url,
    updated: undefined,
    items: items.map((item) => ({
      id: item.id ?? '',
      link: item.url ?? '',
      title: item.title ?? '',
      summary: item.summary ?? '',
      content: item.content_html ?? '',
      published: item.date_published ?? '',
      updated: item.date_modified ?? '',
      categories: item.tags ?? [],
      authors: item.authors?.map(({ name }) => name ?? '') ?? [],
    })),
  };
}

/** What a feed breaks of its format. */
export function problemsOfFeed(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('rss.xml')) return problemsOfXml(text, rssProblems);
  return path.endsWith('atom.xml') ? problemsOfXml(text, atomProblems) : jsonFeedProblems(JSON.parse(text));
}

function problemsOfXml(text: string, problemsOf: (root: XmlElement) => string[]): string[] {
  try {
    return problemsOf(readXml(text));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const RFC3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (0[1-9]|[12]\d|3[01]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d (GMT|[+-]\d{4})$/;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/;

/** Collects what is wrong, each with the place that it is found in. */
function checker(problems: string[], place: string) {
  const wrong = (problem: string) => problems.push(`${place}: ${problem}`);
  return {
    wrong,
    /** That a child stands so many times. */
    count(parent: XmlElement, name: string, least: number, most = least) {
      const found = childrenOf(parent, name).length;
      if (found < least || found > most) wrong(`${found} ${name}`);
    },
    texts(parent: XmlElement, names: readonly string[], pattern: RegExp) {
      for (const { name, text } of parent.children) {
        if (names.includes(name) && !pattern.test(text)) wrong(`${name} is ${JSON.stringify(text)}`);
      }
    },
    known(parent: XmlElement, names: readonly string[]) {
      for (const { name } of parent.children) if (!names.includes(name)) wrong(`${name} has no place here`);
      if (parent.text.trim() !== '') wrong(`text between elements: ${parent.text.trim()}`);
    },
    whole(address: string | undefined) {
      if (address === undefined || !/^https?:\/\//.test(address) || !URL.canParse(address) || /[\s<>"]/.test(address))
        wrong(`${address} is no whole address`);
    },
  };
}

function repeated(values: readonly (string | undefined)[]): (string | undefined)[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

const ARCHIVE_RELATIONS = ['current', 'prev-archive', 'next-archive'];

/** The musts of RSS 2.0 (rssboard.org/rss-specification), its profile for atom:link, and RFC 5005. */
function rssProblems(root: XmlElement): string[] {
  const problems: string[] = [];
  const top = checker(problems, 'rss');
  if (root.name !== 'rss' || root.attributes.version !== '2.0') top.wrong('it is not RSS 2.0');
  const spaces: Record<string, string> = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  };
  for (const [name, space] of Object.entries(spaces)) if (root.attributes[name] !== space) top.wrong(name);
  top.count(root, 'channel', 1);
  top.known(root, ['channel']);
  const [channel] = childrenOf(root, 'channel');
  if (!channel) return problems;

  const feed = checker(problems, 'channel');
  const once = ['title', 'link', 'description', 'language', 'lastBuildDate'];
  feed.known(channel, [...once, 'atom:link', 'fh:archive', 'item']);
  for (const name of once) feed.count(channel, name, 1);
  feed.texts(channel, ['title', 'description'], /\S/);
  feed.texts(channel, ['lastBuildDate'], RFC822);
  feed.texts(channel, ['language'], LANGUAGE);
  feed.whole(childrenOf(channel, 'link')[0]?.text);
  const links = childrenOf(channel, 'atom:link').map(({ attributes }) => attributes);
  if (links.filter(({ rel }) => rel === 'self').length !== 1) feed.wrong('not one atom:link to itself');
  for (const { rel = '', href, type } of links) {
    if (!['self', ...ARCHIVE_RELATIONS].includes(rel)) feed.wrong(`a link to its ${rel}`);
    if (type !== 'application/rss+xml') feed.wrong(`a link of the type ${type}`);
    feed.whole(href);
  }
  const items = childrenOf(channel, 'item');
  for (const [index, item] of items.entries()) {
    const one = checker(problems, `item ${index + 1}`);
    const must = ['title', 'link', 'guid', 'pubDate', 'atom:updated', 'description', 'content:encoded'];
    one.known(item, [...must, 'dc:creator', 'category']);
    for (const name of must) one.count(item, name, 1);
    one.count(item, 'dc:creator', 0, 1);
    one.texts(item, ['title', 'description', 'content:encoded', 'category', 'dc:creator'], /\S/);
    one.texts(item, ['pubDate'], RFC822);
    one.texts(item, ['atom:updated'], RFC3339);
    one.whole(childrenOf(item, 'link')[0]?.text);
    const [guid] = childrenOf(item, 'guid');
    if (guid?.attributes.isPermaLink !== 'false') one.whole(guid?.text);
  }
  for (const id of repeated(items.map((item) => childrenOf(item, 'guid')[0]?.text))) feed.wrong(`${id} is given twice`);
  return problems;
}

/** The musts of Atom (RFC 4287, section 4) and of feed archives (RFC 5005). */
function atomProblems(root: XmlElement): string[] {
  const problems: string[] = [];
  const feed = checker(problems, 'feed');
  if (root.name !== 'feed' || root.attributes.xmlns !== 'http://www.w3.org/2005/Atom') feed.wrong('it is no feed');
  if (root.attributes['xmlns:fh'] !== 'http://purl.org/syndication/history/1.0') feed.wrong('xmlns:fh');
  if (!LANGUAGE.test(root.attributes['xml:lang'] ?? '')) feed.wrong(`the language ${root.attributes['xml:lang']}`);
  feed.known(root, ['id', 'title', 'subtitle', 'updated', 'author', 'rights', 'link', 'entry', 'fh:archive']);
  for (const name of ['id', 'title', 'updated']) feed.count(root, name, 1);
  for (const name of ['subtitle', 'rights', 'fh:archive']) feed.count(root, name, 0, 1);
  feed.texts(root, ['title', 'subtitle', 'rights'], /\S/);
  feed.texts(root, ['updated'], RFC3339);
  feed.whole(childrenOf(root, 'id')[0]?.text);
  feed.count(root, 'author', 1);
  authorProblems(root, feed);
  linkProblems(root, feed, ['self', 'alternate', ...ARCHIVE_RELATIONS]);
  if (!childrenOf(root, 'link').some(({ attributes }) => attributes.rel === 'self')) feed.wrong('no link to itself');

  const entries = childrenOf(root, 'entry');
  for (const [index, entry] of entries.entries()) {
    const one = checker(problems, `entry ${index + 1}`);
    one.known(entry, [
      ...['id', 'title', 'link', 'published', 'updated'],
      ...['author', 'category', 'summary', 'content'],
    ]);
    for (const name of ['id', 'title', 'updated', 'content', 'published', 'summary']) one.count(entry, name, 1);
    one.texts(entry, ['title', 'summary', 'content'], /\S/);
    one.texts(entry, ['published', 'updated'], RFC3339);
    one.whole(childrenOf(entry, 'id')[0]?.text);
    authorProblems(entry, one);
    linkProblems(entry, one, ['alternate']);
    for (const { attributes } of childrenOf(entry, 'category'))
      if (!attributes.term) one.wrong('a category of no term');
    for (const part of [...childrenOf(entry, 'summary'), ...childrenOf(entry, 'content')]) {
      if (part.attributes.type !== 'html') one.wrong(`${part.name} of the type ${part.attributes.type}`);
    }
    // Text constructs of the types text and html have no elements (3.1.1).
    for (const { name, children } of entry.children) {
      if (children.length > 0 && name !== 'author') one.wrong(`elements in ${name}`);
    }
  }
  for (const id of repeated(entries.map((entry) => childrenOf(entry, 'id')[0]?.text))) feed.wrong(`${id} stands twice`);
  return problems;
}

function authorProblems(parent: XmlElement, place: ReturnType<typeof checker>): void {
  for (const author of childrenOf(parent, 'author')) {
    place.known(author, ['name', 'uri', 'email']);
    place.count(author, 'name', 1);
    place.count(author, 'uri', 0, 1);
    place.texts(author, ['name'], /\S/);
    place.texts(author, ['uri'], /^https?:\/\//);
  }
}

function linkProblems(parent: XmlElement, place: ReturnType<typeof checker>, relations: readonly string[]): void {
  const links = childrenOf(parent, 'link').map(({ attributes }) => attributes);
  for (const { rel = 'alternate', href, type = '' } of links) {
    if (!relations.includes(rel)) place.wrong(`a link to its ${rel}`);
    if (!/^[a-z]+\/[a-z+.-]+$/.test(type)) place.wrong(`a link of the type ${type}`);
    place.whole(href);
  }
  // No two alternates of the same type and language (4.1.1).
  for (const rel of repeated(links.map(({ rel }) => rel))) place.wrong(`two links to its ${rel}`);
  if (!links.some(({ rel }) => rel === 'alternate')) place.wrong('no link to its page');
}

/** The same ajv everywhere: every format checked, and nothing in a schema that it does not know. */
export function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  return ajv;
}

const ADDRESS = { type: 'string', format: 'uri', pattern: '^https?://' };
const TEXT = { type: 'string', pattern: '\\S' };
const AUTHORS = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    properties: { name: TEXT, url: ADDRESS, avatar: ADDRESS },
    anyOf: [{ required: ['name'] }, { required: ['url'] }, { required: ['avatar'] }],
  },
};
const EXTENSION = { '^_[A-Za-z0-9]': { type: 'object' } };

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): there is no published schema of it. */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  patternProperties: EXTENSION,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: TEXT,
    home_page_url: ADDRESS,
    feed_url: ADDRESS,
    description: TEXT,
    user_comment: TEXT,
    next_url: ADDRESS,
    icon: ADDRESS,
    favicon: ADDRESS,
    authors: AUTHORS,
    language: { type: 'string', pattern: LANGUAGE.source },
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        patternProperties: EXTENSION,
        properties: {
          id: TEXT,
          url: ADDRESS,
          external_url: ADDRESS,
          title: TEXT,
          content_html: TEXT,
          content_text: TEXT,
          summary: TEXT,
          image: ADDRESS,
          banner_image: ADDRESS,
          date_published: { type: 'string', format: 'date-time', pattern: RFC3339.source },
          date_modified: { type: 'string', format: 'date-time', pattern: RFC3339.source },
          authors: AUTHORS,
          tags: { type: 'array', items: TEXT },
          language: { type: 'string', pattern: LANGUAGE.source },
          attachments: { type: 'array' },
        },
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
      },
    },
  },
};

const validateJsonFeed = makeAjv().compile(JSON_FEED);

function jsonFeedProblems(data: { items?: { id?: string }[] }): string[] {
  validateJsonFeed(data);
  const problems = validateJsonFeed.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
  const twice = repeated((data.items ?? []).map(({ id }) => id)).map((id) => `${id} stands twice`);
  return [...problems, ...twice];
}
