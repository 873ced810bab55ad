import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesTable } from '../../src/checks/rules.ts';

test('the README lists the rules as they are', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, listed] = /^<!-- rules -->\n([\s\S]*)\n<!-- \/rules -->$/m.exec(readme) ?? [];
  expect(listed).toBe(rulesTable());
});
