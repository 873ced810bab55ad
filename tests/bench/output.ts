import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { type Article, article, articles, placeOf } from './corpus.ts';

// What every contestant has to have written, looked for in the site as it is on the disk.

const PER_PAGE = 20;
const IN_FEED = 50;

/** What is missing or wrong in a site, each in a few words. */
export function wrongIn(output: string, count: number): string[] {
  const carried = new Map<string, number>();
  let pages = 0;
  for (const made of articles(count)) {
    if (existsSync(pageOf(output, made))) pages += 1;
    for (const topic of made.topics) carried.set(topic, (carried.get(topic) ?? 0) + 1);
  }
  const samples = [0, Math.floor(count / 2), count - 1].map((index) => article(index, count));
  return [
    ...(pages === count ? [] : [`${pages} pages of articles`]),
    ...[...carried].flatMap(([topic, articles]) => wrongInTopic(output, topic, articles)),
    ...(itemsIn(join(output, 'rss.xml')).length === Math.min(IN_FEED, count) ? [] : ['site feed']),
    ...samples.flatMap((made) => wrongInPage(output, made)),
    ...wrongInFeeds(output, article(count - 1, count)),
    ...(sitemapOf(output).includes(`${placeOf(article(0, count))}/</loc>`) ? [] : ['sitemap']),
    ...(linksIn(output, 'topics').size >= carried.size ? [] : ['topic index']),
  ];
}

/** Where a site does not show what was edited: the names of the pages and feeds. */
export function staleIn(output: string, edited: Article, { inHeadline, inBody }: Marks): string[] {
  const topics = edited.topics.flatMap((topic) => [
    { name: `topic page ${topic}`, path: join('topics', topic, 'index.html'), marks: [inHeadline] },
    { name: `topic feed ${topic}`, path: join('topics', topic, 'rss.xml'), marks: [inHeadline, inBody] },
  ]);
  const places = [
    { name: 'home page', path: 'index.html', marks: [inHeadline] },
    { name: 'article page', path: join('briefings', placeOf(edited), 'index.html'), marks: [inHeadline, inBody] },
    { name: 'site feed', path: 'rss.xml', marks: [inHeadline, inBody] },
    ...topics,
  ];
  return places
    .filter(({ path, marks }) => !marks.every((mark) => readIfThere(join(output, path)).includes(mark)))
    .map(({ name }) => name);
}

/** Words that stand nowhere but in an edited article. */
export interface Marks {
  inHeadline: string;
  inBody: string;
}

/** An article with its headline and its body changed. */
export function edited(made: Article, { inHeadline, inBody }: Marks): Article {
  return { ...made, headline: `${made.headline}, ${inHeadline}`, body: `Here is the ${inBody}. ${made.body}` };
}

/** The files of a site: how many, and how many of them are pages. */
export function filesIn(output: string): { files: number; pages: number } {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, pages: files.filter(({ name }) => name.endsWith('.html')).length };
}

function wrongInTopic(output: string, topic: string, articles: number): string[] {
  const pages = Math.ceil(articles / PER_PAGE);
  const folder = join(output, 'topics', topic);
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  // The address of a page after the first is up to the tool.
  const at = (number: number) => (number === 1 ? [''] : [String(number), `page/${number}`].map((name) => join(name)));
  const there = (number: number) => at(number).some((name) => existsSync(join(folder, name, 'index.html')));
  const items = itemsIn(join(folder, 'rss.xml')).length;
  return [
    ...numbers.filter((number) => !there(number)).map((number) => `page ${number} of ${topic}`),
    ...(there(pages + 1) ? [`page ${pages + 1} of ${topic} too many`] : []),
    ...(items === Math.min(IN_FEED, articles) ? [] : [`feed of ${topic}`]),
  ];
}

function wrongInPage(output: string, made: Article): string[] {
  const tree = fromHtml(readIfThere(pageOf(output, made)));
  const text = textOf(tree);
  const facts = made.facts.flatMap(({ label, value, by, note }) => [label, value, by, note]);
  const events = made.timeline.flatMap(({ text, by }) => [text, by]);
  const dates = made.timeline.map(({ date }) => date);
  return [
    ...[made.headline, made.standfirst, ...facts, ...events].filter((words) => !text.includes(words)),
    ...dates.filter((date) => !select(`time[datetime="${date}"]`, tree)),
    ...wrongInBody(tree, made),
  ].map((words) => `${made.slug}: ${words}`);
}

/** The newest article, in the feeds that it is in. */
function wrongInFeeds(output: string, made: Article): string[] {
  return ['rss.xml', ...made.topics.map((topic) => `topics/${topic}/rss.xml`)].flatMap((name) => {
    const [first = ''] = itemsIn(join(output, name));
    const content = /<content:encoded>(.*?)<\/content:encoded>/s.exec(first)?.[1] ?? '';
    // Its text is markup, read for the first time.
    const markup = content.startsWith('<![CDATA[')
      ? content.slice(9, -3)
      : textOf(fromHtml(content, { fragment: true }));
    return wrongInBody(fromHtml(markup, { fragment: true }), made).map((words) => `${name}: ${words}`);
  });
}

function wrongInBody(tree: ReturnType<typeof fromHtml>, { body }: Article): string[] {
  const cells = selectAll('td', tree).map((cell) => textOf(cell).trim());
  const rows = [...body.matchAll(/^\| (.*) \|$/gm)].slice(2).flatMap(([, row = '']) => row.split(' | '));
  const note = /^\[\^1\]: (.*)$/m.exec(body)?.[1] ?? '';
  const notes = selectAll('li', tree).map(textOf);
  return [
    ...(cells.join() === rows.join() ? [] : ['table']),
    ...(notes.some((text) => text.includes(note)) && select('sup a', tree) ? [] : ['footnote']),
    ...(select('blockquote', tree) ? [] : ['quotation']),
  ];
}

function pageOf(output: string, made: Article): string {
  return join(output, 'briefings', placeOf(made), 'index.html');
}

function itemsIn(path: string): string[] {
  return [...readIfThere(path).matchAll(/<item>(.*?)<\/item>/gs)].map(([, item = '']) => item);
}

function sitemapOf(output: string): string {
  const names = readdirSync(output).filter((name) => /^sitemap.*\.xml$/.test(name));
  return names.map((name) => readFileSync(join(output, name), 'utf8')).join('');
}

/** The addresses of topics that the topic index leads to. */
function linksIn(output: string, folder: string): Set<string> {
  const page = readIfThere(join(output, folder, 'index.html'));
  return new Set([...page.matchAll(/href="\/topics\/([a-z-]+)\/"/g)].map(([, topic = '']) => topic));
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
