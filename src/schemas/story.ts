import { z } from 'astro/zod';
import { eventDateText, line, oldAddress } from './scalars.ts';

/** A running story. Its body is the background; its timeline comes out of its briefings. */
export const story = z.strictObject({
  headline: line(120),
  standfirst: line(400),
  state: z.enum(['active', 'paused', 'closed']),
  /** When it begins. Earlier events of its timeline are folded away as what came before. */
  start: eventDateText().optional(),
  /** Addresses that it had before. Whoever asks for one is led here. */
  aliases: z.array(oldAddress()).max(20).default([]),
});

export type Story = z.output<typeof story>;
