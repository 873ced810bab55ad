import { counter } from '../languages/counter.ts';
import type { Words } from '../languages/index.ts';
import { FOUND_KINDS, type FoundKind, SEARCH_FILTERS } from '../newsroom/search-part.ts';
import type { FoundRecord } from './fragment.ts';
import { type Find, loadIndexes } from './indexes.ts';
import { type Match, matchesIn } from './matches.ts';
import { keepPlace, placeLeft, takeBackTo } from './place.ts';
import { isAsking, type Query, queryText, readQuery } from './query.ts';

/** How many briefings are shown at a time. */
const AT_A_TIME = 10;
/** Whoever types is waited for so long, in milliseconds. */
const PAUSE = 120;

/** The words of this script, and their language. */
type Said = Words['found'] & Pick<Words, 'language' | 'comma'>;

const form = element('Search-form', HTMLFormElement);
const words = element('Search-words', HTMLInputElement);
const results = element('Search-results', HTMLElement);
const status = element('Search-count', HTMLElement);
const list = element('Search-found', HTMLElement);
const further = element('Search-further', HTMLButtonElement);
const title = document.title;

/** What is said stands on the form. */
const said: Said = JSON.parse(form.dataset.words ?? '');
const { lang } = document.documentElement;
const count = counter(said.language, lang);

let loading: Promise<Find> | undefined;
/** Counts what was asked for, so that an answer that comes late is not shown. */
let asked = 0;
let records: readonly FoundRecord[] = [];
let shown: Match[] = [];
let loaded = 0;
let soon: number | undefined;

fill(readQuery(location.search));
form.hidden = false;
if (isAsking(query())) {
  results.ariaBusy = 'true';
  // If no more can be loaded, what is shown stays.
  void drawn()
    .then(findAgain)
    .catch(() => undefined);
} else words.focus();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void find();
});
form.addEventListener('input', () => {
  clearTimeout(soon);
  // What is looked up first is loaded while the first word is typed.
  void indexes().catch(() => undefined);
  soon = window.setTimeout(() => void find(), PAUSE);
});
further.addEventListener('click', () => void goFurther());
list.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link) keepPlace(list, link, loaded);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event);
});

/** Until what has just changed is drawn; of a page in the background nothing is. */
function drawn(): Promise<unknown> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  return document.hidden ? Promise.resolve() : frame().then(frame);
}

/** Puts what is asked for into the form. */
function fill(given: Query): void {
  words.value = given.q;
  for (const name of [...SEARCH_FILTERS, 'sort'] as const) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLSelectElement)) continue;
    field.value = given[name];
    // A choice that the publication does not have.
    if (field.selectedIndex < 0) field.value = '';
  }
}

function query(): Query {
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return readQuery(`?${new URLSearchParams(given)}`);
}

