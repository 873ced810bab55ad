import './compiled-code.ts';
import { parentPort } from 'node:worker_threads';

const { readAhead } = await import('./store.ts');
const ahead = readAhead();
const { renderInThread } = await import('./pages.ts');

parentPort?.once('message', async (task) => parentPort?.postMessage(await renderInThread(task, ahead)));
