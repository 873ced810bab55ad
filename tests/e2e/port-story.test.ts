import { expect, type Locator, type Page, test } from '@playwright/test';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { briefingAt, briefingsOf, datesOf, published, stories } from './port.ts';
import { tabTo } from './support.ts';

const CRANE = '/stories/harbour-crane/';
const FIRE = '/stories/fish-market-fire/';

test('the list of stories has each with how it stands, the one with the newest briefing first', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Stories' }).click();
  const listed = page.getByRole('main').getByRole('listitem');
  const expected = [
    { name: 'The new harbour crane', state: 'Running', story: 'harbour-crane' },
    { name: 'The Skerrin ferry timetable', state: 'Paused', story: 'skerrin-ferry-timetable' },
    { name: 'The fish market fire inquiry', state: 'Closed', story: 'fish-market-fire' },
  ];
  expect(expected.map(({ story }) => story)).toEqual(stories);
  await expect(listed).toContainText(
    expected.map(({ state, story }) => `${state} · ${briefingsOf(story).length} briefings`),
  );
  await expect(listed.getByRole('heading', { level: 2 })).toHaveText(expected.map(({ name }) => name));
  await listed.first().getByRole('link').click();
  await expect(page).toHaveURL(CRANE);
});

test('a story tells each event of its briefings once', async ({ page }) => {
  for (const story of stories) {
    await page.goto(`/stories/${story}/`);
    await unfold(page);
    const told = briefingsOf(story).flatMap(({ timeline }) => timeline);
    const named = told.filter(({ id }) => id !== undefined);
    const unnamed = told.filter(
      ({ id, date, text }) => id === undefined && !named.some((other) => other.date === date && other.text === text),
    );
    const distinct = new Set([...named.map(({ id }) => id), ...unnamed.map(({ date, text }) => `${date} ${text}`)]);
    expect(told.length, story).toBeGreaterThan(distinct.size);
    await expect(eventsOf(page), story).toHaveCount(distinct.size);
  }
});

test('an event that several sources tell has all their names', async ({ page }) => {
  await page.goto(FIRE);
  const fire = eventsOf(page).filter({ hasText: 'Fire burns in the fish market' });
  await expect(fire).toHaveCount(1);
  const names = fire.locator('.by').getByRole('link');
  expect((await names.allInnerTexts()).sort()).toEqual(['Port Safety Inspectorate', 'Town Council']);
  // Two briefings tell this one in the same words, without an id.
  const reopened = eventsOf(page).filter({ hasText: 'The market reopens in the net shed' });
  await expect(reopened).toHaveCount(1);
  expect((await reopened.locator('.by').getByRole('link').allInnerTexts()).sort()).toEqual([
    'Harbour Board',
    'Town Council',
  ]);
});

test('the dates of a story stand in order', async ({ page }) => {
  for (const story of stories) {
    await page.goto(`/stories/${story}/`);
    await unfold(page);
    const dates = await datesOf(eventsOf(page));
    expect(dates.length, story).toBeGreaterThan(5);
    // Dates of ISO 8601 sort as text, a year before its months and a month before its days.
    expect(dates, story).toEqual([...dates].sort());
  }
});

test.describe('without scripts in the browser', () => {
  test.use({ javaScriptEnabled: false });

  test('what came before a story is folded away, and opens by keyboard', async ({ page }) => {
    await page.goto(CRANE);
    const region = page.getByRole('region', { name: 'The story so far' });
    const before = region.locator('details').getByRole('listitem');
    await expect(before).toHaveCount(0);
    await expect(region.getByText('The old crane is put up on the North Quay')).toBeHidden();
    await expect(region.getByText('The Harbour Board orders the crane')).toBeVisible();
    const fold = region.locator('summary');
    await expect(fold).toHaveText('Before: 6 earlier dates');
    await tabTo(page, fold);
    await page.keyboard.press('Enter');
    await expect(before).toHaveCount(6);
    await expect(region.getByText('The old crane is put up on the North Quay')).toBeVisible();
    for (const date of await datesOf(before)) expect(date < '2024-06-10', date).toBe(true);
    await page.keyboard.press('Enter');
    await expect(region.getByText('The old crane is put up on the North Quay')).toBeHidden();
  });
});

