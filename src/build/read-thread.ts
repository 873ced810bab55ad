import { parentPort, workerData } from 'node:worker_threads';
import { type ReadTask, readFiles } from './read.ts';
import { Store } from './store.ts';

/** A share of the content folder, read beside others. */
const { store: file, version, ...task }: ReadTask & { store: string; version: string } = workerData;

const result = readFiles(task);
const store = new Store(file, version);
store.put(result.files, result.bodies);
store.close();
parentPort?.postMessage(result.files);
