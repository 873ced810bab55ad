import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { runOnce } from './in-page.ts';

/** IBM's rules: the independent second opinion beside axe. It runs in the page, out of reach of the policy of the page. */
const engine = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine'), 'utf8');

/** The rules that map to the success criteria of WCAG 2.2, A and AA. */
const POLICY = 'WCAG_2_2';

/** How many rules even a page with little on it passes. */
const RULES_PASSED = 35;

interface Result {
  ruleId: string;
  /** The level of the rule, and how it came out. */
  value: [string, string];
  path: { dom: string };
  message: string;
}

interface Engine {
  Checker: new () => { check(node: Document, policies: string[]): Promise<{ results: Result[] }> };
}

/**
 * What IBM Equal Access finds wrong with a page as it stands: the rule, the way to the element and what is said about it.
 * What it asks a person to look at is no violation, nor is what it recommends.
 */
export async function equalAccessViolations(page: Page): Promise<string[]> {
  await runOnce(page, 'ace', engine);
  const { passed, violations } = await page.evaluate(async (policy) => {
    const { Checker }: Engine = Reflect.get(window, 'ace');
    const { results } = await new Checker().check(document, [policy]);
    return {
      passed: [...new Set(results.flatMap(({ ruleId, value: [, outcome] }) => (outcome === 'PASS' ? [ruleId] : [])))],
      violations: results
        .filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome === 'FAIL')
        .map(({ ruleId, path, message }) => `${ruleId}: ${path.dom}: ${message}`),
    };
  }, POLICY);
  // None is taken for right that was not looked at.
  expect(passed, `rules that ${page.url()} passes`).toContain('text_contrast_sufficient');
  expect(passed.length, `rules that ${page.url()} passes`).toBeGreaterThanOrEqual(RULES_PASSED);
  return violations;
}
