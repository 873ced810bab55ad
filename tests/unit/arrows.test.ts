import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** What a folder of src, or a file directly in it, may import from src besides itself. */
const ARROWS: Record<string, string[]> = {
  schemas: [],
  languages: [],
  'paths.ts': [],
  offline: ['languages'],
  scripts: [],
  'given.ts': ['newsroom', 'schemas'],
  styles: [],
  checks: ['schemas', 'newsroom', 'markdown', 'paths.ts'],
  newsroom: ['languages', 'schemas', 'paths.ts'],
  feeds: ['languages', 'newsroom', 'schemas'],
  metadata: ['languages', 'newsroom', 'schemas'],
  markdown: ['languages', 'paths.ts'],
  components: ['languages', 'newsroom', 'schemas', 'scripts'],
  search: ['languages', 'newsroom'],
  layouts: ['components', 'languages', 'metadata', 'newsroom', 'scripts', 'search', 'styles'],
  pages: [
    'schemas',
    'bodies.ts',
    'share-cards.ts',
    'static-paths.ts',
    'edition.ts',
    'land.ts',
    'layouts',
    'newsroom',
    'feeds',
    'metadata',
  ],
  hosting: ['languages', 'newsroom', 'scripts'],
  build: ['checks', 'hosting', 'newsroom', 'markdown', 'offline', 'schemas', 'given.ts', 'paths.ts', 'share-cards.ts'],
  'land.ts': ['newsroom'],
  'edition.ts': ['newsroom', 'given.ts'],
  'static-paths.ts': ['bodies.ts', 'edition.ts', 'given.ts', 'newsroom', 'schemas'],
  'bodies.ts': ['edition.ts', 'given.ts', 'languages', 'markdown', 'newsroom', 'components', 'checks'],
  'share-cards.ts': ['metadata', 'newsroom', 'palette-png.ts'],
  'palette-png.ts': ['metadata'],
  'content.config.ts': ['build', 'schemas'],
  'env.d.ts': ['languages', 'newsroom', 'schemas'],
};

/** Of a folder, what alone of another it may import: narrower than the table above. */
const NARROW = [
  {
    from: 'checks',
    to: 'newsroom',
    arrows: [
      'body/site-map.ts → addresses.ts',
      'body/site-map.ts → edition.ts',
      'body/site-map.ts → parts.ts',
      'body/site-map.ts → public.ts',
      'time.ts → dates.ts',
      'warnings.ts → edition.ts',
      'warnings.ts → events.ts',
      'warnings.ts → language.ts',
      'warnings.ts → public.ts',
    ],
  },
  { from: 'checks', to: 'markdown', arrows: ['body/markup.ts → markup.ts', 'body/read.ts → tree.ts'] },
  {
    from: 'build',
    to: 'newsroom',
    arrows: [
      'cards.ts → edition.ts',
      'cards.ts → views/share-card.ts',
      'compile.ts → body.ts',
      'compiled.ts → edition.ts',
      'dev-search.ts → body.ts',
      'dev-search.ts → edition.ts',
      'dev-search.ts → search.ts',
      'hosting.ts → edition.ts',
      'hosting.ts → views/moved.ts',
      'loader.ts → public.ts',
      'pages.ts → body.ts',
      'renderer.ts → body.ts',
      'search-index.ts → search-part.ts',
      'search-index.ts → search.ts',
      'search.ts → edition.ts',
      'search.ts → search.ts',
      'worker.ts → edition.ts',
      'worker.ts → views/offline.ts',
    ],
  },
  { from: 'build', to: 'markdown', arrows: ['compile.ts → pipeline.ts', 'read.ts → render.ts'] },
  {
    from: 'search',
    to: 'newsroom',
    // What else it imported would be sent to every reader who searches.
    arrows: ['indexes.ts', 'matches.ts', 'page.ts', 'query.ts'].map((name) => `${name} → search-part.ts`),
  },
  { from: 'search', to: 'languages', arrows: ['page.ts → counter.ts', 'page.ts → index.ts'] },
  {
    from: 'hosting',
    to: 'newsroom',
    arrows: [
      'moved-page.ts → views/moved.ts',
      'nginx.ts → views/moved.ts',
      'redirects-file.ts → views/moved.ts',
      'types.ts → feeds.ts',
    ],
  },
];

/** Folders whose result depends on what is handed to them and on nothing else. */
const PURE = ['schemas', 'languages', 'newsroom', 'feeds', 'metadata'];

/** These read files as well, and still know no time but the one that they are given. */
const TIMELESS = [...PURE, 'checks', 'hosting', 'markdown'];

