import { z } from 'astro/zod';
import { line, slug } from './scalars.ts';

/** A person or an institution whose statements are reported. */
export const source = z.strictObject({
  id: slug().describe('What briefings name it by.'),
  name: line(80).describe('As it stands beside what they say.'),
  kind: z
    .enum(['person', 'organization'])
    .optional()
    .describe('Told to search engines. Left out for what is neither, such as a report.'),
  role: line(120).optional().describe('What gives them a say: "Kremlin spokesman".'),
  side: line(60).optional().describe('The side that they speak for. Left out for those who speak for none.'),
});

export type Source = z.output<typeof source>;
