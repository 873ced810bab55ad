import { z } from 'astro/zod';
import { aliases, eventDateText, line } from './scalars.ts';

/** A running story. Its body is the background; its timeline comes out of its briefings. */
export const story = z.strictObject({
  headline: line(120),
  standfirst: line(400).describe('The summary under the headline, in lists and in feeds.'),
  state: z.enum(['active', 'paused', 'closed']).describe('Whether it goes on.'),
  start: eventDateText()
    .optional()
    .describe('When it begins. Earlier events of its timeline are folded away as what came before.'),
  aliases: aliases(),
});

export type Story = z.output<typeof story>;
