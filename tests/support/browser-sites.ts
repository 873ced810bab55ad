import { LONG } from './long.ts';
import { PORT } from './port.ts';
import { RETURNING } from './returning.ts';
import { TRANSLATED } from './translated.ts';

/** A site that is served while the browser tests run. */
export interface Served {
  content: string;
  folder: string;
  port: number;
  /** The instant that it speaks as of, in seconds since 1970, where its content does not say so. */
  asOf?: string;
}

const folderOf = (name: string) => `tests/.output/browser-${name}`;

/**
 * A town with everything that a publication can have, the same with marks of what is new at two instants, one with words of all
 * kinds, one of very long lists, one that is written from right to left, one in several languages, and the sample.
 */
export const SERVED = {
  port: { content: PORT.content, folder: folderOf('port'), port: 4330 },
  earlier: {
    content: RETURNING.content,
    folder: folderOf('earlier'),
    port: RETURNING.earlierPort,
    asOf: RETURNING.earlier,
  },
  returning: { content: RETURNING.content, folder: folderOf('returning'), port: 4332 },
  search: { content: 'tests/publications/good/search/content', folder: folderOf('search'), port: 4333 },
  long: { content: LONG.folder, folder: folderOf('long'), port: 4334 },
  'right-to-left': {
    content: 'tests/publications/right-to-left/content',
    folder: folderOf('right-to-left'),
    port: 4335,
  },
  translated: { content: TRANSLATED.content, folder: folderOf('translated'), port: 4336 },
  // Not at first: while `npm test` begins to build these, it checks the types, which reads the sample.
  sample: { content: 'content', folder: folderOf('site'), port: 4329 },
} satisfies Record<string, Served>;
