import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { inspectContent } from '../../src/checks/content.ts';
import { isWarning } from '../../src/checks/mistake.ts';
import { mayTurn } from '../../src/schemas/characters.ts';
import { schemas } from '../../src/schemas/publication.ts';
import { webAddress } from '../../src/schemas/scalars.ts';
import { ADDRESS_VECTORS, MAILBOX_VECTORS, VECTORS, type Vector } from './xss.ts';
import { Deck } from './xss-deck.ts';

/** A publication of which every text is code that would run, if anything let it. */
export const XSS = {
  content: 'tests/.output/xss-content',
  folder: 'tests/.output/xss',
  /** Under a path, and without https, so that a proxy sees whole addresses. */
  url: 'http://xss.example/paper/',
};

/** What became of the vectors. Nothing is left out without a word. */
export interface Carried {
  /** The vectors that the checks refuse in a body, with the rules that they break. */
  refusedBodies: Map<number, string[]>;
  /** Those that stand in bodies. */
  bodies: Vector[];
  fields: Deck[];
}

const PER_BODY = 8;
const PER_LONG_BODY = 48;

/** Writes the publication. */
export function writeXss(): Carried {
  const refusedBodies = bodiesRefused();
  const bodies = VECTORS.filter(({ number }) => !refusedBodies.has(number));
  const decks = new Map<string, Deck>();
  /** The next value of a field, of as many units as it takes. */
  const text = (field: string, max: number) => {
    const deck = decks.get(field) ?? new Deck(field, max, VECTORS);
    decks.set(field, deck);
    return deck.next();
  };
  rmSync(XSS.content, { recursive: true, force: true });
  write('site.yaml', yaml(site(text)));
  write('topics.yaml', yaml(TOPICS.map((id) => topic(id, text))));
  write('sources.yaml', yaml(SOURCES.map((id) => source(id, text))));
  write('places.yaml', yaml(PLACES.map((id, index) => place(id, index, text))));
  for (const [index, group] of grouped(bodies, PER_LONG_BODY).entries()) {
    const story = { headline: text('story.headline', 120), standfirst: text('story.standfirst', 400), state: 'active' };
    write(`stories/story-${index}.md`, entry(story, bodyOf(group)));
    const page = { title: text('page.title', 80), description: text('page.description', 300) };
    // Vectors lead to /about/, so that what they try besides comes to be published.
    write(`pages/${index === 0 ? 'about' : `page-${index}`}.md`, entry(page, bodyOf(group)));
  }
  const stories = grouped(bodies, PER_LONG_BODY).length;
  for (const [index, group] of grouped(bodies, PER_BODY).entries()) {
    write(`briefings/2026/b${index}.md`, entry(briefing(index, stories, text), bodyOf(group)));
  }
  return { refusedBodies, bodies, fields: [...decks.values()] };
}

type Text = (field: string, max: number) => string;

/** Open ones last: they would swallow the others. */
function grouped(vectors: readonly Vector[], size: number): Vector[][] {
  const groups: Vector[][] = Array.from({ length: Math.ceil(vectors.length / size) }, () => []);
  const inOrder = [...vectors.filter(({ isOpen }) => !isOpen), ...vectors.filter(({ isOpen }) => isOpen)];
  for (const [index, vector] of inOrder.entries()) groups[index % groups.length]?.push(vector);
  return groups;
}

/** An image that is not there, or has no words, stops a build: as an editor would write it who wants it published. */
function takeable(text: string): string {
  return text.replaceAll(
    /\bsrc=x\b( [\w]*error=)?/g,
    (_, handler) => `src=/favicon.svg alt=a${handler ? ' onload=' : ''}`,
  );
}

function bodyOf(vectors: readonly Vector[]): string {
  return vectors.map(({ text }) => takeable(text)).join('\n\n');
}

/** What the checks refuse, each alone in a body. */
function bodiesRefused(): Map<number, string[]> {
  rmSync(XSS.content, { recursive: true, force: true });
  write('site.yaml', yaml({ name: 'x', tagline: 'x', url: XSS.url, language: 'en-GB', timeZone: 'UTC', mdx: false }));
  write('topics.yaml', '[]\n');
  write('sources.yaml', '[]\n');
  write('pages/about.md', entry({ title: 'x', description: 'x' }, 'x'));
  for (const { number, text } of VECTORS) {
    write(`pages/about-${number}.md`, entry({ title: 'x', description: 'x' }, takeable(text)));
  }
  const refused = new Map<number, string[]>();
  for (const mistake of inspectContent(XSS.content).mistakes) {
    const number = Number(/about-(\d+)\.md$/.exec(mistake.file)?.[1]);
    if (isWarning(mistake) || Number.isNaN(number)) continue;
    refused.set(number, [...(refused.get(number) ?? []), mistake.rule]);
  }
  return refused;
}

const TOPICS = ['first', 'second', 'third'];
const SOURCES = ['somebody', 'office', 'third', 'fourth', 'fifth', 'sixth'];
const PLACES = ['here', 'there', 'elsewhere', 'far', 'further'];

