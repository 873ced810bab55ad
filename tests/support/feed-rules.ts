import { readFileSync } from 'node:fs';
import { LANGUAGE, RFC3339, repeated } from './feed-words.ts';
import { jsonFeedProblems } from './json-feed.ts';
import { childrenOf, readXml, type XmlElement } from './xml.ts';

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

const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (0[1-9]|[12]\d|3[01]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d (GMT|[+-]\d{4})$/;

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
    one.known(item, [...must, 'dc:creator', 'dc:language', 'category']);
    for (const name of must) one.count(item, name, 1);
    one.count(item, 'dc:creator', 0, 1);
    one.count(item, 'dc:language', 0, 1);
    one.texts(item, ['title', 'description', 'content:encoded', 'category', 'dc:creator', 'dc:language'], /\S/);
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
