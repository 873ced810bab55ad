import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { land } from '../../../src/land.ts';
import { Body } from '../../../src/newsroom/body.ts';
import type { MapView } from '../../../src/newsroom/map.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { briefing, edition, place, story } from '../../support/unit-factory.ts';

type At = readonly [name: string, latitude: number, longitude: number];

const port = story('port');
const CITIES: At[] = [
  ['Abu Dhabi', 24.45, 54.38],
  ['Dubai', 25.2, 55.27],
  ['Doha', 25.29, 51.53],
  ['Muscat', 23.59, 58.41],
];

/** The map of a story with an event at each of these places. */
function mapOf(at: readonly At[]): MapView {
  const places = at.map(([name, latitude, longitude], index) => place(`p-${index}`, { name, latitude, longitude }));
  const timeline = at.map((_, index) => ({ date: '2026-01-20', text: `Event ${index}`, place: `p-${index}` }));
  const briefings = timeline.length > 0 ? [briefing('2026/a', { story: 'port', timeline })] : [];
  const { map } = storyView(edition({ briefings, stories: [port], places }), port, '', land);
  if (!map) throw new RangeError('there is no map');
  return map;
}

/** Where a place is drawn. */
function pointOf(map: MapView, name: string) {
  const point = map.points[map.places.findIndex((entry) => entry.name === name)];
  if (!point) throw new RangeError(`${name} is not on the map`);
  return point;
}

/** Whether a point of the drawing lies on land: it does if a line from it crosses the outlines an odd number of times. */
function isLand({ land }: MapView, x: number, y: number): boolean {
  const rings = [...land.matchAll(/M([^Z]+)Z/g)].map(([, ring = '']) =>
    ring.split('L').map((point) => point.split(',').map(Number)),
  );
  const crossings = rings.flatMap((ring) =>
    ring.filter(([ax = 0, ay = 0], index) => {
      const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }),
  );
  return crossings.length % 2 === 1;
}

