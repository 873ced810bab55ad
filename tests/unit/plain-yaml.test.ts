import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCollection, isNode, LineCounter, parse, parseDocument } from 'yaml';
import type { Path, Place } from '../../src/checks/document.ts';
import { placesInPlain, readPlain } from '../../src/checks/plain-yaml.ts';

const files = ['content', 'tests/publications/good', 'tests/publications/warned'].flatMap((folder) =>
  globSync(`${folder}/**/*.{md,mdx,yaml}`),
);
const texts = files.sort().map((file) => {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.yaml') ? text : (/^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? '');
});

/** The paths of all that there is in some data, and of a few things that there are not. */
function pathsIn(data: unknown, path: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [path, [...path, 'lost'], [...path, 0]];
  const steps = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  return [
    ...[path, [...path, 'lost'], [...path, 99]],
    ...steps.flatMap((step) => pathsIn(Reflect.get(data, step), [...path, step])),
  ];
}

function placesOf(text: string, data: unknown): Place[] {
  return pathsIn(data).map(placesInPlain(text));
}

/** As a whole parser tells them: those of the nodes, or of the nearest around that exist. */
function expectedPlaces(text: string, data: unknown): Place[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  return pathsIn(data).map((path) => {
    let node: unknown = contents;
    for (const step of path) {
      const next: unknown = isCollection(node) ? node.get(step, true) : undefined;
      if (!isNode(next)) break;
      node = next;
    }
    const { line, col } = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
    return { line, column: col };
  });
}

describe('plain YAML', () => {
  test('is nearly all that there is in publications, and read as a whole parser reads it', () => {
    const plain = texts.filter((text) => readPlain(text) !== undefined);
    expect(plain.length).toBeGreaterThan(texts.length * 0.7);
    for (const text of plain) expect(readPlain(text)).toStrictEqual(parse(text));
    for (const text of plain) expect(placesOf(text, parse(text))).toEqual(expectedPlaces(text, parse(text)));
  });

  test.each([
    'a: 1\nb: 1.50\nc: text of words\nd: "in: marks"\ne: \'it\'\'s\'\nf: [a, b-c]\ng: []\nh: true\ni: ""\n',
    'a:\n  - b: 1\n    c:\n      - x\n      - y\n  - b: 2\nd:\n- e\n- f: 1\n  g: 2\nh: i\n',
    '# A comment.\n\na: 2026-01-20\n# Another.\nb: 12:30\nc: 1_000\nd: 138 of 150\ne: “quoted”\n',
    '- id: a\n  name: A\n\n- id: b\n  name: Ünïcode — and 中文, {more} [of] it\n',
    'constructor: a\ntoString: b\ny: no\nurl: https://example.org/#part\n',
  ])('%j is plain', (text) => {
    expect(readPlain(text)).toStrictEqual(parse(text));
  });

  test.each([
    ...[
      '',
      'a',
      'a:',
      'a: ',
      'a:\nb: 1',
      ' a: 1',
      'a: 1\n  b: 2',
      'a: one\n  two',
      'a:\n    b: 1\n  c: 2',
      'a: 1\na: 2',
    ],
    ...[
      'a: b: c',
      'a: b # c',
      'a: b:',
      'a: - b',
      'a: &b c',
      'a: *b',
      'a: !c d',
      'a: |\n  b',
      'a: >-\n  b',
      'a: "b\\n"',
    ],
    ...['a: "b', "a: 'b", "a: 'b' c", 'a: "b" # c', 'a: {b: c}', 'a: [b, [c]]', 'a: [b', 'a: @b', 'a: %b', 'a: `b`'],
    ...[
      'a: null',
      'a: ~',
      'a: True',
      'a: 0x1f',
      'a: 0o7',
      'a: 1e3',
      'a: 007',
      'a: -1',
      'a: .5',
      'a: 12345678901234567',
    ],
    ...[
      'null: a',
      'true: a',
      '1: a',
      '? a\n: b',
      '<<: a',
      '__proto__: a',
      'a b: c',
      '---\na: 1',
      'a: 1\n...',
      'a: 1\n- b',
    ],
    ...[
      '- - a',
      '-  a',
      '-',
      'a:\tb',
      'a: b\r\n',
      'a: b ',
      'a: b\u0085c',
      '\uFEFFa: b',
      `${'a:\n'}${' '.repeat(101)}b: 1`,
    ],
  ])('%j is not, and is left to a whole parser', (text) => {
    expect(readPlain(text)).toBeUndefined();
  });

  test('is never taken for something else, whatever is typed into it', () => {
    const typed = fc.constantFrom(
      ...[
        '- ',
        ': ',
        ':',
        '"',
        "'",
        '[',
        ']',
        ', ',
        '{',
        '&a ',
        '*a',
        ' # c',
        '#',
        '  ',
        ' ',
        '\n',
        '\n\n',
        '\n  ',
        '\n    - ',
      ],
      ...[
        '-0',
        '1.50',
        '007',
        '.5',
        '1e3',
        '0x1f',
        'null',
        '~',
        'true',
        'True',
        'é',
        '“',
        '---',
        '!x',
        '|',
        '>-',
        '%',
        '\\',
      ],
      ...["''", '""', '- - a', '-  b', 'id: a', '? ', '\u00A0', '12:30', '1_000', '<<: a', '\t', '\r'],
    );
    const change = fc.record({ at: fc.nat(), cut: fc.nat({ max: 6 }), typed });
    const changed = fc.tuple(fc.constantFrom(...texts), fc.nat({ max: 30 }), fc.array(change, { maxLength: 4 }));
    fc.assert(
      fc.property(changed, ([text, lines, changes]) => {
        const given = changes.reduce(
          (before, { at, cut, typed }) =>
            before.slice(0, at % (before.length + 1)) + typed + before.slice((at % (before.length + 1)) + cut),
          `${text
            .split('\n')
            .slice(0, lines + 1)
            .join('\n')}\n`,
        );
        const read = readPlain(given);
        if (read === undefined) return;
        const { errors, warnings } = parseDocument(given);
        expect([...errors, ...warnings]).toEqual([]);
        expect(read).toStrictEqual(parse(given));
        expect(placesOf(given, read)).toEqual(expectedPlaces(given, read));
      }),
      { numRuns: 400 },
    );
  });
});
