import { lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { clean, makeStaging, outputBehind, refuseForeign, swapIn } from '../../src/build/swap.ts';
import { folderWith, textsIn, writeInto } from '../support/unit-folder.ts';

/** A place that the disk once refuses to rename a link to. */
const refused = vi.hoisted(() => ({ to: '' }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync = (from: string, to: string) => {
    if (to === refused.to && fs.lstatSync(from).isSymbolicLink()) throw new Error('EIO: i/o error, rename');
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

beforeEach(() => {
  refused.to = '';
});

/** Publishes a page with this text to the output, as a build does. */
function publish(output: string, text: string, plain = false): void {
  mkdirSync(storeOf(output), { recursive: true });
  clean(output);
  const staging = makeStaging(output);
  writeInto(staging, { 'index.html': text });
  swapIn(staging, output, `manifest of ${text}`, plain);
}

function storeOf(output: string): string {
  return output.replace(/[^/]+$/, '.$&');
}

/** The texts of the home pages that are kept beside the output. */
function kept(output: string): string[] {
  return Object.values(textsIn(storeOf(output)))
    .filter((text) => text !== '')
    .sort();
}

function home(output: string): string | undefined {
  return textsIn(output)['index.html'];
}

describe('a new site', () => {
  test('takes an empty place as a relative link to a folder beside it, which moves with both', () => {
    const project = folderWith();
    const output = join(project, 'dist');
    publish(output, 'one');
    expect(readlinkSync(output)).toMatch(/^\.dist\/[0-9a-f]{12}$/);
    expect(home(output)).toBe('one');
    const moved = join(folderWith(), 'moved');
    renameSync(project, moved);
    expect(home(join(moved, 'dist'))).toBe('one');
  });

  test('is named after its manifest: the same name for the same site, anywhere', () => {
    const [one, other] = [join(folderWith(), 'dist'), join(folderWith(), 'dist')];
    publish(one, 'same');
    publish(other, 'same');
    expect(readlinkSync(one)).toBe(readlinkSync(other));
    publish(other, 'another');
    expect(readlinkSync(one)).not.toBe(readlinkSync(other));
  });

  test('takes the place of the one before, which stays beside it, and older ones go', () => {
    const output = join(folderWith(), 'dist');
    for (const text of ['1', '2', '3']) publish(output, text);
    expect(home(output)).toBe('3');
    expect(kept(output)).toEqual(['2', '3']);
    expect(readdirSync(join(output, '..')).sort()).toEqual(['.dist', 'dist']);
  });

  test('does not touch a folder of the same content that a server may still be sending', () => {
    const output = join(folderWith(), 'dist');
    for (const text of ['A', 'B']) publish(output, text);
    const before = readlinkSync(output);
    for (const text of ['A', 'A']) publish(output, text);
    expect(home(output)).toBe('A');
    expect(readlinkSync(output)).not.toBe(before);
    expect(kept(output)).toEqual(['A', 'A']);
  });

  test('moves a plain folder of an earlier version aside, and keeps it for one build', () => {
    const folder = folderWith({ 'dist/index.html': 'plain', 'dist/a/b.html': 'deep' });
    const output = join(folder, 'dist');
    publish(output, 'one');
    expect(home(output)).toBe('one');
    expect(kept(output)).toEqual(['deep', 'one', 'plain']);
    publish(output, 'two');
    expect(kept(output)).toEqual(['one', 'two']);
  });

  test('is a plain folder on a service that asks for one, and a link where something stands already', () => {
    const output = join(folderWith(), 'dist');
    publish(output, 'one', true);
    expect(lstatSync(output).isDirectory()).toBe(true);
    expect(home(output)).toBe('one');
    expect(kept(output)).toEqual([]);
    publish(output, 'two', true);
    expect(lstatSync(output).isSymbolicLink()).toBe(true);
    expect(home(output)).toBe('two');
  });

  test('is open to other users, as a server is one', () => {
    const output = join(folderWith(), 'dist');
    publish(output, 'one');
    const ordinary = join(folderWith(), 'ordinary');
    mkdirSync(ordinary);
    expect(lstatSync(`${output}/`).mode).toBe(lstatSync(ordinary).mode);
  });

  test('that cannot be put in place leaves the one before there, and nothing of itself', () => {
    const output = join(folderWith({ 'dist/index.html': 'plain' }), 'dist');
    refused.to = output;
    expect(() => publish(output, 'new')).toThrow('EIO');
    expect(lstatSync(output).isDirectory()).toBe(true);
    expect(home(output)).toBe('plain');
    expect(kept(output)).toEqual([]);
  });
});

describe('what a killed build leaves behind', () => {
  test('is removed, and the sites stay', () => {
    const output = join(folderWith(), 'dist');
    publish(output, 'one');
    writeInto(storeOf(output), { 'building-12345678/index.html': 'half' });
    symlinkSync('.dist/nothing', join(storeOf(output), 'link-12345678'));
    clean(output);
    expect(readdirSync(storeOf(output))).toEqual([readlinkSync(output).slice('.dist/'.length)]);
    expect(home(output)).toBe('one');
  });

  test('gives a plain folder back that it had just moved aside', () => {
    const folder = folderWith({ '.dist/before-12345678/index.html': 'plain', '.dist/0123456789ab/index.html': 'new' });
    symlinkSync('.dist/0123456789ab', join(folder, '.dist/link-12345678'));
    clean(join(folder, 'dist'));
    expect(home(join(folder, 'dist'))).toBe('plain');
  });

  test('gives nothing back that somebody removed', () => {
    const output = join(folderWith({ 'dist/index.html': 'plain' }), 'dist');
    publish(output, 'one');
    rmSync(output);
    publish(output, 'two', true);
    expect(lstatSync(output).isDirectory()).toBe(true);
    expect(home(output)).toBe('two');
  });
});

describe('an output', () => {
  test('that somebody made a link to elsewhere is the place that it leads to', () => {
    const folder = folderWith({ 'www/other.txt': '' });
    symlinkSync('hop', join(folder, 'dist'));
    symlinkSync(join(folder, 'www', 'site'), join(folder, 'hop'));
    const output = outputBehind(join(folder, 'dist'));
    expect(output).toBe(join(folder, 'www', 'site'));
    publish(output, 'one');
    expect(home(join(folder, 'dist'))).toBe('one');
    expect(outputBehind(join(folder, 'dist'))).toBe(output);
  });

  test('that is a link in a circle is refused', () => {
    const output = join(folderWith(), 'dist');
    symlinkSync('dist', output);
    expect(() => outputBehind(output)).toThrow('is a link that leads in a circle');
  });

  test.each([
    ['a file', { dist: 'text' }, 'is a file, not a folder'],
    ['a folder of other things', { 'dist/notes.txt': '' }, 'holds something else than a site'],
    ['a site with its history', { 'dist/index.html': '', 'dist/.git': '' }, 'holds something else than a site'],
  ])('that is %s is refused', (_name, files, message) => {
    const folder = folderWith(files);
    expect(() => refuseForeign(join(folder, 'dist'), folder)).toThrow(message);
  });

  test('that is the project, or a folder around it, is refused', () => {
    const folder = folderWith({ 'index.html': '' });
    for (const root of [folder, join(folder, 'project')]) {
      expect(() => refuseForeign(folder, root)).toThrow('holds the whole project');
    }
  });

  test('that is empty, not there, or a site is not', () => {
    const folder = folderWith({ 'site/index.html': '', 'project/package.json': '' });
    mkdirSync(join(folder, 'empty'));
    for (const name of ['empty', 'nothing', 'site', 'project/dist']) {
      expect(() => refuseForeign(join(folder, name), join(folder, 'project'))).not.toThrow();
    }
  });
});
