import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, differences } from '../../src/build/manifest.ts';
import { type Build, buildSite } from '../support/build.ts';
import { Folder } from '../support/steps/folder.ts';
import { filesOf, firstState, instant } from '../support/steps/publication.ts';
import { manifestOf } from '../support/whole.ts';

const OUTPUT = 'tests/.output';
const PARTS = [1, 2, 3, 4];

/** The publication of this repository, and one of sixty briefings with MDX and pictures. */
const PUBLICATIONS = [
  { name: 'sample', content: 'content' },
  { name: 'steps', content: `${OUTPUT}/shards-steps-content` },
];

const shardOf = (name: string, part: number) => `shards-${name}-${part}`;
const foldersOf = (name: string) => PARTS.map((part) => `${OUTPUT}/${shardOf(name, part)}`);

beforeAll(async () => {
  for (const path of globSync(`${OUTPUT}/{.,}shards-*`)) rmSync(path, { recursive: true, force: true });
  const state = firstState();
  state.site.asOf = instant(state.asOf);
  new Folder(`${OUTPUT}/shards-steps-content`).bringTo(await filesOf(state));
  for (const { name, content } of PUBLICATIONS) {
    held(await buildSite(content, `shards-${name}-whole`));
    for (const part of PARTS) held(await shard(content, shardOf(name, part), part));
    // Whatever order they are named in.
    held(await merge(content, `shards-${name}`, foldersOf(name).reverse()));
  }
}, 300_000);

describe.each(PUBLICATIONS)('$name, built in four shards', ({ name }) => {
  const whole = `${OUTPUT}/shards-${name}-whole`;

  test('has the bytes of a site that was built at once', () => {
    expect(differences(contentsOf(`${whole}/`).files, contentsOf(`${OUTPUT}/shards-${name}/`))).toEqual([]);
    expect(manifestOf(`${OUTPUT}/shards-${name}`)).toBe(manifestOf(whole));
  });

  test('has each of its pages in one of them', () => {
    const pages = foldersOf(name).map((folder) => globSync('**/*.{html,json,md,ics,xml}', { cwd: folder }));
    for (const part of pages) expect(part.length).toBeGreaterThan(10);
    const all = pages.flat().filter((path) => path !== 'shard.json');
    expect(new Set(all).size).toBe(all.length);
    const ofSite = globSync('**/*.{html,json,md,ics,xml}', { cwd: whole });
    // The index and the manifest are made where the shards are put together.
    const rendered = ofSite.filter((path) => path !== 'build-manifest.json' && !path.startsWith('search/pagefind/'));
    expect(all.sort()).toEqual(rendered.sort());
  });
});

