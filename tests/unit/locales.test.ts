import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What is written in some languages that Intl does not know: Latin, Crimean Tatar. */
const WRITTEN = `
  const { dayText } = await import('./src/newsroom/dates.ts');
  const { numberText } = await import('./src/newsroom/numbers.ts');
  const { nameIn, ownName } = await import('./src/newsroom/language.ts');
  const { wordsOf } = await import('./src/languages/index.ts');
  const told = ['la', 'crh'].map((language) => {
    const style = { language, timeZone: 'UTC' };
    const day = dayText('2026-02-01T12:00:00Z', style);
    return [day, numberText(1234.5, style), nameIn('uk', language), ownName(language), wordsOf(language).lists.briefings(1200)];
  });
  console.log(JSON.stringify(told));
`;

test.each(['C', 'de_DE.UTF-8', 'tr_TR.UTF-8'])(
  'a language that Intl does not know is written in one way, on a machine of the locale %s too',
  (LC_ALL) => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', WRITTEN], {
      env: { ...process.env, LC_ALL, LANG: LC_ALL },
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual([
      ['1 February 2026', '1,234.5', 'Ukrainian', 'Latin', '1,200 briefings'],
      ['1 February 2026', '1,234.5', 'Ukrainian', 'Crimean Tatar', '1,200 briefings'],
    ]);
  },
);
