import { z } from 'astro/zod';
import { line, slug } from './scalars.ts';

/** A person or an institution whose statements are reported. */
export const source = z.strictObject({
  id: slug(),
  name: line(80),
  /** Told to search engines. Left out for what is neither, such as a report. */
  kind: z.enum(['person', 'organization']).optional(),
  /** What gives them a say: "Kremlin spokesman". */
  role: line(120).optional(),
  /** The side that they speak for. Left out for those who speak for none. */
  side: line(60).optional(),
});

export type Source = z.output<typeof source>;