describe('a site is not put together', () => {
  const folders = foldersOf('sample');
  const others = folders.slice(1);

  /** What a merge says that has to be refused. */
  async function refused(given: readonly string[], content = 'content'): Promise<string> {
    const before = contentsOf(`${OUTPUT}/shards-sample/`);
    const { exitCode, printed } = await merge(content, 'shards-sample', given);
    expect(exitCode, printed).toBe(2);
    expect(contentsOf(`${OUTPUT}/shards-sample/`)).toEqual(before);
    const kept = ` Nothing was published: ${OUTPUT}/shards-sample is as it was.\n`;
    expect(printed.endsWith(kept), printed).toBe(true);
    return printed.slice(0, -kept.length);
  }

  /** A copy of the first shard, for something to be done to it. */
  function copyOfFirst(name: string): string {
    const copy = `${OUTPUT}/shards-sample-${name}`;
    cpSync(folders[0] ?? '', copy, { recursive: true });
    return copy;
  }

  test('without one of its shards', async () => {
    expect(await refused(others)).toBe('Shard 1 of 4 is missing.');
  });

  test('with one of them twice', async () => {
    expect(await refused([...folders, ...folders.slice(0, 1)])).toBe('5 shards were given, of a site that has 4.');
  });

  test('with shards of another division', async () => {
    held(await shard('content', 'shards-sample-half', 1, 2));
    expect(await refused([...others, `${OUTPUT}/shards-sample-half`])).toMatch(/\.$/);
  });

  test('with a folder that is no shard', async () => {
    const folder = `${OUTPUT}/shards-sample-whole`;
    expect(await refused([...others, folder])).toBe(`There is no shard in ${folder}.`);
  });

  test('with a file that was damaged on its way', async () => {
    const copy = copyOfFirst('damaged');
    const [page = ''] = globSync('**/*.html', { cwd: copy });
    const text = readFileSync(`${copy}/${page}`, 'utf8');
    writeFileSync(`${copy}/${page}`, text.replace('</html>', '</HTML>'));
    expect(await refused([copy, ...others])).toBe(`${page} of a shard is damaged.`);
  });

  test('with a file that was lost on its way', async () => {
    const copy = copyOfFirst('lost');
    const [page = ''] = globSync('**/*.html', { cwd: copy });
    rmSync(`${copy}/${page}`);
    expect(await refused([copy, ...others])).toContain(page);
  });

  test('with a shard of other content', async () => {
    const content = `${OUTPUT}/shards-other-content`;
    cpSync('content', content, { recursive: true });
    const about = readFileSync(`${content}/pages/about.md`, 'utf8');
    writeFileSync(`${content}/pages/about.md`, `${about}\nOne more sentence.\n`);
    for (const part of PARTS) held(await shard(content, `shards-other-${part}`, part));
    const part = PARTS.find((number) => existsSync(`${other(number)}/about/index.html`)) ?? 0;
    const mixed = folders.with(part - 1, other(part));
    expect(await refused(mixed)).toMatch(/^\S+ of the shards is not what this content gives\.$/);
  });

  test('with a shard of another site.yaml', async () => {
    const content = `${OUTPUT}/shards-site-content`;
    cpSync('content', content, { recursive: true });
    const site = readFileSync(`${content}/site.yaml`, 'utf8');
    writeFileSync(`${content}/site.yaml`, site.replace(/^tagline: .*$/m, 'tagline: Another one'));
    held(await shard(content, 'shards-site-1', 1));
    expect(await refused([`${OUTPUT}/shards-site-1`, ...others])).toBe(
      'The shards are of other code or another site.yaml than this.',
    );
  });

  test('with a shard that speaks as of another instant', async () => {
    held(await shard('content', 'shards-sample-later', 1, 4, { SOURCE_DATE_EPOCH: '1769600000' }));
    expect(await refused([`${OUTPUT}/shards-sample-later`, ...others])).toBe(
      'The shards speak as of other instants. Set SOURCE_DATE_EPOCH to the same for all of them.',
    );
  });
});

describe('a build does not begin', () => {
  test.each([
    [['--shard', '5/4'], '--shard takes a part and how many there are, like 3/8, not "5/4".'],
    [['--shard', '0/4'], '--shard takes a part and how many there are, like 3/8, not "0/4".'],
    [['--shard', 'x'], '--shard takes a part and how many there are, like 3/8, not "x".'],
    [['--merge'], '--merge takes the folders of all shards.'],
    [['--merge', '--shard', '1/4', 'shard'], '--merge puts shards together, and --shard makes one.'],
    [['shard'], '"shard" is not known here.'],
  ])('with %j', async (options, sentence) => {
    const { exitCode, printed } = await buildSite('content', 'shards-none', {}, ...options);
    expect(exitCode).toBe(2);
    expect(printed).toMatch(/^npm run build/m);
    expect(printed.split('\n')[0]).toBe(sentence);
    expect(globSync(`${OUTPUT}/{.,}shards-none`)).toEqual([]);
  });

  test('where a shard would take the place of a site', async () => {
    const name = 'shards-sample-whole';
    const before = contentsOf(`${OUTPUT}/${name}/`);
    const { exitCode, printed } = await shard('content', name, 1);
    expect(exitCode, printed).toBe(2);
    expect(printed).toContain(`${OUTPUT}/${name} is no shard. Name a folder for it in --outDir.`);
    expect(contentsOf(`${OUTPUT}/${name}/`)).toEqual(before);
  });
});

function shard(content: string, name: string, part: number, of = PARTS.length, variables = {}): Promise<Build> {
  return buildSite(content, name, variables, '--shard', `${part}/${of}`);
}

function merge(content: string, name: string, folders: readonly string[]): Promise<Build> {
  return buildSite(content, name, {}, '--merge', ...folders);
}

function held({ exitCode, printed }: Build): void {
  if (exitCode !== 0) throw new Error(printed);
}

function other(part: number): string {
  return `${OUTPUT}/shards-other-${part}`;
}
