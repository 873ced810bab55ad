import { parentPort } from 'node:worker_threads';

parentPort?.once('message', ({ word }: { word: string }) => {
  if (word === 'fail') throw new Error('There is no ink.');
  if (word === 'leave') process.exit(0);
  parentPort?.postMessage(`${word} again`);
});
