import { setFlagsFromString } from 'node:v8';
import { startCompiler } from './compiler.ts';
import { startPageThreads } from './page-threads.ts';

// A heap may become half as large again as what is in use before what is not in use is looked for. Left alone V8 lets it
// become several times as large, which is a little faster.
if (process.env.HG) setFlagsFromString('--heap-growing-percent=' + process.env.HG);
// Before anything else is loaded, which takes as long as both do.
startCompiler();
startPageThreads();
await import('./command.ts');
