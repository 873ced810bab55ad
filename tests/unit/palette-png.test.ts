import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { palettePng } from '../../src/palette-png.ts';

const GROUND = '#ffffff';
const INKS = [
  { colour: '#000000', steps: 4 },
  { colour: '#ff0000', steps: 2 },
];

/** The picture of these colours, row by row, as another library reads it. */
async function drawn(rows: readonly (readonly string[])[]): Promise<string[][]> {
  const pixels = rows.flat().flatMap((colour) => [...Buffer.from(`${colour.slice(1)}ff`, 'hex')]);
  const size = { width: rows[0]?.length ?? 0, height: rows.length };
  const png = await palettePng(Buffer.from(pixels), size, GROUND, INKS);
  const { data, info } = await sharp(png).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ ...size, channels: 3 });
  const found = Array.from({ length: size.width * size.height }, (_, at) => hex(data.subarray(at * 3, at * 3 + 3)));
  return rows.map((row, index) => found.slice(index * row.length, (index + 1) * row.length));
}

const hex = (bytes: Uint8Array) => `#${Buffer.from(bytes).toString('hex')}`;

describe('a picture of few colours', () => {
  test.each([
    ['an even number of columns', ['#ffffff', '#000000', '#ff0000', '#ffffff']],
    ['an odd number of columns', ['#ff0000', '#ffffff', '#000000']],
    ['one column', ['#000000']],
  ])('has its ground, its inks and their steps as they are: %s', async (_, row) => {
    const rows = [row, row.map(() => '#bfbfbf'), row.toReversed(), row.map(() => '#ff8080')];
    expect(await drawn(rows)).toEqual(rows);
  });

  test('has for other colours the nearest of those', async () => {
    expect(await drawn([['#fefefe', '#a0a0a0', '#7a7a7a', '#0a0000', '#f00a0a']])).toEqual([
      ['#ffffff', '#bfbfbf', '#808080', '#000000', '#ff0000'],
    ]);
  });

  test('is refused where they are more than its bits can number', async () => {
    const size = { width: 1, height: 1 };
    const sixteen = [{ colour: '#000000', steps: 15 }];
    await expect(palettePng(Buffer.alloc(4), size, GROUND, sixteen)).resolves.toBeDefined();
    await expect(palettePng(Buffer.alloc(4), size, GROUND, [...sixteen, ...INKS])).rejects.toThrow(RangeError);
  });
});
