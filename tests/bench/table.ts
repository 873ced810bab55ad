/** What is measured: see `runs.ts`. */
export const MODES = ['check', 'cold', 'restored', 'unchanged', 'edit'] as const;
export type Mode = (typeof MODES)[number];

/** One run of one contestant. */
export interface Run {
  contestant: string;
  /** How many briefings. */
  size: number;
  number: number;
  mode: Mode;
  /** Seconds. */
  wall: number;
  user?: number;
  system?: number;
  /** MiB, of all processes together. */
  memory?: number;
  /** Why it does not count. */
  failed?: string;
}

/** A contestant that cannot be measured on this machine, and why. */
export interface Missing {
  contestant: string;
  why: string;
}

export const SAMPLE = 'readout-sample';
export const FIVE = 'astro-five';
const NONE = '–';

/** @returns undefined for no values. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Wall time, processor time and memory of a contestant in one mode: the medians of the runs that count. */
export function figures(runs: readonly Run[], contestant: string, size: number, mode: Mode) {
  const counted = runs.filter(
    (run) => run.contestant === contestant && run.size === size && run.mode === mode && run.failed === undefined,
  );
  const of = (value: (run: Run) => number | undefined) =>
    median(counted.map(value).filter((number) => number !== undefined));
  return {
    wall: of((run) => run.wall),
    processor: of(({ user, system }) => (user === undefined || system === undefined ? undefined : user + system)),
    memory: of((run) => run.memory),
  };
}

/** How many times the other one it is, as a table shows it. */
export function ratio(one: number | undefined, other: number | undefined): string {
  return one === undefined || other === undefined || other === 0 ? NONE : `${(one / other).toFixed(2)} ×`;
}

/** All tables, in Markdown. */
export function report(runs: readonly Run[], missing: readonly Missing[]): string {
  const compared = runs.filter(({ contestant }) => contestant !== SAMPLE && contestant !== FIVE);
  const sizes = [...new Set(compared.map(({ size }) => size))].sort((one, other) => one - other);
  const failures = runs.filter(({ failed }) => failed !== undefined);
  return [
    ...sizes.flatMap((size) => tablesOf(compared, size, missing)),
    growth(compared, sizes),
    five(runs),
    // Where nothing was measured there is no table to name them in.
    sizes.length > 0 ? '' : missing.map(({ contestant, why }) => `${contestant} is missing: ${why}`).join('\n'),
    failures
      .map((run) => `Failed: ${run.contestant}, ${run.mode}, ${run.size} briefings, run ${run.number}: ${run.failed}`)
      .join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What others do on the machine meanwhile changes the wall time much, and the seconds of the processor little. */
const CLOCKS = [
  { clock: 'wall', title: 'wall time' },
  { clock: 'processor', title: 'seconds of the processor' },
] as const;

function tablesOf(runs: readonly Run[], size: number, missing: readonly Missing[]): string[] {
  const names = new Set(runs.filter((run) => run.size === size).map(({ contestant }) => contestant));
  return CLOCKS.map(({ clock, title }) => {
    const took = (name: string, mode: Mode) => figures(runs, name, size, mode)[clock];
    const rows = [...names].map((name) => [
      ...[name, seconds(took(name, 'cold')), ratio(took(name, 'cold'), took('eleventy', 'cold'))],
      ...[seconds(took(name, 'restored')), ratio(took(name, 'restored'), took('eleventy', 'cold'))],
      seconds(took(name, 'unchanged')),
      ...[seconds(took(name, 'edit')), ratio(took(name, 'edit'), took('hugo', 'edit'))],
      ...[seconds(took(name, 'check')), megabytes(figures(runs, name, size, 'cold').memory)],
    ]);
    const head = [
      '',
      'cold',
      '/ eleventy',
      'restored',
      '/ eleventy cold',
      'unchanged',
      'edit',
      '/ hugo',
      'check',
      'memory',
    ];
    const absent = missing.map(({ contestant, why }) => [
      ...[contestant, `missing: ${why}`],
      ...head.slice(2).map(() => NONE),
    ]);
    return `${size} briefings, ${title}\n\n${markdown([head, ...rows, ...absent])}`;
  });
}

/** How time and memory grow from the smallest size to the largest. */
function growth(runs: readonly Run[], sizes: readonly number[]): string {
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === undefined || large === undefined || small === large) return '';
  const names = new Set(runs.map(({ contestant }) => contestant));
  const rows = [...names].flatMap((name) => {
    const [before, after] = [figures(runs, name, small, 'cold'), figures(runs, name, large, 'cold')];
    if (before.wall === undefined || after.wall === undefined) return [];
    const ratios = (['wall', 'processor', 'memory'] as const).map((key) => ratio(after[key], before[key]));
    return [[name, ...ratios]];
  });
  if (rows.length === 0) return '';
  const head = ['', 'cold', 'processor', 'memory'];
  return `From ${small} to ${large} briefings, ${ratio(large, small)}\n\n${markdown([head, ...rows])}`;
}

/** The publication that comes with Readout against a plain site of as many articles. */
function five(runs: readonly Run[]): string {
  const [sample, plain] = [figures(runs, SAMPLE, 5, 'cold'), figures(runs, FIVE, 5, 'cold')];
  if (sample.wall === undefined && plain.wall === undefined) return '';
  const rows = CLOCKS.map(({ clock, title }) => [
    ...[title, seconds(sample[clock]), seconds(plain[clock])],
    ratio(sample[clock], plain[clock]),
  ]);
  const head = ['', 'the sample of Readout', 'five articles in plain Astro', ''];
  return `Five briefings, cold\n\n${markdown([head, ...rows])}`;
}

function seconds(value: number | undefined): string {
  return value === undefined ? NONE : `${value.toFixed(2)} s`;
}

function megabytes(value: number | undefined): string {
  return value === undefined ? NONE : `${value.toFixed(0)} MiB`;
}

/** A table, the first row of which is its head; figures stand to the right. */
export function markdown([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
