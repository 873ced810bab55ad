import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Box, CARD, GROUND, INKS, SIZES, shareCard } from '../../src/metadata/share-card.ts';
import type { ShareCardView } from '../../src/newsroom/views/share-card.ts';

const view: ShareCardView = {
  folder: 'briefings/2026/a',
  site: 'Harbour News',
  label: 'Port',
  headline: 'A crane',
  meta: '26 January 2026',
};
/** Where nothing larger fits, and so what does not fit is cut. */
const SMALLEST = Math.min(...SIZES);
const figure = { label: 'Drones launched', value: '138', by: 'Harbour office' };

/** So many letters of these words, again and again. */
const repeated = (words: string, length: number) => words.repeat(length).slice(0, length).trim();

/** Every text of a drawing, in order. */
function textsIn({ props: { children } }: Box): string[] {
  return typeof children === 'string' ? [children] : children.flatMap(textsIn);
}

describe('the drawing of a card', () => {
  test('has the story, the headline, the site, the date and the figure', () => {
    expect(textsIn(shareCard({ ...view, figure }, 84))).toEqual([
      'Port',
      'A crane',
      'Harbour News',
      '26 January 2026',
      'Drones launched',
      '138',
      'Harbour office',
    ]);
    expect(textsIn(shareCard(view, 84))).toEqual(['Port', 'A crane', 'Harbour News', '26 January 2026']);
  });

  test.each([
    ['pairs of code units', '𝐀'],
    ['letters with accents', 'é'],
    ['plain letters', 'x'],
  ])('cuts what is too long between letters, and says so: %s', (_, letter) => {
    for (const odd of ['', 'a']) {
      const long = odd + letter.repeat(400);
      const given = {
        ...view,
        site: long,
        label: long,
        headline: long,
        figure: { label: long, value: long, by: long },
      };
      const texts = textsIn(shareCard(given, SMALLEST)).filter((text) => text !== view.meta);
      expect(texts).toHaveLength(6);
      for (const text of texts) {
        expect(text.endsWith('…')).toBe(true);
        expect(text.isWellFormed()).toBe(true);
        expect(long.startsWith(text.slice(0, -1))).toBe(true);
        expect((text.length - odd.length - 1) % letter.length).toBe(0);
      }
    }
  });
});

