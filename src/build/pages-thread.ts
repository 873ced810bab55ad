import { parentPort, workerData } from 'node:worker_threads';
import { renderInThread } from './pages.ts';

parentPort?.postMessage(await renderInThread(workerData));
