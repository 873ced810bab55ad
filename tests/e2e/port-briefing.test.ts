import { expect, type Locator, test } from '@playwright/test';
import { briefingAt, figureOf, placeOf, published, questionOf, STANDINGS } from './port.ts';

const MOVED = '/briefings/2026/crane-opening-moved/';
const FIGURES = '/briefings/2026/crane-in-figures/';
const STALLS = '/briefings/2024/stalls-counted/';
const JIB = '/briefings/2025/jib-lifted/';
const CABLE = '/briefings/2025/fire-inquiry-reports/';

test('a reader opens a briefing from the list and reads in words how its question stands, and why', async ({
  page,
}) => {
  await page.goto('/briefings/');
  await page.getByRole('link', { name: briefingAt(MOVED).headline }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(briefingAt(MOVED).headline);
  const question = questionOf(page, 'Whether the crane may work at half load before it opens');
  await expect(question.getByRole('heading')).toContainText('Disputed');
  await expect(question).toContainText('The inspectors have been asked for a ruling and have not given one.');
  await expect(question.getByRole('listitem').filter({ hasText: 'Quay Workers Union' })).toContainText(
    'A crane with one brake missing is a crane with no brake',
  );
});

test('every question stands on its briefing with its standing in words, its note and all its statements', async ({
  page,
}) => {
  const standings = new Set<string>();
  for (const { address, questions } of published.filter(({ questions }) => questions.length > 0)) {
    await page.goto(address);
    const headings = page.getByRole('region', { name: 'Who says what' }).getByRole('heading', { level: 3 });
    await expect(headings, address).toContainText(
      questions.map(({ about, standing }) => new RegExp(`^\\s*${escaped(about)}\\s+${STANDINGS[standing]}`)),
    );
    for (const { about, note, standing, statements } of questions) {
      const question = questionOf(page, about);
      await expect(question, address).toContainText(note);
      const said = statements.map(
        ({ says = '', quote = '' }) => new RegExp(`${escaped(says)}.*${escaped(quote)}`, 's'),
      );
      await expect(question.getByRole('listitem'), address).toContainText(said);
      standings.add(standing);
    }
  }
  expect([...standings].sort()).toEqual(Object.keys(STANDINGS).sort());
});

test('an open question puts no words into anyone’s mouth', async ({ page }) => {
  await page.goto('/briefings/2025/crane-delivery-slips/');
  const question = questionOf(page, 'Why the crane is late');
  await expect(question.getByRole('heading')).toContainText('In dispute: no position on record by name');
  await expect(question.getByRole('list')).toHaveCount(0);
  await expect(question.getByRole('link')).toHaveCount(0);
});

test('a statement stands with who said it, in what role, when, and where it can be read', async ({ page }) => {
  await page.goto('/briefings/2025/board-publishes-minutes/');
  const statement = questionOf(page, 'Why the crane is late').getByRole('listitem').first();
  await expect(statement.getByRole('link', { name: 'Harbour Board', exact: true }).first()).toBeVisible();
  await expect(statement).toContainText('Runs the harbour of Tarrowmouth');
  await expect(statement.locator('time').first()).toHaveAttribute('datetime', '2025-12-01');
  await expect(statement).toContainText('The members resolve that the rails be laid sixty centimetres further apart');
  const read = statement.locator('a[href^="https://"]');
  await expect(read).toHaveCount(2);
  await expect(read.first()).toHaveAttribute('href', 'https://records.example/harbour-board/2024-10-17-minutes');
  await expect(read.last()).toHaveAttribute('href', 'https://archive.example/harbour-board/2024-10-17-minutes');
  await expect(read.last()).toContainText('archived copy');
});

test('statements stand side by side on a wide screen and one under the other on a narrow one', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(MOVED);
  const statements = questionOf(page, 'Whether the crane may work at half load').getByRole('listitem');
  await expect(statements).toHaveCount(2);
  const wide = await placesOf(statements);
  expect(wide.union.top).toBeCloseTo(wide.board.top, 0);
  expect(wide.union.left).toBeGreaterThanOrEqual(wide.board.right);
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = await placesOf(statements);
  expect(narrow.union.left).toBeCloseTo(narrow.board.left, 0);
  expect(narrow.union.top).toBeGreaterThanOrEqual(narrow.board.bottom);
});

test('a tally says in its name, its table and its legend what is counted, and names and counts the rest', async ({
  page,
}) => {
  await page.goto(STALLS);
  const figure = figureOf(page, 'Stalls of the fish market after the fire');
  const rest = 'under the fallen roof, not entered yet';
  const drawing = figure.getByRole('img');
  await expect(drawing).toHaveAccessibleName(`64 stalls: 23 destroyed, 31 damaged, 7 untouched, 3 ${rest}`);
  const table = figure.getByRole('table', { name: 'Stalls of the fish market after the fire: the figures' });
  const rows = await table
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  expect(rows).toEqual([
    ['destroyed', '23'],
    ['damaged', '31'],
    ['untouched', '7'],
    [rest, '3'],
    ['Total', '64 stalls'],
  ]);
  await expect(figure.getByText('3 of 64 left over')).toBeVisible();
  await expect(figure.locator('.legend').getByText(rest)).toBeVisible();
  expect(await marksOf(drawing)).toEqual([23, 31, 7, 3]);
  await expect(figure).toContainText('Port Safety Inspectorate');
});

