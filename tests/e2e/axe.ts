import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { runOnce } from './in-page.ts';

/** It runs in the page, out of reach of the policy of the page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe makes of a page. */
export interface Findings {
  /** The names of the rules that the page passes. */
  passes: string[];
  /** The rules that it breaks, with the elements. */
  violations: string[];
}

/**
 * Runs axe on a page as it stands. Only names come out of the page: to hand over all that axe notes of what is right takes
 * longer than to find it.
 *
 * @param rules which of them, by their tags or their names.
 */
export async function findingsOfAxe(page: Page, rules: axe.RunOnly): Promise<Findings> {
  await runOnce(page, 'axe', source);
  return await page.evaluate(async (runOnly) => {
    const { run }: typeof axe = Reflect.get(window, 'axe');
    const { passes, violations } = await run(document, { runOnly, resultTypes: ['violations'] });
    return {
      passes: passes.map(({ id }) => id),
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    };
  }, rules);
}
