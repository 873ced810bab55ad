import { parentPort, workerData } from 'node:worker_threads';
import { renderShare } from './pages.ts';

parentPort?.postMessage(await renderShare(workerData));
