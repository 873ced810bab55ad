import { spawn } from 'node:child_process';

/** Everything that `npm test` runs, in the order in which it is told: scripts of package.json. */
const STEPS = ['types', 'lint', 'test:unit', 'test:output', 'test:sites', 'test:pages'] as const;
type Step = (typeof STEPS)[number];

/** How much of what a failed step has printed is repeated at the end, in lines: runners tell there what has failed. */
const LINES_REPEATED = 120;

/** All that each step has printed. */
const printed = new Map<Step, string>(STEPS.map((step) => [step, '']));
/** How much of it was shown, in characters. */
const shown = new Map<Step, number>();
/** How each step that is over came out. */
const results = new Map<Step, { passed: boolean; words: string }>();
/** How many steps were told to their end. */
let told = 0;

/** Shows what the step whose turn it is prints, as it does so; what the others print waits, so that no two are mixed. */
function show(): void {
  for (let step = STEPS[told]; step !== undefined; step = STEPS[told]) {
    const text = printed.get(step) ?? '';
    process.stdout.write(text.slice(shown.get(step)));
    shown.set(step, text.length);
    if (!results.has(step)) return;
    told += 1;
  }
}

function print(step: Step, text: string): void {
  printed.set(step, printed.get(step) + text);
  show();
}

/** Runs a step, unless one before it has failed. Returns whether it has passed. */
async function run(step: Step, isWanted: boolean): Promise<boolean> {
  const started = performance.now();
  const code = isWanted ? await codeOf(step) : undefined;
  const seconds = Math.round((performance.now() - started) / 1_000);
  const passed = code === 0;
  results.set(step, {
    passed,
    words: code === undefined ? 'was not run' : `${passed ? 'passed' : 'failed'} (${seconds} s)`,
  });
  show();
  return passed;
}

function codeOf(step: Step): Promise<number> {
  print(step, `\n> npm run ${step}\n`);
  const child = spawn(`npm run --silent ${step}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => print(step, text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

// Two rows of steps, side by side. Builds share the .astro folder: those of the output wait until the sites of the pages stand.
const sites = run('test:sites', true);
const pages = sites.then((passed) => run('test:pages', passed));
const unit = run('types', true)
  .then((passed) => run('lint', passed))
  .then((passed) => run('test:unit', passed));
const output = Promise.all([unit, sites]).then((both) => run('test:output', !both.includes(false)));
await Promise.all([pages, output]);

// A log is often read, or kept, from its end.
for (const step of STEPS.filter((each) => printed.get(each) !== '' && results.get(each)?.passed === false)) {
  const lines = printed.get(step)?.trimEnd().split('\n') ?? [];
  console.log(`\n${step}, its last lines again:\n${lines.slice(-LINES_REPEATED).join('\n')}`);
  process.exitCode = 1;
}
console.log(`\n${STEPS.map((step) => `${step} ${results.get(step)?.words}`).join('\n')}`);
