import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeEditorFiles } from '../../src/build/editor.ts';
import { type LanguageServer, startLanguageServer } from '../support/language-server.ts';

// The language servers that the recommended extensions of VS Code run, with the settings of this repository.

const SETTINGS: { 'yaml.schemas': Record<string, string>; 'astro.content-intellisense': boolean } = JSON.parse(
  readFileSync('.vscode/settings.json', 'utf8'),
);
const CRANE = readFileSync('tests/publications/good/plain/content/briefings/2026/crane.md', 'utf8');

// A language server takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Servers tell when they are ready in no other way than by their answers. */
const PATIENCE = { timeout: 60_000 };

let root = '';

beforeAll(() => {
  // A name with a space and a letter beyond ASCII in it, as folders of people have.
  root = join(mkdtempSync(join(tmpdir(), 'readout-')), 'My Désk');
  cpSync('tests/publications/good/plain/content', join(root, 'content'), { recursive: true });
  writeEditorFiles(root, join(root, 'content'));
});

afterAll(() => rmSync(root, { recursive: true }));

describe('in the front matter of Markdown', () => {
  let server: LanguageServer;
  const crane = () => join(root, 'content/briefings/2026/crane.md');

  beforeAll(async () => {
    server = await startLanguageServer(
      'node_modules/@astrojs/language-server/bin/nodeServer.js',
      root,
      {},
      {
        contentIntellisense: SETTINGS['astro.content-intellisense'],
        typescript: { tsdk: resolve('node_modules/typescript/lib') },
      },
    );
  });

  afterAll(() => server.stop());

  test('keys are offered: those that are not there yet, and no others', async () => {
    const offered = await server.complete(crane(), CRANE.replace('---\n', '---\n|\n'));
    expect(offered).toEqual(expect.arrayContaining(['dateline', 'questions', 'tallies', 'embargoUntil', 'draft']));
    expect(offered).not.toContain('headline');
    expect(offered).not.toContain('$schema');
  });

  test('keys of a fact are offered, and not those of the briefing', async () => {
    const offered = await server.complete(crane(), CRANE.replace(/\n( +)by: /, '\n$1no|\n$1by: '));
    expect(offered).toContain('note');
    expect(offered).not.toContain('standfirst');
  });

  test('values are offered, and the sources and topics that there are', async () => {
    expect(await server.complete(crane(), CRANE.replace('---\n', '---\nkind: |\n'))).toEqual(
      expect.arrayContaining(['news', 'background', 'analysis']),
    );
    expect(await server.complete(crane(), CRANE.replace(/by: .*/, 'by: |'))).toContain('harbour-office');
    expect(await server.complete(crane(), CRANE.replace(/topics: .*/, 'topics:\n  - |'))).toContain('harbour');
    expect(await server.complete(crane(), CRANE.replace(/^---\n/, '---\nstory: |\n'))).toContain('harbour');
  });

  test('a key is explained', async () => {
    expect(await server.hover(crane(), CRANE.replace('standfirst', 'stand|first'))).toContain(
      'The summary under the headline',
    );
  });

  test('what is wrong is marked where it stands, and a file that holds is not', async () => {
    const line = CRANE.split('\n').findIndex((text) => text.startsWith('publishedAt')) + 1;
    await server.open(
      crane(),
      CRANE.replace('standfirst:', 'standfrist:').replace(/publishedAt: .*/, 'publishedAt: now'),
    );
    await expect
      .poll(() => server.problems(crane()), PATIENCE)
      .toEqual(
        expect.arrayContaining([
          { line: 3, message: 'Property standfrist is not allowed.' },
          { line, message: expect.stringContaining('must be a date and time with an offset') },
        ]),
      );
    await server.open(crane(), CRANE);
    await expect.poll(() => server.problems(crane()), PATIENCE).toEqual([]);
  });

  test('stories, pages and MDX have keys of their own', async () => {
    const [story, page, pier] = ['stories/harbour.md', 'pages/about.md', 'briefings/2026/pier.mdx'].map((file) =>
      join(root, 'content', file),
    );
    expect(await server.complete(story ?? '', '---\n|\n---\n')).toEqual(expect.arrayContaining(['state', 'start']));
    expect(await server.complete(page ?? '', '---\n|\n---\n')).toEqual(
      expect.arrayContaining(['title', 'description']),
    );
    expect(await server.complete(pier ?? '', '---\n|\n---\n')).toContain('standfirst');
  });

  test('a file that is new has them as soon as the list is written again', async () => {
    const file = join(root, 'content/briefings/2027/new.md');
    expect(await server.complete(file, '---\n|\n---\n')).not.toContain('standfirst');
    mkdirSync(join(root, 'content/briefings/2027'));
    writeFileSync(file, '---\n---\n');
    writeEditorFiles(root, join(root, 'content'));
    await server.changed(join(root, '.astro/collections/collections.json'));
    await expect.poll(() => server.complete(file, '---\n|\n---\n'), PATIENCE).toContain('standfirst');
  });
});

describe('in data files', () => {
  let server: LanguageServer;
  const file = (name: string) => join(root, 'content', name);

  beforeAll(async () => {
    const yaml = {
      schemas: SETTINGS['yaml.schemas'],
      completion: true,
      validate: true,
      hover: true,
      schemaStore: { enable: false },
    };
    server = await startLanguageServer('node_modules/yaml-language-server/bin/yaml-language-server', root, { yaml });
  });

  afterAll(() => server.stop());

  test.each([
    ['topics.yaml', '- id: a\n  |\n', ['name', 'description']],
    ['sources.yaml', '- id: a\n  |\n', ['name', 'role', 'side', 'kind']],
    ['site.yaml', 'name: A\n|\n', ['tagline', 'url', 'language', 'timeZone', 'asOf']],
  ])('the keys of %s are offered', async (name, text, keys) => {
    // It asks for its settings after it has been started.
    await expect.poll(() => server.complete(file(name), text), PATIENCE).toEqual(expect.arrayContaining(keys));
  });

  test('what is wrong is marked where it stands', async () => {
    await server.open(file('topics.yaml'), '- id: Harbour\n  name: Harbour\n  descripton: Text.\n');
    await expect
      .poll(() => server.problems(file('topics.yaml')), PATIENCE)
      .toEqual(
        expect.arrayContaining([
          { line: 1, message: expect.stringContaining('must be lower-case letters') },
          { line: 3, message: expect.stringContaining('Property descripton is not allowed') },
        ]),
      );
  });
});
