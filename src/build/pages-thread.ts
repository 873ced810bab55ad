import { parentPort, workerData } from 'node:worker_threads';
import { renderPages } from './pages.ts';

parentPort?.postMessage(await renderPages(workerData));