test('of more than a few hundred units a mark stands for several, and the tally says so', async ({ page }) => {
  await page.goto('/briefings/2025/ferry-consultation-result/');
  const figure = figureOf(page, 'Answers on the winter timetable');
  await expect(figure.getByText('One mark stands for 10 answers')).toBeVisible();
  expect(await marksOf(figure.getByRole('img'))).toEqual([81, 26, 18]);
  await expect(figure.getByRole('table').getByRole('row').last()).toContainText('1,250 answers');
  await expect(figure).not.toContainText('left over');
});

test('a series says who counts what, and its table has every value and no value where there is none', async ({
  page,
}) => {
  await page.goto(FIGURES);
  const figure = figureOf(page, 'Days that ships wait for a berth (days)');
  const board = 'Harbour Board, from anchoring';
  const union = 'Quay Workers Union, from the booked time';
  await expect(figure.getByRole('img')).toHaveAccessibleName(
    `${board}: from 0.9 (Jan 2025) to 1.6 (Dec 2025); ${union}: from 1.7 (Jan 2025) to 2.7 (Dec 2025)`,
  );
  const table = figure.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Date', board, union]);
  const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(12);
  await expect(rows.nth(4).getByRole('cell')).toHaveText(['1.6', '3.1']);
  await expect(rows.nth(5).getByRole('cell')).toHaveText(['1.8', '–']);
  await expect(figure.getByRole('listitem')).toHaveText([board, union]);
  // The lines differ by more than their colours.
  const dashes = await figure
    .getByRole('listitem')
    .locator('path')
    .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).strokeDasharray));
  expect(new Set(dashes).size).toBe(2);
});

test('a figure that the text shows does not stand under it once more', async ({ page }) => {
  await page.goto(FIGURES);
  for (const label of ['Cables and fittings of the crane', 'Days that ships wait for a berth (days)']) {
    await expect(figureOf(page, label)).toHaveCount(1);
    await expect(page.locator('.prose').getByRole('figure').filter({ hasText: label })).toHaveCount(1);
  }
  await expect(page.getByRole('region', { name: 'Who says what' }).getByRole('figure')).toHaveCount(0);
});

test('what an update added is marked as new, with its day, and nothing else is', async ({ page }) => {
  await page.goto(JIB);
  const marks = page.getByRole('main').locator('mark');
  await expect(marks).toHaveText(Array.from({ length: 3 }, () => 'New, 9 October 2025'));
  const added = [
    page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: 'Inspectors clear' }),
    page.getByRole('region', { name: 'Facts at a glance' }).locator('dl > div').filter({ hasText: 'Strongest wind' }),
    questionOf(page, 'Whether the lift was safe').getByRole('heading'),
  ];
  for (const part of added) await expect(part.locator('mark')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^\s*Updated/ })).toContainText('9 October 2025');
  const change = page.getByRole('region', { name: 'What was changed' }).getByRole('listitem');
  await expect(change).toHaveText(/^\s*Update, 9 October 2025: The inspectors’ report on the lift came in/);
});

test('a grave correction stands above the text, with what it said and what it says now', async ({ page }) => {
  await page.goto(CABLE);
  const notice = page.getByRole('note');
  await expect(notice).toContainText(/Correction, 18 June 2025: We reported the opposite/);
  await expect(notice.getByRole('definition')).toHaveText([
    'The night watch had left the hall before the fire broke out.',
    'The night watch was in the hall and called the firefighters.',
  ]);
  const text = await placeOf(page.locator('.prose > p').first());
  const points = await placeOf(page.getByRole('list', { name: 'Key points' }));
  const { top, bottom } = await placeOf(notice);
  expect(bottom).toBeLessThanOrEqual(Math.min(points.top, text.top));
  expect(top).toBeGreaterThan(0);
  await expect(page.getByRole('region', { name: 'What was changed' })).toHaveCount(0);
});

test('a correction that is not grave stands below the text', async ({ page }) => {
  await page.goto(STALLS);
  await expect(page.getByRole('note')).toHaveCount(0);
  const changes = page.getByRole('region', { name: 'What was changed' });
  await expect(changes).toContainText(/Correction, 19 August 2024: The number of destroyed stalls was too low/);
  await expect(changes.getByRole('definition').last()).toHaveText('The fire destroyed 23 of 64 stalls and damaged 31.');
  const text = await placeOf(page.locator('.prose > p').last());
  expect((await placeOf(changes)).top).toBeGreaterThan(text.bottom);
});

async function placesOf(statements: Locator) {
  return {
    board: await placeOf(statements.filter({ hasText: 'Up to 20 tonnes' })),
    union: await placeOf(statements.filter({ hasText: 'No driver will go up' })),
  };
}

/** How many marks each part of a drawing has that are seen. */
function marksOf(drawing: Locator): Promise<number[]> {
  return drawing.locator('path').evaluateAll((paths) =>
    paths.map((path) => {
      const { width, height } = path.getBoundingClientRect();
      const { fill, visibility } = getComputedStyle(path);
      const seen = width > 0 && height > 0 && visibility === 'visible' && fill !== 'none';
      // A mark begins with a place of its own: "M3 0".
      return seen ? [...(path.getAttribute('d') ?? '').matchAll(/M\d/g)].length : 0;
    }),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&');
}
