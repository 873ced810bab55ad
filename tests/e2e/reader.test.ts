import { type APIRequestContext, expect, type Locator } from '@playwright/test';
import {
  anyOf,
  briefings,
  factsOf,
  newestBriefing,
  PAGE_KINDS,
  sourceNames,
  stories,
  test,
  timelineOf,
  topics,
} from './support.ts';

const newest = newestBriefing();
const anyName = anyOf(sourceNames());

test('a reader meets the newest briefing on the home page and follows it', async ({ page }) => {
  await page.goto('/');
  const lead = page.getByRole('article').first();
  const headline = lead.getByRole('heading', { level: 2, name: newest.headline });
  await expect(headline).toBeVisible();
  await expect(lead.getByText(newest.standfirst)).toBeVisible();
  await headline.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: newest.headline })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(newest.address);
});

test('each fact beside the lead stands with the name of whoever says so', async ({ page }) => {
  await page.goto('/');
  const facts = page.getByRole('article').first().locator('dl > div');
  expect(await facts.count()).toBeGreaterThanOrEqual(3);
  for (const fact of await facts.all()) {
    await expect(fact.getByRole('term')).toBeVisible();
    await expect(fact.getByRole('definition').first()).toBeVisible();
    await expect(fact.getByRole('definition').last()).toHaveText(anyName);
  }
});

test('each fact of a briefing stands with the name of whoever says so', async ({ page }) => {
  for (const { address } of briefings()) {
    await page.goto(address);
    const facts = factsOf(page);
    expect(await facts.count(), address).toBeGreaterThanOrEqual(4);
    for (const fact of await facts.all()) {
      await expect(fact.getByRole('term'), address).toBeVisible();
      await expect(fact.getByRole('definition').first(), address).toBeVisible();
      await expect(fact.getByRole('definition').last(), address).toContainText(anyName);
    }
  }
});

test('each briefing tells its dates in order, and says that the February talks are scheduled', async ({ page }) => {
  for (const { address } of briefings()) {
    await page.goto(address);
    await expectDatesInOrder(timelineOf(page));
    const talks = timelineOf(page).filter({ has: page.locator('time[datetime="2026-02-01"]') });
    await expect(talks, address).toContainText('Scheduled');
    await expect(talks, address).toContainText('Dmitry Peskov');
    await expect(timelineOf(page).filter({ hasText: 'Scheduled' }), address).toHaveCount(1);
  }
});

test('the story tells the dates of all its briefings in order, and lists them', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'The whole story' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Russia–Ukraine peace talks' })).toBeVisible();
  await expectDatesInOrder(page.getByRole('region', { name: 'The story so far' }).getByRole('listitem'));
  const listed = page.getByRole('region', { name: 'Briefings' }).getByRole('heading', { level: 3 });
  await expect(listed).toHaveText(briefings().map(({ headline }) => headline));
});

test('each topic is reached from a briefing, and lists all briefings about it and no others', async ({ page }) => {
  for (const { id, name } of topics()) {
    const about = briefings().filter((briefing) => briefing.topics.includes(id));
    await page.goto(about[0]?.address ?? '/topics/');
    await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    const listed = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
    await expect(listed, name).toHaveText(about.map(({ headline }) => headline));
  }
});

test('a briefing names its topics and no others', async ({ page }) => {
  for (const briefing of briefings()) {
    await page.goto(briefing.address);
    const named = page.getByRole('main').getByRole('navigation', { name: 'Topics' }).getByRole('link');
    const names = topics().flatMap(({ id, name }) => (briefing.topics.includes(id) ? [name] : []));
    expect((await named.allInnerTexts()).sort()).toEqual(names.sort());
  }
});

test('the list of topics has each of them, with the number of its briefings', async ({ page }) => {
  await page.goto('/topics/');
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries).toHaveCount(topics().length);
  for (const { id, name } of topics()) {
    const count = briefings().filter((briefing) => briefing.topics.includes(id)).length;
    const entry = entries.filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(entry).toContainText(count === 1 ? '1 briefing' : `${count} briefings`);
  }
});

test('the list of briefings has all of them, newest first', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Briefings' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Briefings');
  const listed = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link');
  await expect(listed).toHaveText(briefings().map(({ headline }) => headline));
});

test('every kind of page names a feed for programs, and it answers', async ({ page, request }) => {
  const feeds = new Set<string>();
  for (const address of Object.values(PAGE_KINDS)) {
    await page.goto(address);
    const links = page.locator('head link[rel="alternate"][type="application/rss+xml"]');
    await expect(links.first(), address).toHaveAttribute('title', /\S/);
    for (const link of await links.all()) feeds.add((await link.getAttribute('href')) ?? '');
  }
  for (const feed of feeds) expect(await titleOfFeed(request, feed)).toMatch(/\S/);
});

