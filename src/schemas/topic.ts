import { z } from 'astro/zod';
import { line, slug } from './scalars.ts';

/** A subject out of the closed list in topics.yaml. */
export const topic = z.strictObject({
  id: slug().describe('What briefings name it by. It is part of its address.'),
  name: line(40),
  description: line(300).describe('What belongs here, in a sentence.'),
});

export type Topic = z.output<typeof topic>;
