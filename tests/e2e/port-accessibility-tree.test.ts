import { expect } from '@playwright/test';
import { accessibilityTree, namesOf, only, textOf, unclearIn, within } from './accessibility-tree.ts';
import { PORT_KINDS } from './port.ts';
import { test } from './support.ts';

test('no kind of page of a long publication has a landmark twice, nor a part that says nothing', async ({ page }) => {
  const unclear: string[] = [];
  for (const address of Object.values(PORT_KINDS)) {
    await page.goto(address);
    for (const found of unclearIn(await accessibilityTree(page))) unclear.push(`${address}: ${found}`);
  }
  expect(unclear).toEqual([]);
});

test('a drawn series has a name, says in words where its lines go, and has a table of them', async ({ page }) => {
  await page.goto(PORT_KINDS['a briefing with a tally and a series']);
  const tree = await accessibilityTree(page);
  const series = only(tree, 'figure', 'Days that ships wait for a berth (days)');
  expect(namesOf(within(series, 'image'))).toEqual([
    'Harbour Board, from anchoring: from 0.9 (Jan 2025) to 1.6 (Dec 2025); ' +
      'Quay Workers Union, from the booked time: from 1.7 (Jan 2025) to 2.7 (Dec 2025)',
  ]);
  const table = only(series, 'table', 'Days that ships wait for a berth: the values');
  expect(namesOf(within(table, 'columnheader'))).toEqual([
    'Date',
    'Harbour Board, from anchoring',
    'Quay Workers Union, from the booked time',
  ]);
  expect(within(table, 'row').map(textOf)).toContain('Jun 2025 1.8 –');
  expect(within(tree, 'figure', 'Cables and fittings of the crane')).toHaveLength(1);
});
