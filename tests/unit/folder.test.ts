import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../src/checks/content.ts';
import { listFolder } from '../../src/checks/folder.ts';
import { formatMistake } from '../../src/checks/mistake.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';

/** What is wrong in a content folder that was changed, each as `name rule: message`. */
function wrongIn(change: (folder: string) => void): string[] {
  return withFolder(LEAST, (folder) => {
    change(folder);
    return listFolder(folder).wrong.map(({ name, rule, message }) => `${name} ${rule}: ${message}`);
  });
}

const file = (name: string) =>
  wrongIn((folder) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  });

describe('a file of the content folder', () => {
  test.each([
    ...['stories/port.md', 'briefings/1999/a.md', 'briefings/2026/a-1-b.mdx', 'pages/about.md', '2026.md'],
    ...['crane.png', 'briefings/2026/Crane of the Year.JPEG', 'a/b/c/x.svg', 'x.webp', 'x.avif', 'x.gif', 'x.jpg'],
    ...['.DS_Store', '.git/config', 'briefings/.part', 'pages/.#about.md'],
  ])('named %s has its place, or is the system’s', (name) => {
    expect(file(name)).toEqual(name === '2026.md' ? [expect.stringContaining('2026.md unknown-file: ')] : []);
  });

  test.each([
    ['site.yml', 'site.yaml'],
    ['Topics.yaml', 'topics.yaml'],
    ['pages/About Us.md', 'pages/about-us.md'],
    ['pages/about_us.markdown', 'pages/about-us.md'],
    ['briefings/2026/New-Crane.MDX', 'briefings/2026/new-crane.mdx'],
    ['Stories/port.md', 'stories/port.md'],
  ])('named %s may have been meant as %s', (name, meant) => {
    const [problem] = wrongIn((folder) => {
      if (name === 'site.yml' || name === 'Topics.yaml') execFileSync('rm', [join(folder, meant)]);
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), 'x');
    });
    expect(problem).toMatch(`${name} unknown-file: Nothing is published from here.`);
    expect(problem).toContain(`Did you mean ${meant}?`);
  });

  test.each([
    ...[
      'notes.txt',
      'Notes.TXT',
      'pages/about.mdx',
      'stories/port.mdx',
      'briefings/a.md',
      'briefings/26/a.md',
      'pages/a/b.md',
    ],
    ...['pages/a--b.md', 'pages/-a.md', 'pages/größe.md', 'briefings/2026/a.md~', 'x.pdf', 'pages/a\nb.md', 'png'],
  ])('named %j has none, and nothing near is guessed', (name) => {
    const [problem, ...others] = file(name);
    expect(others).toEqual([]);
    expect(problem).toContain(`${name} unknown-file: Nothing is published from here. Known: site.yaml`);
    expect(problem).not.toContain('Did you mean');
  });

  test('whose name differs from another in capitals alone is named with the other', () => {
    const problems = wrongIn((folder) => {
      writeFileSync(join(folder, 'Crane.png'), 'x');
      writeFileSync(join(folder, 'crane.png'), 'x');
    });
    expect(problems).toEqual([
      expect.stringContaining('crane.png case-only: The name differs from Crane.png in capitals'),
    ]);
  });

  test('that is a pipe is not opened, which would last for ever', () => {
    expect(wrongIn((folder) => execFileSync('mkfifo', [join(folder, 'pages.md')]))).toEqual([
      'pages.md unreadable: This is no file but a device or a pipe. Remove it.',
    ]);
  });

  test('comes in an order that does not hang on the language of the machine', () => {
    const names = withFolder(
      { ...LEAST, 'pages/b.md': '', 'pages/a-b.md': '', 'pages/a.md': '', 'z.png': '', 'B.png': '', 'ä.png': '' },
      (folder) => {
        const { entries, images } = listFolder(folder);
        return [...entries.map(({ name }) => name), ...images];
      },
    );
    expect(names).toEqual([
      ...[
        'briefings/2026/crane.md',
        'pages/a-b.md',
        'pages/a.md',
        'pages/b.md',
        'site.yaml',
        'sources.yaml',
        'topics.yaml',
      ],
      ...['B.png', 'z.png', 'ä.png'],
    ]);
  });
});

