import { expect, type Page } from '@playwright/test';
import { briefings, factsOf, test, timelineOf } from './support.ts';

const DRONE_WAR = '/briefings/2026/drone-war/';
const GUARANTEES = '/briefings/2026/security-guarantees/';
const TALKS = '/briefings/2026/abu-dhabi-talks/';

/** Figures of the source report: where each stands in a fact box, what it counts, and who says so on which day. */
const FIGURES = [
  { on: DRONE_WAR, value: '138', counts: 'launched', by: 'Ukrainian authorities', asOf: '2026-01-26' },
  { on: DRONE_WAR, value: '110', counts: 'intercepted', by: 'Ukrainian authorities', asOf: '2026-01-26' },
  { on: DRONE_WAR, value: '21', counts: 'struck', by: 'Ukrainian authorities', asOf: '2026-01-26' },
  { on: DRONE_WAR, value: '40', counts: 'Ukrainian drones', by: 'Russia’s Defence Ministry', asOf: '2026-01-26' },
  { on: TALKS, value: 'about 1,000 km', counts: 'Front line', by: 'The report', asOf: '2026-01' },
  { on: GUARANTEES, value: '“100% ready”', counts: 'document', by: 'Volodymyr Zelenskyy', asOf: '2026-01-25' },
  { on: TALKS, value: '1 February', counts: 'United Arab Emirates', by: 'Dmitry Peskov', asOf: '2026-01-26' },
];

/** All that the report quotes, and whose words they are. */
const QUOTATIONS = new Map([
  ['“serious work ahead”', 'Peskov'],
  ['“100% ready”', 'Zelenskyy'],
]);

for (const [on, figures] of Map.groupBy(FIGURES, ({ on }) => on)) {
  test(`figures of ${on} stand in its fact box with who says so, and when`, async ({ page }) => {
    await page.goto(on);
    for (const { value, counts, by, asOf } of figures) {
      const fact = factsOf(page).filter({ has: page.getByRole('definition').getByText(value, { exact: true }) });
      await expect(fact).toHaveCount(1);
      await expect(fact).toContainText(counts);
      await expect(fact.getByRole('definition').last()).toContainText(by);
      await expect(fact.locator('time')).toHaveAttribute('datetime', asOf);
    }
  });
}

test('a key point says that the report does not account for 7 of the 138 drones', async ({ page }) => {
  await page.goto(DRONE_WAR);
  const points = page.getByRole('main').getByRole('list', { name: 'Key points' }).getByRole('listitem');
  const open = points.filter({ hasText: /report does not account for/ });
  await expect(open).toContainText(/\b(7|seven)\b/);
  await expect(open).toContainText(/\b138\b/);
  await expect(open).toContainText(/\b131\b/);
});

test('the words of Dmitry Peskov and the talks that he announces stand under his name in the timeline', async ({
  page,
}) => {
  await page.goto(TALKS);
  const words = timelineOf(page).filter({ hasText: '“serious work ahead”' });
  await expect(words).toContainText('Dmitry Peskov');
  await expect(words.getByRole('time')).toHaveAttribute('datetime', '2026-01-26');
  const talks = timelineOf(page).filter({ hasText: 'United Arab Emirates' });
  await expect(talks).toContainText('Scheduled · Dmitry Peskov');
  await expect(talks.getByRole('time')).toHaveAttribute('datetime', '2026-02-01');
});

test('each quotation that is set apart names its speaker and the day', async ({ page }) => {
  await page.goto('/briefings/2026/how-it-got-here/');
  const peskov = page.getByRole('figure').filter({ hasText: '“serious work ahead”' });
  await expect(peskov).toContainText('Dmitry Peskov');
  await expect(peskov.getByRole('time')).toHaveAttribute('datetime', '2026-01-26');
  const zelenskyy = page.getByRole('figure').filter({ hasText: '“100% ready”' });
  await expect(zelenskyy).toContainText('Volodymyr Zelenskyy');
  await expect(zelenskyy.getByRole('time')).toHaveAttribute('datetime', '2026-01-25');
});

test('a row of the table of drones names who reports its figure', async ({ page }) => {
  await page.goto(DRONE_WAR);
  for (const { value, by } of FIGURES.filter(({ on }) => on === DRONE_WAR)) {
    const row = page
      .locator('.prose')
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: value, exact: true }) });
    await expect(row).toContainText(by);
  }
});

test('nothing is quoted but the words of the report, and always with the name of the speaker', async ({
  page,
  addresses,
}) => {
  const quoted = new Set<string>();
  for (const address of addresses) {
    await page.goto(address);
    for (const { quotation, around } of await quotationsOn(page)) {
      if (['/about/', '/method/'].includes(address)) continue;
      quoted.add(quotation);
      expect.soft([...QUOTATIONS.keys()], `quoted on ${address}`).toContain(quotation);
      expect.soft(around, `${quotation} on ${address}`).toContain(QUOTATIONS.get(quotation));
    }
  }
  expect([...quoted].sort()).toEqual([...QUOTATIONS.keys()].sort());
});

test('no briefing has quotation marks that are not typographic', async ({ page }) => {
  for (const { address } of briefings()) {
    await page.goto(address);
    await expect(page.locator('body')).not.toContainText('"', { useInnerText: true });
  }
});

/** Everything between quotation marks, in the page and in what it says of itself, with the passage it stands in. */
function quotationsOn(page: Page): Promise<{ quotation: string; around: string }[]> {
  return page.evaluate(() => {
    const told = [...document.querySelectorAll('meta[content]')].map((meta) => meta.getAttribute('content') ?? '');
    const passages = [document.title, ...told];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.parentElement;
      if (!walker.currentNode.nodeValue?.includes('“') || !text) continue;
      const whole = text.closest('li, figure, dl > div, tr') ?? text.closest('p, h1, h2, h3, td, blockquote') ?? text;
      passages.push(whole.textContent);
    }
    return passages.flatMap((around) => {
      return (around.match(/“[^”]*”?/g) ?? []).map((quotation) => ({ quotation, around }));
    });
  });
}
