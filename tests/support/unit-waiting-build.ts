import { startProcess } from '../../src/build/processes.ts';

// A build that ends before it has a use for the process that it has started.
startProcess(new URL('./unit-process.ts', import.meta.url).href);
setTimeout(() => process.exit(), Number(process.argv[2]));
