import './compiled-code.ts';
import { startCompiler } from './compiler.ts';
import { startPageThreads } from './page-threads.ts';

// Before anything else is loaded, which takes as long as both do.
startCompiler();
startPageThreads();
await import('./command.ts');
