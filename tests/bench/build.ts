import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stop } from '../../src/build/stop.ts';
import { type Contestant, contestant, FOLDER, MissingError, NAMES, type Name, sample } from './contestants.ts';
import { HAS_PROC } from './measure.ts';
import { type Entry, forget, runModes, TRASH } from './runs.ts';
import { FIVE, type Missing, MODES, type Mode, type Run, report, SAMPLE } from './table.ts';

const USAGE = `npm run bench -- [--sizes 1000,10000] [--runs 3] [--only ${NAMES}] [--modes ${MODES}] [--json FILE]`;

interface Options {
  sizes: number[];
  runs: number;
  /** Those that were asked for, if any were. */
  only: readonly Name[] | undefined;
  modes: readonly Mode[];
  json: string;
}

/** Builds the corpus with Readout and with others, in turns, and tells how long it took. A report, never a test. */
async function main(): Promise<void> {
  const options = given();
  const { here, missing } = findContestants(options.only ?? NAMES);
  const [runs, entries]: [Run[], Entry[]] = [[], []];
  // After each run: a long bench that is stopped has measured something.
  const save = () =>
    writeResult(options.json, { ...aboutMachine(here), missing, outputs: entries.map(outputOf), runs });
  const tell = (run: Run) => {
    runs.push(run);
    const { contestant, size, mode, number, wall, failed } = run;
    console.error(`${contestant}, ${size} briefings, ${mode}, run ${number}: ${failed ?? `${wall.toFixed(2)} s`}`);
    save();
  };
  save();
  for (const { of, modes } of turns(here, options)) {
    entries.push(...of);
    await takeTurns(of, modes, options.runs, tell);
  }
  for (const { contestant } of entries) forget(contestant);
  console.log(report(runs, missing));
  if (!HAS_PROC) console.log('\nThere is no /proc here: processor time and memory are not measured.');
  if (runs.some(({ failed }) => failed !== undefined)) process.exitCode = 1;
}

/** Those that this machine can run, and those that it cannot. */
function findContestants(names: readonly Name[]): { here: Contestant[]; missing: Missing[] } {
  const [here, missing]: [Contestant[], Missing[]] = [[], []];
  for (const name of names) {
    try {
      here.push(contestant(name));
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      missing.push({ contestant: name, why: error.message });
    }
  }
  return { here, missing };
}

/** Who is measured against whom, one comparison after the other. */
function turns(
  here: readonly Contestant[],
  { sizes, modes, only }: Options,
): { of: Entry[]; modes: readonly Mode[] }[] {
  const smallest = Math.min(...sizes);
  const all = sizes.map((size) => ({
    // What Readout makes besides is known after one size.
    of: here
      .filter(({ name }) => name !== 'readout-all' || size === smallest || only)
      .map((contestant) => ({ contestant, size, corpus: true, fresh: false })),
    modes,
  }));
  const astro = here.find(({ name }) => name === 'astro');
  if (!astro || !here.some(({ name }) => name === 'readout') || !modes.includes('cold')) return all;
  const five = [
    { contestant: sample(SAMPLE), size: 5, corpus: false, fresh: false },
    { contestant: { ...astro, name: FIVE }, size: 5, corpus: true, fresh: false },
  ];
  return [...all, { of: five, modes: ['cold'] }];
}

/** Runs each of them so many times, and lets another go first every time. */
async function takeTurns(
  entries: readonly Entry[],
  modes: readonly Mode[],
  runs: number,
  tell: (run: Run) => void,
): Promise<void> {
  for (const { contestant, size } of entries) contestant.write(size);
  for (let number = 1; number <= runs; number += 1) {
    const first = (number - 1) % entries.length;
    for (const entry of [...entries.slice(first), ...entries.slice(0, first)]) {
      await runModes(entry, modes, number, tell);
    }
  }
}

function outputOf({ contestant: { name }, size, built }: Entry) {
  return { contestant: name, size, ...built };
}

function aboutMachine(here: readonly Contestant[]) {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return {
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memory,
      system: `${type()} ${release()} ${arch()}`,
    },
    versions: { node: process.version, ...Object.fromEntries(here.map(({ name, version }) => [name, version])) },
  };
}

function writeResult(path: string, result: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, undefined, 2)}\n`);
}

function given(): Options {
  try {
    const text = { type: 'string' } as const;
    const options = { sizes: text, runs: text, only: text, modes: text, json: text };
    const { values } = parseArgs({ options });
    return {
      sizes: listOf(values.sizes ?? '1000,10000').map(count),
      runs: count(values.runs ?? '3'),
      only: values.only === undefined ? undefined : listOf(values.only).map((name) => oneOf(NAMES, name)),
      modes: values.modes === undefined ? MODES : listOf(values.modes).map((mode) => oneOf(MODES, mode)),
      json: values.json ?? join(FOLDER, 'result.json'),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return stop(`${error.message}\n${USAGE}`);
  }
}

function listOf(text: string): string[] {
  return text.split(',').map((item) => item.trim());
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is no number of briefings or runs.`);
  return Number(text);
}

function oneOf<T extends string>(known: readonly T[], name: string): T {
  const found = known.find((one) => one === name);
  if (found === undefined) throw new Error(`"${name}" is none of ${known.join(', ')}.`);
  return found;
}

await main();
rmSync(TRASH, { recursive: true, force: true });
