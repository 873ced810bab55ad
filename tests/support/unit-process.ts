import { asProcess } from '../../src/build/processes.ts';

/** What a process of the tests does with its task. */
export type Act = { act: 'write'; file: string } | { act: 'fail' | 'die' };

// What was loaded may have something to wait for, as a bundler has.
setInterval(() => undefined, 1_000);

asProcess(async (task: Act) => {
  if (task.act === 'fail') throw new Error('There is no paper.');
  if (task.act === 'die') process.exit(3);
  if (task.act === 'write') {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(task.file, 'written');
  }
});
