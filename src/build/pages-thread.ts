import { parentPort } from 'node:worker_threads';
import { renderInThread } from './pages.ts';
import { readAhead } from './store.ts';

const ahead = readAhead();

parentPort?.once('message', async (task) => parentPort?.postMessage(await renderInThread(task, ahead)));