test('the Subscribe page lists a feed for everything and for each topic, and each answers', async ({
  page,
  request,
}) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Subscribe' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subscribe');
  const everything = page.getByRole('region', { name: 'Everything' }).getByRole('listitem');
  await expect(everything.getByRole('heading')).toHaveText(['All briefings', 'Corrections']);
  const oneTopic = page.getByRole('region', { name: 'One topic' }).getByRole('listitem');
  const names = await oneTopic.getByRole('heading').allInnerTexts();
  expect(names.sort()).toEqual(
    topics()
      .map(({ name }) => name)
      .sort(),
  );
  await expectFeedOf(request, everything.first(), 'Readout');
  await expectFeedOf(request, everything.last(), 'Corrections');
  for (const feed of await oneTopic.all()) {
    await expectFeedOf(request, feed, await feed.getByRole('heading').innerText());
  }
});

test('the Subscribe page lists a calendar for everything and for each story, and all feeds in one file', async ({
  page,
  request,
}) => {
  await page.goto('/subscribe/');
  const calendars = page.getByRole('region', { name: 'Calendars' }).getByRole('listitem');
  await expect(calendars).toHaveCount(1 + stories().length);
  for (const calendar of await calendars.all()) {
    const address = (await calendar.getByRole('link').getAttribute('href')) ?? '';
    expect(new URL(await calendar.getByRole('code').innerText()).pathname).toBe(address);
    expect(await (await request.get(address)).text()).toMatch(/^BEGIN:VCALENDAR\r\n.*\r\nBEGIN:VEVENT\r\n/s);
  }
  const opml = (await page.getByRole('link', { name: 'All feeds in one file' }).getAttribute('href')) ?? '';
  expect(await (await request.get(opml)).text()).toContain('<opml version="2.0">');
});

test('a story leads to its feed, its calendar and its data, and its next date into a calendar', async ({
  page,
  request,
}) => {
  const [story] = stories();
  await page.goto(`/stories/${story}/`);
  for (const [name, file, text] of [
    ['RSS for this story', 'rss.xml', '<rss version="2.0"'],
    ['Calendar of its dates', 'calendar.ics', 'BEGIN:VCALENDAR'],
    ['JSON', 'index.json', '"headline"'],
  ] as const) {
    const address = (await page.getByRole('main').getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
    expect(address).toBe(`/stories/${story}/${file}`);
    expect(await (await request.get(address)).text()).toContain(text);
  }
  const add = page.getByRole('link', { name: /^Add to calendar: ./ });
  await expect(add).toHaveText('Add to calendar');
  const event = await (await request.get((await add.getAttribute('href')) ?? '')).text();
  expect(event.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(event).toContain('DTSTART;VALUE=DATE:20260201');
});

test('a browser reads every feed, list and sitemap as XML without a mistake', async ({ page, request }) => {
  await page.goto('/subscribe/');
  const links = await page.locator('head link[rel="alternate"][type$="+xml"]').all();
  const feeds = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(feeds.length).toBeGreaterThan(20);
  const lists = ['/feeds.opml', '/sitemap-index.xml', '/sitemap-1.xml', '/news-sitemap.xml'];
  for (const address of [...lists, ...feeds.map((feed) => feed ?? '')]) {
    const text = await (await request.get(address)).text();
    // Another reader of XML, and a strict one.
    const mistake = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.childElementCount;
    }, text);
    expect(mistake, address).toEqual(expect.any(Number));
  }
});

test('a reader who mistypes an address is told so and led back', async ({ page, request }) => {
  for (const mistyped of ['/briefing/2026/abu-dhabi-talk/', '/topics/peace/', '/nothing/']) {
    const response = await page.goto(mistyped);
    expect(response?.status(), mistyped).toBe(404);
    const told = page.getByRole('heading', { level: 1, name: 'There is no page here' });
    await expect(told).toBeVisible();
    const ways = page.getByRole('main').getByRole('link');
    expect(await ways.count()).toBeGreaterThanOrEqual(1);
    for (const way of await ways.all()) {
      expect(await request.get((await way.getAttribute('href')) ?? '')).toBeOK();
    }
    await ways.first().click();
    await expect(told).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
});

async function expectFeedOf(request: APIRequestContext, entry: Locator, name: string): Promise<void> {
  const { pathname } = new URL(await entry.getByRole('code').innerText());
  const formats = entry.getByRole('link');
  await expect(formats).toHaveText(['RSS', 'Atom', 'JSON']);
  for (const [index, file] of ['rss.xml', 'atom.xml', 'feed.json'].entries()) {
    await expect(formats.nth(index)).toHaveAttribute('href', pathname.replace('rss.xml', file));
    expect(await request.get(pathname.replace('rss.xml', file))).toBeOK();
  }
  expect(await titleOfFeed(request, pathname)).toContain(name);
}

/** The title of an RSS feed; undefined where something else answers. */
async function titleOfFeed(request: APIRequestContext, path: string): Promise<string | undefined> {
  const response = await request.get(path);
  expect(response, path).toBeOK();
  expect(response.headers()['content-type'], path).toMatch(/\bxml\b/);
  return /<rss .*?<channel>.*?<title>(.*?)<\/title>/s.exec(await response.text())?.[1];
}

async function expectDatesInOrder(timeline: Locator): Promise<void> {
  const entries = await timeline.all();
  expect(entries.length).toBeGreaterThanOrEqual(3);
  const dates = [];
  for (const entry of entries) dates.push(await entry.getByRole('time').first().getAttribute('datetime'));
  // Dates of ISO 8601 sort as text, a year before its months and a month before its days.
  expect(dates).toEqual([...dates].sort());
}