/** Loads the indexes once. A load that failed is tried again. */
function indexes(): Promise<Find> {
  loading ??= loadIndexes(JSON.parse(form.dataset.indexes ?? '[]')).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Finds what the address asks for; whoever comes back from a result is where they left. */
async function findAgain(): Promise<void> {
  const place = placeLeft();
  await find();
  const turn = asked;
  while (place && turn === asked && loaded < Math.min(place.loaded, records.length)) await showFurther(turn, query());
  if (place && turn === asked) takeBackTo(place, list);
}

/** Finds what the form asks for, keeps it in the address, and shows it. */
async function find(): Promise<void> {
  clearTimeout(soon);
  asked += 1;
  const turn = asked;
  const given = query();
  history.replaceState(null, '', location.pathname + queryText(given));
  document.title = given.q === '' ? title : `${given.q} – ${title}`;
  if (!isAsking(given)) {
    show([], [], '');
    return;
  }
  try {
    const findIn = await indexes();
    const found = await findIn(given);
    if (turn !== asked) return;
    records = found;
    shown = [];
    loaded = 0;
    await showFurther(turn, given);
  } catch {
    if (turn === asked) show([], [], said.failed);
  }
}

/** Shows more of what was found. What has been shown stays, whatever happens. */
async function goFurther(): Promise<void> {
  const turn = asked;
  const before = shown.filter(({ kind }) => kind === 'briefing').length;
  try {
    await showFurther(turn, query());
  } catch {
    if (turn === asked) status.textContent = said.failed;
    return;
  }
  // The button that had the focus is gone: what comes first of the new is the next to be read.
  if (turn === asked && further.hidden) list.querySelectorAll('a')[before]?.focus();
}

/** Shows the next briefings that were found. */
async function showFurther(turn: number, given: Query): Promise<void> {
  const from = loaded;
  const next = await Promise.all(
    records.slice(from, from + AT_A_TIME).map(async (record) => {
      return { record, matches: matchesIn(await record.data(), given.q, given.source) };
    }),
  );
  // The same may have been asked for twice, by two quick presses of the button.
  if (turn !== asked || loaded !== from) return;
  // What turns out to have nothing of it was not found; where none of the first has, none of the others.
  const found = next.filter(({ matches }) => matches.length > 0);
  shown = [...shown, ...found.flatMap(({ matches }) => matches)];
  const rest = shown.length === 0 ? [] : records.slice(from + next.length);
  records = [...records.slice(0, from), ...found.map(({ record }) => record), ...rest];
  loaded += found.length;
  show(records, shown, summary(records.length));
}

/** "12 briefings found, with 3 facts and 1 event. The first 10 are shown." */
function summary(number: number): string {
  if (number === 0) return said.nothing;
  const parts = FOUND_KINDS.filter((kind) => kind !== 'briefing').flatMap((kind) => {
    const many = shown.filter((match) => match.kind === kind).length;
    return many === 0 ? [] : [count(said.counts[kind])(many)];
  });
  const together = new Intl.ListFormat(said.language).format(parts);
  const found = (parts.length === 0 ? said.alone : said.together)
    .replace('{found}', () => count(said.counts.briefing)(number))
    .replace('{parts}', () => together);
  return loaded < number ? `${found} ${count({ other: said.first })(loaded)}` : found;
}

function show(all: readonly FoundRecord[], matches: readonly Match[], told: string): void {
  list.replaceChildren(
    ...FOUND_KINDS.flatMap((kind) => {
      const ofKind = matches.filter((match) => match.kind === kind);
      return ofKind.length === 0 ? [] : [sectionOf(kind, ofKind)];
    }),
  );
  further.hidden = loaded >= all.length;
  results.ariaBusy = null;
  status.textContent = told;
}

function sectionOf(kind: FoundKind, matches: readonly Match[]): HTMLElement {
  const heading = made('h2', said.titles[kind]);
  heading.id = `Found-${kind}`;
  const items = made(
    'ol',
    ...matches.map((match) => made('li', ...(kind === 'briefing' ? briefing(match) : part(match)))),
  );
  const section = made('section', heading, items);
  section.className = 'part';
  section.setAttribute('aria-labelledby', heading.id);
  return section;
}

function briefing(match: Match): HTMLElement[] {
  const { href, headline, date, words } = match;
  const said = words.length === 0 ? [] : [made('p', inLanguage(match, ...sentence(words)))];
  return [made('h3', link(href, inLanguage(match, headline))), ...said, meta(inLanguage(match, date))];
}

function part(match: Match): HTMLElement[] {
  const { href, headline, date, words } = match;
  const place = inLanguage(match, `${headline}${said.comma}${date}`);
  return [made('p', link(href, inLanguage(match, ...sentence(words)))), meta(place)];
}

/** What a record says, in its language. */
function inLanguage({ lang, dir }: Match, ...children: (Node | string)[]): Node {
  if (lang !== undefined) return Object.assign(made('span', ...children), { lang, dir });
  const plain = document.createDocumentFragment();
  plain.append(...children);
  return plain;
}

function meta(text: Node): HTMLElement {
  const paragraph = made('p', text);
  paragraph.className = 'meta';
  return paragraph;
}

function link(href: string, ...children: (Node | string)[]): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.append(...children);
  return anchor;
}

/** Words that were found are marked. */
function sentence(words: Match['words']): (Node | string)[] {
  return words.flatMap(({ text, isApart, isFound }, place) =>
    [place > 0 && isApart ? ' ' : [], isFound ? made('mark', text) : text].flat(),
  );
}

function made<Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: (Node | string)[]) {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

/** From the words to the first result, from result to result, and back. */
function step(event: KeyboardEvent): void {
  const stops: HTMLElement[] = [words, ...list.querySelectorAll('a'), ...(further.hidden ? [] : [further])];
  const { activeElement: at } = document;
  const place = at instanceof HTMLElement ? stops.indexOf(at) : -1;
  const next = stops[place + (event.key === 'ArrowDown' ? 1 : -1)];
  if (place < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`There is no ${id} on this page`);
  return found;
}
