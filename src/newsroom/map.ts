import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import type { Words } from '../languages/index.ts';
import { labelsOf, type Point } from './labels.ts';
import { sumOf } from './marks.ts';
import type { PlaceView } from './places.ts';

/** The land of the earth, in degrees, as its outlines. */
export type Land = GeoPermissibleObjects;

/** Where the places of a story are: a small map, and the same as a list. */
export interface MapView {
  /** In units of the drawing. */
  width: number;
  height: number;
  /** As SVG path data: land, and nothing else. No data set of borders is neutral where they are contested. */
  land: string;
  points: (Point & { label?: MapLabel | undefined })[];
  /** The drawing in words. */
  summary: string;
  /** All of it, with what has no room on the map. */
  places: PlaceView[];
}

/** A name beside its point. */
export interface MapLabel extends Point {
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

const WIDTH = 400;
const HEIGHT = 250;
/** Room around the outermost places, for their labels too. */
const MARGIN = 56;
/** What a map shows at least from top to bottom, in radians: about 2,000 km, so that coasts tell where it is. */
const LEAST = (18 * Math.PI) / 180;
/** Places that lie further than this from their middle, in radians, are shown on a map of the whole earth. */
const FAR = (65 * Math.PI) / 180;
/** Room around the whole earth. */
const EDGE = 8;
/** Outlines end beyond the frame, so that it cuts them and they do not run along it. */
const BEYOND = 3;

/**
 * A map around some places. The same places give the same bytes.
 *
 * @param land asked for once there is something to draw.
 * @returns nothing where there are no places.
 */
export function mapView(places: readonly PlaceView[], land: () => Land, { map, comma }: Words): MapView | undefined {
  if (places.length === 0) return undefined;
  const at = places.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  const projection = fitted(at).clipExtent([
    [-BEYOND, -BEYOND],
    [WIDTH + BEYOND, HEIGHT + BEYOND],
  ]);
  const points = at.map((place) => pointOf(projection, place));
  const labels = labelsOf(
    points.map((point, index) => ({ ...point, text: places[index]?.name ?? '' })),
    { width: WIDTH, height: HEIGHT },
  );
  return {
    width: WIDTH,
    height: HEIGHT,
    land: lightened(geoPath(projection).digits(0)(land()) ?? ''),
    points: points.map((point, index) => ({ ...point, label: labels[index] })),
    summary: map.summary(places.map(({ name }) => name).join(comma)),
    places: [...places],
  };
}

/** A projection that has all places within the frame: true to area around their middle, or that of the whole earth. */
function fitted(at: readonly [number, number][]): GeoProjection {
  const [longitude, latitude] = geoCentroid({ type: 'MultiPoint', coordinates: [...at] });
  const middle: [number, number] = [longitude || 0, latitude || 0];
  if (at.some((place) => geoDistance(place, middle) > FAR)) {
    return geoEqualEarth()
      .rotate([-middle[0], 0])
      .fitExtent(
        [
          [EDGE, EDGE],
          [WIDTH - EDGE, HEIGHT - EDGE],
        ],
        { type: 'Sphere' },
      );
  }
  const projection = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).scale(1).translate([0, 0]);
  const flat = at.map((place): [number, number] => projection(place) ?? [0, 0]);
  const across = extentOf(flat.map(([x]) => x));
  const down = extentOf(flat.map(([, y]) => y));
  const scale = Math.min(HEIGHT / LEAST, (WIDTH - 2 * MARGIN) / across.length, (HEIGHT - 2 * MARGIN) / down.length);
  return projection.scale(scale).translate([WIDTH / 2 - across.middle * scale, HEIGHT / 2 - down.middle * scale]);
}

function extentOf(numbers: readonly number[]): { middle: number; length: number } {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return { middle: (least + most) / 2, length: most - least };
}

function pointOf(projection: GeoProjection, place: [number, number]): Point {
  const [x, y] = projection(place) ?? [0, 0];
  return { x: Math.round(x), y: Math.round(y) };
}

/** What can hardly be seen is left out: rings of less than this, in square units, and points nearer than this to the one before. */
const SPECK = 4;
const NEAR = 2;

function lightened(path: string): string {
  return path
    .split(/(?<=Z)/)
    .map((ring) => thinned(ring.slice(1, -1).split('L').map(numbersIn)))
    .filter((ring) => areaOf(ring) >= SPECK)
    .map((ring) => `M${ring.map(({ x, y }) => `${x},${y}`).join('L')}Z`)
    .join('');
}

function numbersIn(point: string): Point {
  const [x = 0, y = 0] = point.split(',').map(Number);
  return { x, y };
}

function thinned(ring: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= NEAR) kept.push(point);
  }
  return kept;
}

function areaOf(ring: readonly Point[]): number {
  const twice = ring.map(({ x, y }, index) => {
    const next = ring[(index + 1) % ring.length] ?? { x, y };
    return x * next.y - next.x * y;
  });
  return Math.abs(sumOf(twice)) / 2;
}