describe('the picture of a card', () => {
  let folder = '';
  let draw: (view: ShareCardView) => Promise<Buffer>;

  beforeAll(async () => {
    // A project of its own, so that nothing comes out of the cache of another run.
    folder = mkdtempSync(join(tmpdir(), 'readout-cards-'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{}');
    for (const name of ['@fontsource', 'satori']) {
      symlinkSync(join(process.cwd(), 'node_modules', name), join(folder, 'node_modules', name), 'junction');
    }
    const spy = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    draw = (await import('../../src/share-cards.ts')).cardPng;
    spy.mockRestore();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const cached = () => readdirSync(join(folder, 'node_modules/.astro/cards'));

  const LONG = {
    label: 'Drones launched in one night over',
    value: '1,234,567 of about 8,910,111 in all',
    by: 'Ministry of D',
  };
  test.each<[string, Partial<ShareCardView>]>([
    ['the shortest headline', { headline: 'A' }],
    ['an ordinary one', { headline: 'Talks end without a date for the next round', figure }],
    ['the longest in Latin letters', { headline: repeated('negotiations continue ', 200), figure: LONG }],
    ['the longest in Cyrillic letters', { headline: repeated('переговори тривають ', 200), figure: LONG }],
    ['the longest in capitals', { headline: repeated('ЩОДЕННО ЖИТТЯ ', 200), figure: LONG }],
    ['the widest letters', { headline: repeated('WWW MMM ', 200), figure: LONG }],
    ['eighty capitals', { headline: repeated('ЩОДЕННО ЖИТТЯ ', 80), figure }],
    [
      'a word that no line holds',
      { headline: 'Щ'.repeat(200), figure: { label: 'W'.repeat(80), value: 'W'.repeat(80), by: 'W'.repeat(80) } },
    ],
    ['a long word', { headline: 'Donaudampfschifffahrtsgesellschaftskapitaenskajuete' }],
    ['the longest name of a site', { site: repeated('Wide Publication Name ', 60), figure: LONG }],
    ['the widest name of a site', { site: repeated('WWWWWW ', 60), figure: LONG }],
    ['the longest story', { label: repeated('Ж', 120) }],
  ])(
    'is 1200 by 630, small, and has all of its text within the frame: %s',
    async (_, fields) => {
      const png = await draw({ ...view, ...fields });
      expect(png.length).toBeLessThan(100_000);
      const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.format, info.width, info.height]).toEqual(['raw', CARD.width, CARD.height]);
      const { left, right, bottom, inked } = inkOf(data, info.channels);
      expect(left).toBeGreaterThan(50);
      expect(right).toBeLessThan(CARD.width - 50);
      expect(bottom).toBeLessThan(CARD.height - 50);
      expect(inked).toBeGreaterThan(500);
    },
    30_000,
  );

  test('has each of its colours as it is, however little is drawn in it', async () => {
    const data = await sharp(await draw({ ...view, figure }))
      .removeAlpha()
      .raw()
      .toBuffer();
    const found = new Set(Array.from({ length: data.length / 3 }, (_, at) => data.toString('hex', at * 3, at * 3 + 3)));
    const asked = [GROUND, ...INKS.map(({ colour }) => colour)];
    expect(asked.filter((colour) => !found.has(colour.slice(1)))).toEqual([]);
  }, 30_000);

  test('differs by headline, in every script that the site has', async () => {
    const pictures = await Promise.all(
      ['Crane', 'Кран', 'Їжак', 'Éclair', 'Łódź'].map((headline) => draw({ ...view, headline })),
    );
    expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(5);
    // What a family does not have is drawn as one and the same box.
    const [one, other] = await Promise.all(['ЖЖЖ', 'ФФФ'].map((headline) => draw({ ...view, headline })));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  }, 30_000);

  test('is drawn once: the same view is taken from the cache, and another one is not', async () => {
    const first = await draw({ ...view, headline: 'Cached' });
    const files = cached();
    expect(await draw({ ...view, headline: 'Cached' })).toEqual(first);
    expect(cached()).toEqual(files);
    await draw({ ...view, headline: 'Cached', figure });
    expect(cached()).toHaveLength(files.length + 1);
    expect(cached().every((name) => /^[0-9a-f]{64}\.png$/.test(name))).toBe(true);
  });

  test('that is in the cache is not drawn again', async () => {
    const before = new Set(cached());
    await draw({ ...view, headline: 'Kept' });
    const name = cached().find((file) => !before.has(file)) ?? '';
    const stand = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    writeFileSync(join(folder, 'node_modules/.astro/cards', name), stand);
    expect(await draw({ ...view, headline: 'Kept' })).toEqual(stand);
  });
});

/** Where a picture has anything besides its ground, below the bar at its top. */
function inkOf(data: Buffer, channels: number) {
  const edges = { left: CARD.width, right: 0, bottom: 0, inked: 0 };
  const ground = data.subarray(
    (CARD.height - 1) * CARD.width * channels,
    (CARD.height - 1) * CARD.width * channels + channels,
  );
  for (let y = 20; y < CARD.height; y += 1) {
    for (let x = 0; x < CARD.width; x += 1) {
      const at = (y * CARD.width + x) * channels;
      if ([0, 1, 2].every((channel) => Math.abs((data[at + channel] ?? 0) - (ground[channel] ?? 0)) < 16)) continue;
      edges.left = Math.min(edges.left, x);
      edges.right = Math.max(edges.right, x);
      edges.bottom = Math.max(edges.bottom, y);
      edges.inked += 1;
    }
  }
  return edges;
}