test('a story says where each question stands now, and how it stood before', async ({ page }) => {
  await page.goto(CRANE);
  const standings = page.getByRole('region', { name: 'Where things stand' });
  const questions = new Set(briefingsOf('harbour-crane').flatMap(({ questions }) => questions.map(({ id }) => id)));
  await expect(standings.getByRole('heading', { level: 3 })).toHaveCount(questions.size);
  const delay = standings.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Why the crane is late' }),
  });
  await expect(delay.getByRole('heading')).toContainText('The sides agree');
  await expect(delay).toContainText('The minutes settled it.');
  const history = delay.getByRole('list').getByRole('listitem');
  await expect(history.getByRole('link')).toContainText(['In dispute: no position on record by name', 'Disputed']);
  await expect(history.first()).toContainText('18 March 2025');
  await expect(history.nth(1)).toContainText('13 May 2025');
  // Two more briefings between them said the same, and do not stand there.
  await expect(history.filter({ hasText: 'Disputed' })).toHaveCount(1);
  await history.nth(1).getByRole('link').click();
  await expect(page).toHaveURL('/briefings/2025/who-is-to-blame-for-the-delay/#Question-crane-delay');
  await expect(page.locator(':target')).toBeInViewport();
  await expect(page.locator(':target')).toContainText('Why the crane is late');
});

test('a question that has stood in one way only has no history', async ({ page }) => {
  await page.goto(CRANE);
  const jobs = page
    .getByRole('region', { name: 'Where things stand' })
    .getByRole('listitem')
    .filter({
      has: page.getByRole('heading', { name: 'How many drivers’ posts' }),
    });
  // Two briefings ask it; the newer one stands here.
  await expect(jobs.getByRole('link')).toHaveText(['Work begins on the foundations of the new crane']);
  await expect(jobs.getByRole('list')).toHaveCount(0);
});

test('later leads from the first briefing of a story to the last, and earlier back to the first', async ({ page }) => {
  const crane = briefingsOf('harbour-crane');
  expect(crane.length).toBeGreaterThan(10);
  await page.goto(crane.at(-1)?.address ?? '/');
  expect(await walk(page, 'Later')).toEqual(crane.toReversed().map(({ headline }) => headline));
  const fire = briefingsOf('fish-market-fire');
  await page.goto(fire[0]?.address ?? '/');
  expect(await walk(page, 'Earlier')).toEqual(fire.map(({ headline }) => headline));
});

test('a briefing outside all stories leads to no earlier and no later one', async ({ page }) => {
  await page.goto('/briefings/2024/tide-clock-restored/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The tide clock on Rope Walk runs again');
  await expect(page.getByRole('navigation', { name: 'In this story' })).toHaveCount(0);
});

test('what is coming up stands soonest first, and a moved event says from when', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coming up' }).click();
  const coming = page.getByRole('main').locator('ol').first().locator('> li');
  expect(await datesOf(coming)).toEqual(['2026-03-18', '2026-04-20', '2026-05']);
  await expect(coming).toContainText([
    'The drivers sit their test',
    'The crane is opened',
    'The crane gets its full safety certificate',
  ]);
  await expect(coming.nth(1)).toContainText('Moved from 16 February 2026');
  await expect(coming.filter({ hasText: /moved/i })).toHaveCount(1);
  for (const event of await coming.all()) {
    await expect(event.getByRole('link', { name: 'The new harbour crane' })).toBeVisible();
  }
});

test('a scheduled event whose date has passed is told as not confirmed, and a cancelled one is not coming up', async ({
  page,
}) => {
  await page.goto('/coming-up/');
  const unconfirmed = page.getByRole('region', { name: 'Was scheduled, not confirmed' }).getByRole('listitem');
  await expect(unconfirmed).toHaveCount(1);
  await expect(unconfirmed).toContainText('The talks go into a second round');
  expect(await datesOf(unconfirmed)).toEqual(['2026-01-29']);
  await expect(page.getByRole('main')).not.toContainText('Sunday boat');
});

