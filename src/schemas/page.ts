import { z } from 'astro/zod';
import { line, oldAddress } from './scalars.ts';

/** A page about the publication itself: about, method. */
export const page = z.strictObject({
  title: line(80),
  /** The summary under the title and in search results. */
  description: line(300),
  /** Addresses that it had before. Whoever asks for one is led here. */
  aliases: z.array(oldAddress()).max(20).default([]),
});

export type Page = z.output<typeof page>;
