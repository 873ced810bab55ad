import { z } from 'astro/zod';
import { line, slug } from './scalars.ts';

/** A place that briefings and events name: a point on the map of a story. */
export const place = z.strictObject({
  id: slug().describe('What briefings and events name it by.'),
  name: line(60).describe('As it stands on the map and in the list beside it.'),
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .describe('In degrees, north of the equator; south of it with a minus (WGS 84).'),
  longitude: z.number().min(-180).max(180).describe('In degrees, east of Greenwich; west of it with a minus (WGS 84).'),
});

export type Place = z.output<typeof place>;