describe('a symbolic link', () => {
  const crane = 'briefings/2026/crane.md';
  test.each([
    ['to a file of the folder is that file', '../2026/crane.md', []],
    ['by its whole path too', (folder: string): string => join(folder, crane), []],
    [
      'through another one too',
      (folder: string): string => {
        symlinkSync('crane.md', join(folder, 'briefings/2026/.hidden.md'));
        return '.hidden.md';
      },
      [],
    ],
    ['that leads nowhere', 'lost.md', ['leads nowhere']],
    ['that leads to itself', 'link.md', ['leads nowhere']],
    ['that leads out of the folder', '../../../outside.md', ['leads out of the content folder']],
    ['that leads to a device', '/dev/zero', ['leads out of the content folder']],
    [
      'that leads to a folder beside, of a name that begins alike',
      '../../../content-2/a.md',
      ['leads out of the content folder'],
    ],
    ['that leads to a folder', '.', ['leads to a folder, which is not followed']],
    ['that leads to the content folder itself', '../..', ['leads out of the content folder']],
  ] as const)('%s', (_name, target, problems) => {
    const found = wrongIn((folder) => {
      writeFileSync(join(folder, '../outside.md'), 'secret');
      mkdirSync(join(folder, '../content-2'));
      writeFileSync(join(folder, '../content-2/a.md'), 'secret');
      symlinkSync(typeof target === 'string' ? target : target(folder), join(folder, 'briefings/2026/link.md'));
    });
    expect(found).toEqual(
      problems.map((problem) => expect.stringMatching(`^briefings/2026/link.md symlink: .*${problem}`)),
    );
  });

  test('that stands for one of the data files and leads nowhere is told as that alone', () => {
    const mistakes = withFolder(LEAST, (folder) => {
      rmSync(join(folder, 'sources.yaml'));
      symlinkSync('lost.yaml', join(folder, 'sources.yaml'));
      return inspectContent(folder).mistakes.map(({ file, rule }) => `${file} ${rule}`);
    });
    expect(mistakes).toEqual(['content/sources.yaml symlink']);
  });

  test('to a folder takes nothing with it, and loops end', () => {
    expect(wrongIn((folder) => symlinkSync('..', join(folder, 'briefings/2025')))).toEqual([
      expect.stringMatching('^briefings/2025 symlink: .*'),
    ]);
  });

  test('may be the content folder itself', () => {
    const mistakes = withFolder(LEAST, (folder) => {
      symlinkSync(folder, join(folder, '../linked'));
      return inspectContent(join(folder, '../linked')).mistakes.map(formatMistake);
    });
    expect(mistakes).toEqual([]);
  });
});

describe('a folder', () => {
  test.each([
    'with spaces',
    'größe',
    "quote's",
    'double"quote',
    '$(x) `y`',
    '中文',
    '[a]*?',
    '-x',
    '%41',
    'a#b',
    'tab\there',
  ])('named %j is checked as any other', (name) => {
    const wrong = LEAST['briefings/2026/crane.md']?.replace('headline:', 'headlin:') ?? '';
    const files = { ...LEAST, 'briefings/2026/crane.md': wrong };
    const below = Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text]));
    const { mistakes } = withFolder(below, (folder) => inspectContent(join(folder, name)));
    const shown = name.replace('\t', '\\t');
    expect(mistakes.map(formatMistake)).toEqual([
      `${shown}/briefings/2026/crane.md:2:1  error  missing  "headline" is missing. Add "headline: …".`,
      `${shown}/briefings/2026/crane.md:2:1  error  unknown-key  "headlin" is not known here. Did you mean "headline"?`,
    ]);
  });

  test('that is not there is told to whoever asked for it', () => {
    expect(() => withFolder({}, (folder) => inspectContent(join(folder, 'lost')))).toThrow('ENOENT');
  });
});