test('an older briefing shows what became of what it promised', async ({ page }) => {
  const event = (text: string) =>
    page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: text });
  await page.goto('/briefings/2025/ferry-sunday-trial-planned/');
  await expect(event('The first Sunday boat sails')).toContainText('Cancelled');
  await expect(event('The first Sunday boat sails')).not.toContainText('Scheduled');
  await page.goto('/briefings/2026/crane-passes-load-trials/');
  await expect(event('The crane is opened')).toContainText(/Scheduled, moved from 16 February 2026/);
  expect(await datesOf(event('The crane is opened'))).toEqual(['2026-04-20']);
  await page.goto('/briefings/2026/ferry-talks-pause/');
  await expect(event('The talks go into a second round')).toContainText('Was scheduled, not confirmed');
  await page.goto('/briefings/2024/crane-ordered/');
  expect(await datesOf(event('The crane is delivered'))).toEqual(['2025-09-22']);
  await expect(event('The crane is delivered')).not.toContainText('Scheduled');
});

test('a briefing of half past eleven in the evening, UTC, stands on the next day of London in summer', async ({
  page,
}) => {
  const late = briefingAt('/briefings/2025/ships-wait-longer/');
  expect(late.publishedAt).toBe('2025-07-14T23:30:00Z');
  await page.goto(late.address);
  await expect(page.getByRole('article').locator('header')).toContainText('15 July 2025');
  await page.goto('/briefings/');
  const listed = page.getByRole('main').getByRole('listitem').filter({ hasText: late.headline });
  await listed.getByRole('link', { name: '15 July 2025' }).click();
  await expect(page).toHaveURL('/days/2025-07-15/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('15 July 2025');
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText([late.headline]);
  await page.getByRole('navigation', { name: 'Days' }).getByRole('link', { name: '14 July 2025' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('14 July 2025');
  await expect(page.getByRole('main')).toContainText('The Board publishes its figures on waiting ships');
  await expect(page.getByRole('main')).not.toContainText(late.headline);
});

test('a day leads to the days before and after it that have something', async ({ page }) => {
  await page.goto('/days/2025-07-15/');
  const days = page.getByRole('navigation', { name: 'Days' });
  await days.getByRole('link', { name: '28 July 2025' }).click();
  await expect(page).toHaveURL('/days/2025-07-28/');
  await expect(page.getByRole('main')).toContainText('The Council accepts all recommendations');
  await days.getByRole('link', { name: '15 July 2025' }).click();
  await expect(page).toHaveURL('/days/2025-07-15/');
});

test('every published briefing stands on the page of one day', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap-1.xml')).text();
  const days = [...sitemap.matchAll(/\/days\/\d{4}-\d\d-\d\d\//g)].map(([path]) => path);
  expect(days.length).toBeGreaterThan(50);
  const listed: string[] = [];
  for (const day of days) {
    const tree = fromHtml(await (await request.get(day)).text());
    listed.push(...selectAll('main h3', tree).map((heading) => textOf(heading)));
  }
  expect(listed.sort()).toEqual(published.map(({ headline }) => headline).sort());
});

/** The entries of the timeline of a story that are to be seen. */
function eventsOf(page: Page): Locator {
  return page.getByRole('region', { name: 'The story so far' }).getByRole('listitem');
}

async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator('summary').all()) await fold.click();
}

/** Follows a link from page to page until there is none. Gives the headlines on the way. */
async function walk(page: Page, way: 'Earlier' | 'Later'): Promise<string[]> {
  const headlines: string[] = [];
  for (let steps = 0; steps < 100; steps += 1) {
    headlines.push(await page.getByRole('heading', { level: 1 }).innerText());
    const neighbours = page.getByRole('navigation', { name: 'In this story' });
    const next = neighbours.getByRole('paragraph').filter({ hasText: way }).getByRole('link');
    if ((await next.count()) === 0) return headlines;
    const name = await next.innerText();
    await next.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
  throw new Error('It does not end.');
}
