import { beforeAll, describe, expect, test } from 'vitest';
import { type Step, takeSteps } from '../support/steps/run.ts';

/** Two publications, which change at the same time: one where the site stands, and one on a build service, which keeps the caches alone. */
const PUBLICATIONS = [
  { seed: 20260123, isService: false },
  { seed: 20260201, isService: true },
];
const COUNT = 100;

let steps: Step[] = [];

beforeAll(async () => {
  steps = (await Promise.all(PUBLICATIONS.map(stepsOf))).flat();
}, 1_800_000);

describe('a publication that changes again and again', () => {
  test('is built onward to the same bytes as from nothing, at every step', () => {
    const wrong = steps.filter(({ differences }) => differences.length > 0);
    expect(wrong.map(({ seed, number, did, differences }) => ({ seed, number, did, differences }))).toEqual([]);
    expect(steps.filter(({ number }) => number > 0).length).toBeGreaterThanOrEqual(200);
  });

  test.each(PUBLICATIONS)('is rendered only where it has changed ($seed)', ({ seed }) => {
    const onward = steps.filter((step) => step.seed === seed && step.number > 0);
    const [rendered, kept] = [mean(onward.map((step) => step.rendered)), mean(onward.map((step) => step.kept))];
    console.log(`On average of ${onward.length} steps, ${rendered} files are rendered and ${kept} are as they were.`);
    expect(rendered).toBeLessThan(kept / 2);
  });
});

/** What follows a wrong step says nothing more. */
async function stepsOf({ seed, isService }: (typeof PUBLICATIONS)[number]): Promise<Step[]> {
  const taken: Step[] = [];
  for await (const step of takeSteps(seed, COUNT, isService)) {
    taken.push(step);
    if (step.differences.length > 0) break;
  }
  return taken;
}

function mean(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((total, number) => total + number, 0) / numbers.length);
}
