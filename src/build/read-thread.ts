import { parentPort, workerData } from 'node:worker_threads';
import { type ReadTask, readFiles } from './read.ts';
import { Store, type StoreAt } from './store.ts';

/** A share of the content folder, read beside others. */
const { store: at, ...task }: ReadTask & { store: StoreAt } = workerData;

const result = readFiles(task);
const store = new Store(at);
store.put(result.files, result.bodies);
store.close();
parentPort?.postMessage(result.files);