describe('the map of a story', () => {
  test('is there only where its events or briefings name a place', () => {
    const places = [place('quay')];
    const mapWith = (fields: object) =>
      storyView(
        edition({ briefings: [briefing('2026/a', { story: 'port', ...fields })], stories: [port], places }),
        port,
        '',
        land,
      ).map;
    expect(mapWith({})).toBeUndefined();
    expect(mapWith({ place: 'quay' })?.places.map(({ id }) => id)).toEqual(['quay']);
  });

  test('has no place where nothing but an event that was called off would have been', () => {
    const event = { date: '2026-01-20', text: 'The crane is lifted', place: 'quay' };
    const off = {
      ...event,
      id: 'launch',
      date: '2026-03-20',
      text: 'A launch',
      status: 'cancelled',
      place: 'pier',
    } as const;
    const briefings = [briefing('2026/a', { story: 'port', timeline: [event, off] })];
    const opened = edition({ briefings, stories: [port], places: [place('quay'), place('pier')] });
    expect(storyView(opened, port, '', land).map?.places.map(({ id }) => id)).toEqual(['quay']);
  });

  test('has north above and east on the right', () => {
    const map = mapOf(CITIES);
    expect(pointOf(map, 'Doha').x).toBeLessThan(pointOf(map, 'Abu Dhabi').x);
    expect(pointOf(map, 'Dubai').x).toBeLessThan(pointOf(map, 'Muscat').x);
    expect(pointOf(map, 'Dubai').y).toBeLessThan(pointOf(map, 'Muscat').y);
  });

  test('shows land where there is land, and water where there is water', () => {
    const map = mapOf([
      ['Riyadh', 24.7, 46.7],
      ['In the Persian Gulf', 27, 51.5],
      ['Kerman', 30.3, 57.1],
    ]);
    const onLand = map.places.map(({ name }) => isLand(map, pointOf(map, name).x, pointOf(map, name).y));
    expect(onLand).toEqual([true, false, true]);
  });

  test.each<[string, At[]]>([
    ['one place', CITIES.slice(0, 1)],
    ['one place at a pole', [['South Pole', -90, 0]]],
    [
      'both sides of the date line',
      [
        ['Suva', -18.1, 178.4],
        ['Apia', -13.8, -171.8],
      ],
    ],
    [
      'the whole earth',
      [
        ['Quito', -0.2, -78.5],
        ['Jakarta', -6.2, 106.8],
        ['Oslo', 59.9, 10.7],
        ['Wellington', -41.3, 174.8],
      ],
    ],
    [
      'the fjords of a coast',
      [
        ['Bergen', 60.4, 5.3],
        ['Tromsø', 69.6, 18.9],
      ],
    ],
    [
      'many islands',
      [
        ['Manila', 14.6, 121],
        ['Makassar', -5.1, 119.4],
        ['Dili', -8.6, 125.6],
      ],
    ],
    [
      'opposite places',
      [
        ['A', 0, 0],
        ['B', 0, 180],
      ],
    ],
  ])('has every place within its frame and is light: %s', (_, at) => {
    const map = mapOf(at);
    for (const { x, y } of map.points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(map.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(map.height);
    }
    expect(brotliCompressSync(JSON.stringify(map)).length).toBeLessThan(6000);
    expect(map.land).toMatch(/^(M\d|M-)[-\d,MLZ]+Z$/);
  });

  test('crosses the date line: places on both sides of it are near each other', () => {
    const map = mapOf([
      ['Suva', -18.1, 178.4],
      ['Apia', -13.8, -171.8],
      ['Auckland', -36.8, 174.8],
    ]);
    expect(pointOf(map, 'Suva').x).toBeLessThan(pointOf(map, 'Apia').x);
  });

  test('labels no place over another: what has no room stands in the list alone', () => {
    const crowd = Array.from({ length: 9 }, (_, index): At => [`A crowded place ${index}`, 24.4 + index * 0.05, 54.4]);
    const map = mapOf(crowd);
    const boxes = map.points.flatMap(({ label }) => {
      if (!label) return [];
      // Half an em a letter is what they take on average.
      const width = label.text.length * 13 * 0.5;
      const left = { start: label.x, middle: label.x - width / 2, end: label.x - width }[label.anchor];
      return [{ left, right: left + width, top: label.y - 11, bottom: label.y + 3 }];
    });
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.length).toBeLessThan(9);
    const overlapping = boxes.filter((a, index) =>
      boxes.some(
        (b, other) => other !== index && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      ),
    );
    expect(overlapping).toEqual([]);
    expect(map.places.map(({ name }) => name)).toEqual(crowd.map(([name]) => name));
  });

  test('has a list that says where each place is, and what happens there', () => {
    const map = mapOf([CITIES[0] ?? ['', 0, 0], ['Quito', -0.18, -78.47]]);
    expect(map.places).toMatchObject([
      { name: 'Abu Dhabi', position: '24.45° N, 54.38° E', events: [{ text: 'Event 0' }] },
      { name: 'Quito', position: '0.18° S, 78.47° W', events: [{ text: 'Event 1' }] },
    ]);
    expect(map.summary).toBe('Map: Abu Dhabi, Quito');
  });

  test('knows the place that an older briefing gave an event', () => {
    const event = { id: 'lift', date: '2026-03', text: 'The crane is lifted', status: 'scheduled' as const };
    const briefings = [
      briefing('2026/new', { story: 'port', timeline: [event], publishedAt: '2026-01-21T12:00:00Z' }),
      briefing('2026/old', { story: 'port', timeline: [{ ...event, place: 'quay' }] }),
    ];
    const { map, coming } = storyView(edition({ briefings, stories: [port], places: [place('quay')] }), port, '', land);
    expect(map?.places.map(({ id }) => id)).toEqual(['quay']);
    expect(coming).toMatchObject([{ where: { id: 'quay' } }]);
  });
});

test('a briefing names its place', () => {
  const entry = briefing('2026/a', { place: 'quay' });
  const opened = edition({ briefings: [entry], places: [place('quay', { name: 'The quay' })] });
  expect(articleView(opened, entry, Body.of('')).place?.name).toBe('The quay');
});
