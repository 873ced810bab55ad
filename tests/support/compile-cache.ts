import { join } from 'node:path';

// Tests start hundreds of processes of the same code. What Node has compiled for one of them it need not compile again, which is
// up to half of the time of a command. Processes have this of the one that starts them.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../.output/compiled');
