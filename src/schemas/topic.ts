import { z } from 'astro/zod';
import { line, slug } from './scalars.ts';

/** A subject out of the closed list in topics.yaml. */
export const topic = z.strictObject({
  id: slug(),
  name: line(40),
  /** What belongs here, in a sentence. */
  description: line(300),
});

export type Topic = z.output<typeof topic>;