function site(text: Text) {
  return {
    name: text('site.name', 60),
    tagline: text('site.tagline', 160),
    url: XSS.url,
    language: 'en-GB',
    timeZone: 'UTC',
    contact: MAILBOX_VECTORS.find((mailbox) => schemas.site.shape.contact.safeParse(mailbox).success),
    licence: { name: text('site.licence.name', 120), url: ADDRESSES[1] },
    mdx: false,
    asOf: '2026-03-01T12:00:00Z',
  };
}

function topic(id: string, text: Text) {
  return { id, name: text('topic.name', 40), description: text('topic.description', 300) };
}

function source(id: string, text: Text) {
  const kind = id === 'office' ? 'organization' : 'person';
  return { id, name: text('source.name', 80), kind, role: text('source.role', 120), side: text('source.side', 60) };
}

/** Names so short that they stand on the map as well. */
function place(id: string, index: number, text: Text) {
  return { id, name: text('place.name', 36), latitude: 20 * index - 40, longitude: 10 * index };
}

/** Every field of a briefing, lists with several entries. */
function briefing(index: number, stories: number, text: Text) {
  const day = String(1 + (index % 7)).padStart(2, '0');
  const source = () => SOURCES[index % SOURCES.length];
  const other = () => SOURCES[(index + 1) % SOURCES.length];
  const times = <Made>(count: number, make: (at: number) => Made): Made[] =>
    Array.from({ length: count }, (_, at) => make(at));
  return {
    headline: text('headline', 200),
    standfirst: text('standfirst', 400),
    eyebrow: text('eyebrow', 40),
    kind: 'analysis',
    publishedAt: `2026-02-${day}T09:00:${String(index % 60).padStart(2, '0')}Z`,
    dateline: text('dateline', 80),
    byline: text('byline', 120),
    place: PLACES[index % PLACES.length],
    story: `story-${index % stories}`,
    topics: TOPICS,
    keyPoints: times(5, () => ({ label: text('keyPoints.label', 40), text: text('keyPoints.text', 300) })),
    facts: times(7, () => ({
      label: text('facts.label', 80),
      value: text('facts.value', 80),
      note: text('facts.note', 200),
      by: source(),
    })),
    timeline: times(7, (at) => ({
      ...(at > 3 && { id: `event-${index}-${at}` }),
      date: at > 3 ? `2026-0${at}-${day}` : `2026-01-${10 + at}`,
      text: text('timeline.text', 120),
      detail: text('timeline.detail', 240),
      by: source(),
      place: PLACES[(index + at) % PLACES.length],
      status: at < 4 ? 'happened' : at < 6 ? 'scheduled' : 'cancelled',
    })),
    questions: times(4, (at) => ({
      id: `question-${index}-${at}`,
      about: text('questions.about', 160),
      standing: 'oneSource',
      note: text('questions.note', 300),
      statements: [statement(index * 4 + at, source(), text)],
    })),
    tallies: times(3, (at) => tally(at, other(), text)),
    series: times(3, (at) => series(at, other(), text)),
    changes: times(3, (at) => ({
      kind: 'correction',
      at: `2026-02-28T12:00:${String(at).padStart(2, '0')}Z`,
      what: text('changes.what', 400),
      was: text('changes.was', 400),
      now: text('changes.now', 400),
      grave: at === 0,
    })),
  };
}

/** The addresses that the schema takes; tests/unit/xss-fields.test.ts says which and why not others. */
const ADDRESSES = ADDRESS_VECTORS.filter((address) => webAddress().safeParse(address).success && mayTurn(address));

function statement(index: number, by: string | undefined, text: Text) {
  return {
    by,
    on: '2026-02',
    says: text('statements.says', 400),
    quote: text('statements.quote', 400),
    citation: {
      publisher: text('citation.publisher', 120),
      url: ADDRESSES[index % ADDRESSES.length],
      archiveUrl: ADDRESSES[(index + 3) % ADDRESSES.length],
      excerpt: text('citation.excerpt', 600),
    },
  };
}

function tally(at: number, by: string | undefined, text: Text) {
  return {
    id: `tally-${at}`,
    label: text('tallies.label', 120),
    by,
    on: '2026-02-01',
    unit: text('tallies.unit', 30),
    total: 100,
    parts: [1, 2, 3].map((value) => ({ label: text('tallies.part', 80), value })),
    remainderNote: text('tallies.remainderNote', 120),
    note: text('tallies.note', 200),
  };
}

function series(at: number, by: string | undefined, text: Text) {
  const values = [1, 2].map((month) => ({ on: `2026-0${month}`, value: month }));
  return {
    id: `series-${at}`,
    label: text('series.label', 120),
    unit: text('series.unit', 30),
    lines: [1, 2].map(() => ({ by, label: text('series.line', 60), values })),
    note: text('series.note', 200),
  };
}

function write(name: string, text: string): void {
  const path = `${XSS.content}/${name}`;
  mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  writeFileSync(path, text);
}

function entry(data: object, body: string): string {
  return `---\n${yaml(data)}---\n\n${body}\n`;
}

function yaml(data: object): string {
  const options = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 } as const;
  // Checks take no aliases.
  return stringify(data, { ...options, aliasDuplicateObjects: false });
}
