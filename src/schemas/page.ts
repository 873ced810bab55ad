import { z } from 'astro/zod';
import { aliases, line } from './scalars.ts';

/** A page about the publication itself: about, method. */
export const page = z.strictObject({
  title: line(80),
  description: line(300).describe('The summary under the title and in search results.'),
  aliases: aliases(),
});

export type Page = z.output<typeof page>;
