import {
  blockAt,
  changeValue,
  fileOf,
  type KeyLine,
  keyLines,
  type Text,
  textOf,
  valueLines,
  withLine,
} from './file.ts';
import type { Random } from './random.ts';

type Change = (random: Random, file: string) => string;

const TOPICS = ['harbour', 'territory', 'Harbour', 'harbor', 'x', '../x', 'harbour ', '1'];
const DATES = [
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2025-02-29',
  '2024-02-29',
  '0000',
  '0001',
  '9999-12-31',
  '2026-2-1',
  '26-01-2026',
  '26 January 2026',
  '2026/01/26',
  '2026-01-26/2026-01-20',
  '2026-01/2026-01-20',
  '2026-01-01/2026-01-02/2026-01-03',
  '2026-01-26~',
  '2026~',
  '~',
  '2026-W04',
  '2026-01-26T18:30:00',
  '2026-01-26T18:30:00Z',
  '2026-01-26T24:00:00Z',
  '2026-01-26T18:30:60Z',
  '2026-01-26T18:30:00+25:00',
  '2026-01-26 18:30:00Z',
  '2099-01-01T00:00:00Z',
  '2099-01-01',
  '20260126',
  '-2026',
  '1e3',
  '0x7E8',
  '2_026',
  '"2014"',
  "'2026-02'",
];
const TYPES = [
  '138',
  '1.50',
  '-0',
  '1e5',
  '0o17',
  '0x1F',
  '.inf',
  '.nan',
  'true',
  'False',
  'yes',
  'null',
  '~',
  '',
  '[]',
  '{}',
  '[a, b]',
  '{a: b}',
  '""',
  "''",
  '" "',
  '2026-01-26',
  '12:30:45',
  '9007199254740993',
  'undefined',
  '<<',
  '=',
];
const SPECIALS = [
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '?',
  '- ',
  ': ',
  '# ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!!str ',
  '!!binary ',
  '|-\n    ',
  '>+\n    ',
  '<<: ',
  '--- ',
  '... ',
  '\t',
];

/** Mutations of what stands between the two `---`. */
export const FRONT_MATTER: Record<string, Change> = {
  'key deleted': (random, file) => {
    const text = textOf(file);
    return fileOf({ ...text, front: text.front.toSpliced(random.pick(keyLines(text.front)).index, 1) });
  },
  'block deleted': (random, file) => {
    const text = textOf(file);
    const { start, end } = blockAt(text.front, random.pick(keyLines(text.front)));
    return fileOf({ ...text, front: text.front.toSpliced(start, end - start) });
  },
  'key duplicated': (random, file) => {
    const text = textOf(file);
    const { start, end } = blockAt(text.front, random.pick(keyLines(text.front)));
    return fileOf({ ...text, front: text.front.toSpliced(end, 0, ...text.front.slice(start, end)) });
  },
  'key renamed': (random, file) => {
    const { front } = textOf(file);
    return renamed(random, file, () => random.pick(keyLines(front)).key);
  },
  'key with a typo': (random, file) =>
    renamed(random, file, (key) => {
      const at = random.below(key.length);
      const letter = random.pick([...'abcdefghijklmnopqrstuvwxyz']);
      const letters = [...key];
      return random
        .pick([
          letters.toSpliced(at, 1),
          letters.toSpliced(at, 0, letter),
          letters.with(at, letter),
          letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? ''),
          [key.toUpperCase()],
          [key, ' '],
          [`"${key}"`],
          ['__proto__'],
          ['constructor'],
        ])
        .join('');
    }),
  'type of a value': (random, file) => changeValue(random, file, () => random.pick(TYPES)),
  'values swapped': (random, file) => {
    const text = textOf(file);
    const [one, other] = [random.pick(valueLines(text.front)), random.pick(valueLines(text.front))];
    const swapped = withLine(text, one.index, `${one.indent}${one.key}: ${other.value}`);
    return fileOf(withLine(swapped, other.index, `${other.indent}${other.key}: ${one.value}`));
  },
  indentation: (random, file) => {
    const text = textOf(file);
    const count = 1 + random.below(3);
    const at = random.below(text.front.length);
    const shift = random.pick<(line: string) => string>([
      (line) => ` ${line}`,
      (line) => `  ${line}`,
      (line) => line.replace(/^ /, ''),
      (line) => line.replace(/^ {2}/, ''),
      (line) => `\t${line}`,
      (line) => line.replace(/^( *)- /, '$1'),
      (line) => line.replace(/^( *)(?!-| )/, '$1- '),
    ]);
    return fileOf({
      ...text,
      front: text.front.map((line, index) => (index >= at && index < at + count ? shift(line) : line)),
    });
  },
  quotes: (random, file) =>
    changeValue(random, file, ({ value }) => {
      const bare = value.replaceAll(/^["']|["']$/g, '');
      return random.pick([
        bare,
        `"${bare}`,
        `${bare}"`,
        `'${bare}`,
        `"${bare}'`,
        `"${bare}"`,
        `'${bare}'`,
        `"${bare}\\"`,
        `''${bare}''`,
        `“${bare}”`,
      ]);
    }),
  'YAML specials': (random, file) =>
    changeValue(random, file, ({ value }) => {
      const special = random.pick(SPECIALS);
      const at = random.pick([0, 0, random.below(value.length), value.length]);
      return value.slice(0, at) + special + value.slice(at);
    }),
  dates: (random, file) =>
    changeValue(random, file, () => random.pick(DATES), /^(publishedAt|asOf|date|on|at|embargoUntil|accessed)$/),
  ids: (random, file) =>
    changeValue(
      random,
      file,
      ({ key, value }) => otherId(random, key, value),
      /^(id|by|story|topics|standing|status|kind|state)$/,
    ),
  'length of a value': (random, file) =>
    changeValue(random, file, ({ value }) =>
      random.pick([
        `"${'long '.repeat(random.pick([10, 24, 60, 120, 5000]))}"`,
        `[${'['.repeat(random.pick([5, 200, 20_000]))}`,
        `${'['.repeat(5000)}${']'.repeat(5000)}`,
        `${'{a: '.repeat(500)}${'}'.repeat(500)}`,
        `|\n${'      line\n'.repeat(random.pick([1, 400]))}`,
        `${value} ${'é'.repeat(random.pick([20, 400]))}`,
        `${value} ${'😀'.repeat(random.pick([10, 200]))}`,
      ]),
    ),
};

function renamed(random: Random, file: string, change: (key: string) => string): string {
  const text: Text = textOf(file);
  const line: KeyLine = random.pick(keyLines(text.front));
  return fileOf(withLine(text, line.index, `${line.indent}${change(line.key)}: ${line.value}`.trimEnd()));
}

function otherId(random: Random, key: string, value: string): string {
  if (key === 'topics') return `[${[value.slice(1, -1), random.pick(TOPICS)].join(', ')}]`;
  return random.pick([
    value.toUpperCase(),
    `${value}s`,
    value.slice(1),
    value.replaceAll('-', '_'),
    `${value}-`,
    `[${value}]`,
    `"${value} "`,
    'withdrawal',
    'cancelled',
    'open',
    'agreed',
    'analysis',
    'toString',
    '1',
  ]);
}
