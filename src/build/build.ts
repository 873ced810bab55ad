import { startCompiler } from './compiler.ts';

// Before anything else is loaded, which takes as long as the compiler does.
startCompiler();
await import('./command.ts');
