import { z } from 'astro/zod';
import { line, slug } from './scalars.ts';

/** A subject out of the closed list in topics.yaml. */
export const topic = z.strictObject({
  id: slug(),
  name: line(40),
  /** What belongs here, in a sentence. */
  description: line(300),
  /** Its code in the IPTC Media Topics (cv.iptc.org), for programs that exchange news. */
  iptc: z
    .string()
    .regex(/^medtop:\d{8}$/, 'must be a Media Topic code, like medtop:20000065')
    .optional(),
});

export type Topic = z.output<typeof topic>;
