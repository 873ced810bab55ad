import type { AstroLoggerDestination } from 'astro';
import nodeLog from 'astro/logger/node';
import { faultOf } from './failure.ts';

/** Where Astro's warnings go while it compiles. A fault of the machine is told once, by whoever asked for the work. */
export default function compileLog(): AstroLoggerDestination {
  const log = nodeLog({ level: 'warn' });
  return {
    write: (message) => {
      if (faultOf(message.message) === undefined) log.write(message);
    },
  };
}
