import { expect, type Page } from '@playwright/test';
import {
  accessibilityTree,
  landmarksOf,
  namesOf,
  only,
  type Part,
  textOf,
  unclearIn,
  within,
} from './accessibility-tree.ts';
import { briefings, newestBriefing, PAGE_KINDS, test } from './support.ts';

const FACTS_AND_DATES = ['complementary Facts and dates', 'region Facts at a glance', 'region Coming up'];

/** What a screen reader can jump to, between the masthead and the foot of the page. */
const LANDMARKS: Record<string, string[]> = {
  [PAGE_KINDS['the home page']]: ['region The story so far', 'region Latest', 'region Coming up'],
  [PAGE_KINDS['a briefing']]: [
    ...FACTS_AND_DATES,
    'region Who says what',
    'region Timeline',
    'region Cite this briefing',
    'navigation In this story',
    'navigation Topics',
  ],
  [PAGE_KINDS['a story']]: [
    'region Where things stand',
    'region Coming up',
    'region Where it happens',
    'region The story so far',
    'region Briefings',
  ],
  [PAGE_KINDS['a topic']]: [],
  [PAGE_KINDS['what is coming up']]: [],
  [PAGE_KINDS['the list of corrections']]: [],
  '/search/': ['search', 'region Topics', 'region Stories', 'region Months'],
};

test('the landmarks of a page are told apart by their names', async ({ page }) => {
  for (const [address, landmarks] of Object.entries(LANDMARKS)) {
    const expected = ['banner', 'navigation Main', 'main', ...landmarks, 'contentinfo', 'navigation About this site'];
    expect.soft(landmarksOf(await open(page, address)), address).toEqual(expected);
  }
});

test('no page has a landmark twice, nor a list, an image or a heading that says nothing', async ({
  page,
  addresses,
}) => {
  const unclear: string[] = [];
  for (const address of addresses) {
    for (const found of unclearIn(await open(page, address))) unclear.push(`${address}: ${found}`);
  }
  expect(unclear).toEqual([]);
});

test('a briefing tells its key points, and each fact with its value and who says so', async ({ page }) => {
  const tree = await open(page, PAGE_KINDS['a briefing']);
  expect(within(only(tree, 'list', 'Key points'), 'listitem').map(textOf)).toEqual([
    expect.stringMatching(/^What happened\. /),
    expect.stringMatching(/^What is said\. /),
    expect.stringMatching(/^What is unresolved\. /),
  ]);
  const list = only(only(tree, 'region', 'Facts at a glance'), 'DescriptionList');
  const talks = list.parts.find((group) => textOf(group).startsWith('Further talks'));
  expect(talks?.parts.map((part) => [part.role, textOf(part)])).toEqual([
    ['term', 'Further talks'],
    ['definition', '1 February'],
    ['definition', expect.stringMatching(/^United Arab Emirates · Dmitry Peskov , 26 January 2026/)],
  ]);
  for (const group of list.parts) {
    expect(group.parts.map(({ role }) => role)).toEqual(['term', 'definition', 'definition']);
    expect(namesOf(within(group, 'link'))).toEqual([expect.stringMatching(/\S/), 'Link to this fact']);
  }
});

test('a briefing tells each question with how it stands, and who says what about it', async ({ page }) => {
  const statements = only(await open(page, PAGE_KINDS['a briefing']), 'region', 'Who says what');
  expect(namesOf(within(statements, 'heading'))).toEqual([
    'Who says what',
    'Whether the talks were constructive The sides agree',
    'When the talks go on One source only',
  ]);
  const [tone, round] = within(statements, 'list').map(({ parts }) => parts.map(textOf));
  expect(tone).toEqual([
    expect.stringMatching(/^Dmitry Peskov Kremlin spokesman, 26 January 2026 The talks were constructive/),
    expect.stringMatching(/^Volodymyr Zelenskyy President of Ukraine, 25 January 2026 The talks were constructive/),
  ]);
  expect(round).toEqual([expect.stringMatching(/^Dmitry Peskov Kremlin spokesman, 26 January 2026 Further talks/)]);
});

for (const [kind, name] of [
  ['the home page', 'The story so far'],
  ['a briefing', 'Timeline'],
  ['a story', 'The story so far'],
] as const) {
  test(`the timeline of ${kind} is a list of dates with what happened, and what is to come says so`, async ({
    page,
  }) => {
    const timeline = only(await open(page, PAGE_KINDS[kind]), 'region', name);
    const events = within(timeline, 'listitem');
    expect(events.length).toBeGreaterThan(3);
    for (const event of events) expect(textOf(event)).toMatch(/^(\d+ )?(– \d+ )?([A-Z][a-z]{2} )?\d{4} \S+ \S+/);
    for (const event of events) expect(within(event, 'time').length).toBeGreaterThan(0);
    expect(events.filter((event) => / Scheduled · /.test(textOf(event)))).toEqual(events.slice(-1));
    expect(textOf(events.at(-1) ?? timeline)).toMatch(/^1 Feb 2026 Further talks, .* Scheduled · Dmitry Peskov/);
  });
}

