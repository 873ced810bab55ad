import { createRequire } from 'node:module';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Land } from './newsroom/map.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
let known: Land | undefined;

/**
 * The land of the earth, of Natural Earth at 1:50 million (public domain): coasts, and no borders. It is read for the first
 * map that is drawn: most publications draw none.
 */
export function land(): Land {
  if (known) return known;
  const world: Topology<{ land: GeometryCollection }> = require('world-atlas/land-50m.json');
  known = feature(world, world.objects.land);
  return known;
}
