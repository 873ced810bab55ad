import { expect, type Locator, test } from '@playwright/test';
import { briefingAt, datesOf, hidden, published, withdrawn } from './port.ts';

const MOVED = '/briefings/2026/crane-opening-moved/';
const COLD_STORE = '/briefings/2024/cold-store-blamed/';

test('a reader follows a name to its page and finds the statement there, with the question that it answers', async ({
  page,
}) => {
  await page.goto(MOVED);
  const said = page.getByRole('region', { name: 'Who says what' });
  await said.getByRole('link', { name: 'Quay Workers Union' }).click();
  await expect(page).toHaveURL('/sources/quay-workers-union/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quay Workers Union');
  await expect(page.getByRole('main')).toContainText('Represents crane drivers and dockers');
  const statement = page.getByRole('region', { name: 'Statements' }).getByRole('listitem').filter({
    hasText: 'No driver will go up as long as one brake is missing.',
  });
  await expect(statement).toHaveCount(1);
  await expect(statement).toContainText('Disputed');
  await expect(statement.getByRole('link', { name: briefingAt(MOVED).headline })).toBeVisible();
  const question = 'Whether the crane may work at half load before it opens';
  await statement.getByRole('heading', { name: question }).getByRole('link').click();
  await expect(page).toHaveURL(`${MOVED}#Question-half-load`);
  await expect(page.locator(':target')).toContainText(question);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the page of a source has each of its statements once, newest first, twenty a page', async ({ page }) => {
  for (const source of ['harbour-board', 'town-council', 'ines-calloway']) {
    const known = statementsOf(source);
    await page.goto(`/sources/${source}/`);
    await expect(page.getByRole('main').locator('header')).toContainText(
      `${known.length} ${known.length === 1 ? 'statement' : 'statements'} on record`,
    );
    const dates: string[] = [];
    const texts: string[] = [];
    const older = page.getByRole('link', { name: 'Older' });
    for (;;) {
      const listed = page.getByRole('region', { name: 'Statements' }).locator('ol').first().locator('> li');
      const count = await listed.count();
      expect(count, source).toBe(Math.min(20, known.length - dates.length));
      // The day of the briefing stands before that of the statement.
      dates.push(...(await datesOf(listed, 'last')));
      texts.push(...(await textsOf(listed)));
      if ((await older.count()) === 0) break;
      await older.click();
    }
    expect(dates.length, source).toBe(known.length);
    expect(dates, source).toEqual([...dates].sort().reverse());
    for (const said of known) {
      const found = texts.filter((text) => text.includes(said.says ?? '') && text.includes(said.quote ?? ''));
      expect(found.length, `${source}: ${said.says} ${said.quote}`).toBeGreaterThan(0);
    }
  }
  expect(statementsOf('harbour-board').length).toBeGreaterThan(20);
});

test('a statement that two briefings of a story report stands once on the page of its source', async ({ page }) => {
  await page.goto('/sources/quay-workers-union/');
  const statement = page.getByRole('region', { name: 'Statements' }).getByRole('listitem').filter({
    hasText: 'Four of nine posts go once the new crane starts.',
  });
  await expect(statement).toHaveCount(1);
  await expect(statement.getByRole('link', { name: 'Work begins on the foundations' })).toBeVisible();
});

test('the list of sources has everyone whom a published briefing names, and nobody else', async ({ page, request }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Sources' }).click();
  const names = ['Harbour Board', 'Ines Calloway', 'Port Safety Inspectorate', 'Quay Workers Union', 'Skerrin Line'];
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([...names, 'Town Council']);
  for (const unnamed of ['rhona-fennick', 'desmond-pyle']) {
    expect((await request.get(`/sources/${unnamed}/`)).status(), unnamed).toBe(404);
  }
});