test('what came before a story is told once it is unfolded', async ({ page }) => {
  await page.goto(PAGE_KINDS['a story']);
  const fold = async () => only(await accessibilityTree(page), 'group');
  expect(textOf(await fold())).toBe('Before: 2 earlier dates');
  await page.getByText('Before: 2 earlier dates').click();
  expect(within(await fold(), 'listitem').map(textOf)).toEqual([
    expect.stringMatching(/^2014 Russia annexes Crimea/),
    expect.stringMatching(/^Feb 2022 Russia begins its full-scale invasion of Ukraine/),
  ]);
});

test('a drawn tally has a name, says in words what is drawn, and has a table of it', async ({ page }) => {
  const figure = only(await open(page, PAGE_KINDS['a briefing with a table']), 'figure');
  expect(figure.name).toBe('Drones launched by Russia overnight');
  expect(only(figure, 'image').name).toMatch(/^138 drones: 110 intercepted, 21 struck .*, 7 not accounted for/);
  const table = only(figure, 'table', 'Drones launched by Russia overnight: the figures');
  expect(within(table, 'row').map((row) => row.parts.map(({ role }) => role))).toEqual(
    Array.from({ length: 4 }, () => ['rowheader', 'cell']),
  );
  expect(textOf(within(table, 'row').at(-1) ?? table)).toBe('Total 138 drones');
});

test('the map of a story names its places, and a list says the same with what happened there', async ({ page }) => {
  const map = only(await open(page, PAGE_KINDS['a story']), 'region', 'Where it happens');
  expect(namesOf(within(map, 'image'))).toEqual(['Map: Abu Dhabi']);
  expect(within(map, 'listitem').map(textOf)).toEqual([
    'Abu Dhabi 24.45° N, 54.38° E Trilateral talks in Abu Dhabi, 23 – 24 Jan 2026',
  ]);
});

test('each briefing of the home page is an article with its headline for a name', async ({ page }) => {
  const articles = within(await open(page, '/'), 'article');
  expect(articles.length).toBeGreaterThan(3);
  expect(articles[0]?.name).toBe(newestBriefing().headline);
  for (const article of articles) {
    expect(namesOf(within(article, 'heading'))).toEqual([article.name]);
    expect(briefings().map(({ headline }) => headline)).toContain(article.name);
  }
});

test('a topic and the dates to come are lists, and each link of theirs says where it leads', async ({ page }) => {
  const topic = only(await open(page, PAGE_KINDS['a topic']), 'main');
  const headlines = within(only(topic, 'list'), 'heading').map(({ name }) => name);
  expect(headlines).toEqual(
    briefings().flatMap(({ topics, headline }) => (topics.includes('peace-talks') ? [headline] : [])),
  );
  const coming = only(await open(page, PAGE_KINDS['what is coming up']), 'main');
  expect(namesOf(within(within(coming, 'list').at(-1) ?? coming, 'link'))).toEqual([
    'Dmitry Peskov',
    'Add to calendar: Further talks, United Arab Emirates',
    'Russia–Ukraine peace talks',
  ]);
});

test('the fields of the search have names, and what is found is told and listed', async ({ page }) => {
  await page.goto('/search/?q=talks');
  await expect(page.getByRole('status')).toHaveText(/found/);
  const tree = await accessibilityTree(page);
  const search = only(tree, 'search');
  expect(namesOf(within(search, 'searchbox'))).toEqual(['Words to find']);
  expect(namesOf(within(search, 'combobox'))).toEqual(['Topic', 'Story', 'Source', 'Year', 'Order']);
  expect(namesOf(within(search, 'button'))).toEqual(['Search']);
  expect(textOf(only(tree, 'status'))).toMatch(/^5 briefings found, with /);
  for (const kind of ['Briefings', 'Facts', 'Who says what', 'Events']) {
    const found = within(only(tree, 'region', kind), 'listitem');
    expect(found.length, kind).toBeGreaterThan(0);
    for (const item of found) expect(namesOf(within(item, 'link')), kind).toEqual([expect.stringMatching(/\S{3}/)]);
  }
});

async function open(page: Page, address: string): Promise<Part> {
  await page.goto(address);
  return accessibilityTree(page);
}
