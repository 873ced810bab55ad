import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderWith, writeInto } from '../support/unit-folder.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const CONTENT = 'tests/publications/good/plain/content';
const LIST = '.astro/collections/collections.json';

/** What reads the configuration of Astro, as the dev server does at first. */
const CONFIG = ['--input-type=module', '-e', `await import(${JSON.stringify(resolve('astro.config.mjs'))})`];
const BUILD = [resolve('src/build/build.ts')];
const NEW = [resolve('src/build/new.ts'), 'Hello', '--topic', 'harbour'];
const SCHEMAS = [resolve('src/build/schemas.ts')];

const OTHERS: [string, string[]][] = [
  ['npm run dev', CONFIG],
  ['npm run new', NEW],
];

describe('where the help for editors cannot be written', () => {
  test.each(OTHERS)('%s does what it is for, and says so in one line', async (_name, command) => {
    const root = project({ '.astro': 'no folder' });
    const { status, stderr } = await run(command, root);
    expect(stderr).toMatch(/^Editors get no new help with the content: ENOTDIR: [^\n]*\.\n$/);
    expect(status).toBe(0);
    expect(existsSync(join(root, 'content/briefings/2026/hello.md'))).toBe(command === NEW);
  });

  test('that is told once, however often it is tried', async () => {
    const script = `const { helpEditors } = await import(${JSON.stringify(resolve('src/build/editor.ts'))});
      helpEditors();
      helpEditors();`;
    const { status, stderr } = await run(['--input-type=module', '-e', script], project({ '.astro': 'no folder' }));
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(status).toBe(0);
  });

  test('npm run schemas says why in one line, and ends with 2', async () => {
    const { status, stdout, stderr } = await run(SCHEMAS, project({ '.astro': 'no folder' }));
    expect(stderr).toMatch(/^ENOTDIR: [^\n]*\.\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('the help for editors', () => {
  test.each(OTHERS)('is written by %s for content/, and for no publication from elsewhere', async (_name, command) => {
    const root = project();
    const elsewhere = join(project(), 'content');
    expect((await run(command, root, { READOUT_CONTENT: elsewhere })).status).toBe(0);
    expect(existsSync(join(root, '.astro'))).toBe(false);
    expect((await run(command, root)).status).toBe(0);
    expect(readFileSync(join(root, LIST), 'utf8')).toContain('/content/briefings/2026/crane.md');
  });

  test('is written by npm run build before the checks, and stops no build where it cannot be', async () => {
    const mistake = { 'content/topics.yaml': 'colour: red\n' };
    const root = project({});
    writeInto(root, mistake);
    expect((await run(BUILD, root)).status).toBe(1);
    expect(readFileSync(join(root, LIST), 'utf8')).toContain('/content/briefings/2026/crane.md');
    const closed = project({ '.astro': 'no folder' });
    writeInto(closed, mistake);
    const { status, stderr } = await run(BUILD, closed);
    expect(stderr).toMatch(/^Editors get no new help with the content: ENOTDIR: [^\n]*\.\ncontent\/topics\.yaml:/);
    expect(status).toBe(1);
  });

  test('is written by npm run schemas for the publication that is named', async () => {
    const root = project();
    const elsewhere = join(folderWith(), 'news');
    cpSync(CONTENT, elsewhere, { recursive: true });
    expect(await run(SCHEMAS, root, { READOUT_CONTENT: elsewhere })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(root, LIST), 'utf8')).toContain('/news/briefings/2026/crane.md');
  });

  test('is written whole while another process writes it', async () => {
    const root = project();
    // The other one does all of its work just before this one puts its first file in its place.
    const script = `
      import { spawnSync } from 'node:child_process';
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      fs.renameSync = (...paths) => {
        fs.renameSync = renameSync;
        syncBuiltinESMExports();
        spawnSync(process.execPath, ${JSON.stringify(SCHEMAS)}, { stdio: 'inherit' });
        renameSync(...paths);
      };
      syncBuiltinESMExports();
      await import(${JSON.stringify(SCHEMAS[0])});`;
    const said = '.astro/collections has the JSON Schemas for editors.\n';
    const both = { status: 0, stdout: said + said, stderr: '' };
    expect(await run(['--input-type=module', '-e', script], root)).toEqual(both);
    expect(readdirSync(join(root, '.astro/collections')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

/** A folder with a publication, as an editor opens it. */
function project(files: Record<string, string> = {}): string {
  const root = folderWith(files);
  cpSync(CONTENT, join(root, 'content'), { recursive: true });
  return root;
}

/** Runs Node in a folder, at noon UTC on 2 March 2026. */
function run(
  args: readonly string[],
  cwd: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const environment = { ...process.env, READOUT_CONTENT: undefined, SOURCE_DATE_EPOCH: '1772452800', ...variables };
  const child = spawn(process.execPath, args, { cwd, env: environment });
  return new Promise((done, reject) => {
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (chunk) => {
        said[stream] += String(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (status) => done({ status, ...said }));
  });
}