test('the list of corrections has corrections, clarifications and withdrawals, newest first, and no update', async ({
  page,
}) => {
  const kinds: Record<string, string> = {
    correction: 'Correction',
    clarification: 'Clarification',
    withdrawal: 'Withdrawn',
  };
  const made = [...published, ...withdrawn]
    .flatMap((briefing) =>
      briefing.changes
        // Of what was withdrawn only the withdrawal is left.
        .filter(({ kind }) => (withdrawn.includes(briefing) ? kind === 'withdrawal' : kind !== 'update'))
        .map((change) => ({ ...change, headline: briefing.headline })),
    )
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  expect(published.flatMap(({ changes }) => changes).some(({ kind }) => kind === 'update')).toBe(true);

  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click();
  const listed = page.getByRole('main').locator('ol > li');
  await expect(listed.getByRole('heading', { level: 2 })).toHaveText(made.map(({ headline }) => headline));
  await expect(listed.getByText(/^\s*(?:Correction|Clarification|Withdrawn|Update),/)).toContainText(
    made.map(({ kind, what }) => new RegExp(`${kinds[kind]},.*: ${what.slice(0, 40)}`, 's')),
  );
  await listed.getByRole('link', { name: briefingAt(COLD_STORE).headline }).click();
  await expect(page).toHaveURL(COLD_STORE);
});

test('of a withdrawn briefing its page has the headline, the days and the notice, and nothing else', async ({
  page,
}) => {
  await page.goto(COLD_STORE);
  const main = page.getByRole('main');
  const [withdrawal] = briefingAt(COLD_STORE).changes.filter(({ kind }) => kind === 'withdrawal');
  expect((await main.innerText()).split(/\n+/).filter(Boolean)).toEqual([
    'Withdrawn, 22 November 2024',
    briefingAt(COLD_STORE).headline,
    withdrawal?.what ?? '',
    'Published 20 November 2024',
    'All corrections',
  ]);
  await expect(page).toHaveTitle(/^Withdrawn: /);
  await main.getByRole('link', { name: 'All corrections' }).click();
  await expect(page).toHaveURL('/corrections/');
});

test('no list, story, topic, source or day leads to what was withdrawn, is under embargo or is a draft', async ({
  request,
}) => {
  expect([withdrawn.length, hidden.length]).toEqual([1, 2]);
  const index = await (await request.get('/sitemap-1.xml')).text();
  const paths = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) {
    const text = await (await request.get(path)).text();
    const toHidden = hidden.filter(({ address, headline }) => text.includes(address) || text.includes(headline));
    expect(toHidden, path).toEqual([]);
    expect(text, path).not.toMatch(/Wexley|Fennick|Brindlecard|Pyle|brine pump/i);
    if ([COLD_STORE, '/corrections/'].includes(path)) continue;
    expect(text, path).not.toContain(COLD_STORE);
    expect(text, path).not.toContain(briefingAt(COLD_STORE).headline);
  }
});

test('nothing answers at the address of a draft or of a briefing under embargo, or on days that only they have', async ({
  request,
}) => {
  const days = ['2026-02-26', '2026-03-24', '2026-03-30', '2024-07-02', '2024-11-20'];
  for (const path of [...hidden.map(({ address }) => address), ...days.map((day) => `/days/${day}/`)]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('what a draft or a briefing under embargo tells changes no public event', async ({ page }) => {
  await page.goto('/coming-up/');
  const coming = page.getByRole('main').getByRole('listitem');
  expect(await datesOf(coming.filter({ hasText: 'The crane is opened' }))).toEqual(['2026-04-20']);
  await expect(coming.filter({ hasText: 'second round' })).toHaveCount(1);
  await page.goto('/stories/skerrin-ferry-timetable/');
  const talks = page.getByRole('listitem').filter({ hasText: 'The talks go into a second round' });
  await expect(talks).toContainText('Was scheduled, not confirmed');
});

/** What a source says in the published briefings; once, where several of a story report it. */
function statementsOf(source: string) {
  const said = published.flatMap(({ story, address, questions }) =>
    questions.flatMap(({ id, statements }) =>
      statements
        .filter(({ by }) => by === source)
        .map((statement): [string, typeof statement] => [
          JSON.stringify([story ?? address, id, statement.on, statement.says, statement.quote]),
          statement,
        ]),
    ),
  );
  return [...new Map(said).values()];
}

function textsOf(entries: Locator): Promise<string[]> {
  return entries.evaluateAll((elements) => elements.map(({ textContent }) => textContent));
}
