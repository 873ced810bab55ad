import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build.ts';
import { MANY } from '../support/many.ts';
import { SITES } from './sites.ts';

const CONTENT = 'tests/.output/bare-content';

/** What a publication may leave out, as it is named in files of any kind. */
const EXTRA =
  /card\.png|\bindex\.(json|md)\b|llms\.txt|email\.(html|txt)|schema\/v1\/|archive\/\d+\/(rss\.xml|atom\.xml|feed\.json)|(^|\/)search\//;

/** They name by patterns what a site may have, whether this one has it or not. */
const FOR_SERVERS = /^(_headers|\.nginx\/)/;

describe('a long publication without extras', () => {
  let folder = '';
  const filesOf = (site: string) =>
    globSync(['**/*', '.nginx/*'], { cwd: site })
      .filter((file) => statSync(`${site}/${file}`).isFile())
      .sort();

  beforeAll(async () => {
    rmSync(CONTENT, { recursive: true, force: true });
    cpSync(MANY.folder, CONTENT, { recursive: true });
    appendFileSync(`${CONTENT}/site.yaml`, 'extras: []\n');
    const { exitCode, printed, ...built } = await buildSite(CONTENT, 'bare');
    expect(exitCode, printed).toBe(0);
    folder = built.folder;
  });

  test('has all the files that it has with them, but for those', () => {
    const all = filesOf(SITES.many.folder);
    const withAssets = (file: string) => !file.startsWith('_astro/');
    expect(all.filter((file) => EXTRA.test(file)).length).toBeGreaterThan(250);
    expect(filesOf(folder).filter(withAssets)).toEqual(all.filter(withAssets).filter((file) => !EXTRA.test(file)));
  });

  test('names none of them in any file', () => {
    const texts = filesOf(folder).filter((file) => !/\.(png|ico|woff2?)$/.test(file) && !FOR_SERVERS.test(file));
    expect(texts.length).toBeGreaterThan(100);
    const naming = texts.flatMap((file) => {
      const [named] = EXTRA.exec(readFileSync(`${folder}/${file}`, 'utf8')) ?? [];
      return named === undefined ? [] : [`${file}: ${named}`];
    });
    expect(naming).toEqual([]);
  });

  test('has no edition for a mailing program, and the command says so', async () => {
    const given = ['src/build/newsletter.ts', '--date', '2025-01-01', '--out', `${folder}.eml`, '--site', folder];
    const env = { ...process.env, READOUT_CONTENT: CONTENT };
    const refused = promisify(execFile)(process.execPath, given, { env });
    await expect(refused).rejects.toMatchObject({
      code: 2,
      // Warnings of the content stand above it.
      stderr: expect.stringMatching(/^This publication makes no newsletters: [^\n]+ site\.yaml [^\n]+\n$/m),
    });
    expect(existsSync(`${folder}.eml`)).toBe(false);
  });
});
