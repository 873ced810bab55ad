import { readFileSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentsOf, differences, MANIFEST } from '../../../src/build/manifest.ts';
import type { Build } from '../build.ts';
import { random } from '../random.ts';
import { type Chance, pick } from './chance.ts';
import { changeAtRandom } from './changes.ts';
import { Folder } from './folder.ts';
import { Project } from './project.ts';
import { type Briefing, filesOf, firstState, type State } from './publication.ts';

/** One step, and what the builds made of it. */
export interface Step {
  seed: number;
  number: number;
  /** What it did, in words. */
  did: string;
  /** How the site that was built on the one before differs from the one that was built from nothing. */
  differences: string[];
  /** Files that the first of the two has rendered, and files that it took as they were. */
  rendered: number;
  kept: number;
}

/**
 * How often, in steps, the whole build has no caches at all. At the others it has share cards, and unless something that
 * Astro has to render is another, what was compiled.
 */
const BARE = 50;

/**
 * Changes a publication step by step. After each it is built twice: onward from the site before, and whole.
 *
 * @param seed of all that is chosen.
 * @param count of the steps, after the first site.
 * @param isService whether it is built onward as on a build service, where the next build finds the caches and no site.
 * @throws Error that names the step, where one of the two does not build.
 */
export async function* takeSteps(seed: number, count: number, isService: boolean): AsyncGenerator<Step> {
  const chance = random(seed);
  const project = new Project(resolve(`tests/.output/steps-${seed}`));
  const [onward, whole] = [new Folder(project.contentOf('onward')), new Folder(project.contentOf('whole'))];
  const state = firstState();
  const past: Briefing[] = [];
  for (let number = 0; number <= count; number += 1) {
    const did = number === 0 ? 'the first site' : takeStep(state, past, chance);
    // Seldom: to compress takes longer than all else.
    state.site.precompress = number === 20 || number === 21;
    const files = await filesOf(state);
    onward.bringTo(files, chance() < 0.5);
    const changed = whole.bringTo(files);
    if (chance() < 0.1) touch(join(onward.path, pick([...files.keys()], chance) ?? ''));
    const variables = { SOURCE_DATE_EPOCH: String(Math.floor(state.asOf / 1000)) };
    if (isService) project.forgetOutput('onward');
    const built = held(await project.build('onward', { ...variables, CI: isService ? 'true' : '' }), seed, number, did);
    project.forgetSite('whole');
    if (number % BARE === 0 || changed.some(isCompiled)) project.forgetCaches('whole');
    if (number % BARE === 0) project.forgetCards();
    const expected = held(await project.build('whole', variables), seed, number, did);
    yield { seed, number, did, differences: differencesBetween(expected, built), ...countsIn(built) };
  }
}

/** One change or two, or a briefing as it was once. */
function takeStep(state: State, past: Briefing[], chance: Chance): string {
  const seen = pick(state.briefings, chance);
  if (seen) past.push(structuredClone(seen));
  if (chance() < 0.08) return bringBack(state, pick(past, chance));
  const changes = 1 + Math.floor(chance() * 2);
  return Array.from({ length: changes }, () => changeAtRandom(state, chance)).join(', ');
}

/** Gives a briefing the texts that it had once, under its address of now. */
function bringBack({ briefings }: State, old: Briefing | undefined): string {
  const briefing = briefings.find(({ number }) => number === old?.number);
  if (!briefing || !old) return 'nothing';
  const { aliases } = briefing.fields;
  const { id: _id, ...texts } = structuredClone(old);
  Object.assign(briefing, texts, { fields: { ...texts.fields, aliases } });
  return `${briefing.id} as it was`;
}

function isCompiled(name: string): boolean {
  return /\.(mdx|png)$/.test(name);
}

/** Gives a file a new time, and leaves it as it is. */
function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
}

function held(build: Build, seed: number, number: number, did: string): Build {
  if (build.exitCode !== 0) throw new Error(`Step ${number} of ${seed} (${did}) did not build:\n${build.printed}`);
  return build;
}

/** By the bytes on the disk, their manifests with them. */
function differencesBetween(expected: Build, found: Build): string[] {
  const manifestOf = ({ folder }: Build) => readFileSync(join(folder, MANIFEST), 'utf8');
  const manifest = manifestOf(expected) === manifestOf(found) ? [] : [`${MANIFEST} is another`];
  return [...differences(contentsOf(expected.folder).files, contentsOf(found.folder)), ...manifest];
}

function countsIn({ printed }: Build): Pick<Step, 'rendered' | 'kept'> {
  const [, rendered, kept] = /(\d+) files rendered, (\d+) as they were/.exec(printed) ?? [];
  return { rendered: Number(rendered), kept: Number(kept) };
}