/** Files that load packages where they are needed first. */
const LATE = ['checks/body/read.ts', 'markdown/render.ts'];

interface SourceFile {
  /** Relative to src, with forward slashes. */
  name: string;
  text: string;
  /** What it imports, as it is written. */
  imports: string[];
}

const files: SourceFile[] = globSync('src/**/*.{ts,astro}').map((path) => {
  const file = readFileSync(path, 'utf8');
  const text = path.endsWith('.astro') ? (/^---\n([\s\S]*?)^---$/m.exec(file)?.[1] ?? '') : file;
  const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  return { name: path.split(sep).slice(1).join('/'), text, imports };
});

describe('imports', () => {
  test('are found in every folder, styles aside', () => {
    // If they were read wrongly, the arrows below would hold for ever.
    const importing = new Set(files.filter(({ imports }) => imports.length > 0).map(({ name }) => partOf(name)));
    expect(Object.keys(ARROWS).filter((part) => !importing.has(part))).toEqual(['paths.ts', 'styles']);
    expect(importsOf('pages/index.astro')).toEqual(['edition.ts', 'layouts/Home.astro', 'newsroom/views/home.ts']);
    expect(importsOf('env.d.ts')).toEqual([
      'languages/index.ts',
      'newsroom/edition.ts',
      'schemas/briefing.ts',
      'schemas/publication.ts',
    ]);
    expect(importsOf('checks/warnings.ts')).toContain('newsroom/events.ts');
    expect(importsOf('layouts/Shell.astro')).toContain('styles/index.css');
  });

  test('go one way only: from each part to those that the table names', () => {
    const wrong = files.flatMap(({ name }) =>
      importsOf(name)
        .filter((target) => ![partOf(name), ...(ARROWS[partOf(name)] ?? [])].includes(partOf(target)))
        .map((target) => `${name} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(NARROW)('from $from to $to are no more than: $arrows', ({ from, to, arrows }) => {
    const found = files
      .filter(({ name }) => partOf(name) === from)
      .flatMap(({ name }) => importsOf(name).map((target) => ({ name, target })))
      .filter(({ target }) => partOf(target) === to)
      .map(({ name, target }) => `${name.slice(from.length + 1)} → ${target.slice(to.length + 1)}`);
    expect(found.sort()).toEqual(arrows);
  });

  test('of components take types alone from the schemas', () => {
    const wrong = files
      .filter(({ name }) => partOf(name) === 'components')
      .filter(({ text }) => /^import (?!type\b)[^;]*schemas\//m.test(text))
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });

  test('say the ending of the file', () => {
    const wrong = files.flatMap(({ name, imports }) =>
      imports
        .filter((path) => path.startsWith('.') && !/\.(ts|astro|css|json)$/.test(path))
        .map((path) => [name, path]),
    );
    expect(wrong).toEqual([]);
  });
});

describe('schemas, languages, newsroom, feeds and metadata', () => {
  const pure = files.filter(({ name }) => PURE.includes(partOf(name)));

  test('ask neither Astro nor the machine for anything', () => {
    const wrong = pure.flatMap(({ name, imports }) =>
      imports.filter((path) => /^(astro:|node:)/.test(path)).map((path) => `${name} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('all that a page is made from', () => {
  const timeless = files.filter(({ name }) => TIMELESS.includes(partOf(name)));

  test('looks neither at a clock nor at the settings of the machine', () => {
    const clock = /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bTemporal\.Now\b|\bMath\.random\b/;
    const machine = /\bprocess\b|\bimport\.meta\b|\bresolvedOptions\b|\btoLocale\w+\(\s*\)/;
    const wrong = timeless
      // These load packages late, which is to look at neither.
      .map(({ name, text }) => ({
        name,
        text: LATE.includes(name) ? text.replace('createRequire(import.meta.url)', '') : text,
      }))
      .filter(({ text }) => clock.test(text) || machine.test(text))
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });

  test('formats no date in the time zone of the machine', () => {
    const local = /\.get(FullYear|Month|Date|Day|Hours|Minutes)\(|\bset(FullYear|Month|Date|Hours)\(/;
    expect(timeless.filter(({ text }) => local.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

/** The files of src that a file imports, relative to src. */
function importsOf(name: string): string[] {
  const imports = files.find((file) => file.name === name)?.imports ?? [];
  return imports
    .filter((path) => path.startsWith('.'))
    .map((path) => posix.join(posix.dirname(name), path))
    .sort();
}

/** The folder of src that a file is in; for a file directly in src, the file. */
function partOf(name: string): string {
  return name.split('/')[0] ?? name;
}
