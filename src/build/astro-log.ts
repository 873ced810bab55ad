import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import nodeLog from 'astro/logger/node';
import { faultOf } from './failure.ts';

/**
 * Where Astro's warnings and errors go in a build. What a page throws is not among them, nor a fault of the machine:
 * both end the build, and are told once, at its end.
 */
export default function astroLog(): AstroLoggerDestination {
  const log = nodeLog({ level: 'warn' });
  return {
    write: (message) => {
      if (!isThrown(message) && faultOf(message.message) === undefined) log.write(message);
    },
  };
}

/** Whether Astro throws the same: all errors but those of content, which it may go on after. */
function isThrown({ level, label }: Pick<AstroLoggerMessage, 'level' | 'label'>): boolean {
  return level === 'error' && label !== 'content';
}
