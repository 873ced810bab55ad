import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import type { Ink } from './metadata/share-card.ts';

const compressed = promisify(deflate);

/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** As many as four bits can number. */
const MOST = 16;

/**
 * A picture of few colours as a PNG (w3.org/TR/png-3) of four bits a pixel. That the colours are known, and need not be
 * found, takes a tenth of the time, and keeps those that little is drawn in.
 *
 * @param pixels four bytes each: red, green, blue and alpha, which is not looked at.
 * @param inks what is drawn on the ground: at most fifteen steps together.
 * @throws RangeError for more.
 */
export async function palettePng(
  pixels: Buffer,
  { width, height }: { width: number; height: number },
  ground: string,
  inks: readonly Ink[],
): Promise<Buffer> {
  const palette = paletteOf(ground, inks);
  if (palette.length > MOST) throw new RangeError(`${palette.length} colours are more than ${MOST}`);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Four bits a pixel, which is a number in the palette.
  head.set([4, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', await compressed(packed(pixels, width, height, palette))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The ground, and every step from it to each ink. */
function paletteOf(ground: string, inks: readonly Ink[]): Colour[] {
  const from = colourOf(ground);
  const steps = inks.flatMap(({ colour, steps }) => {
    const to = colourOf(colour);
    const mixed = (channel: 0 | 1 | 2, share: number) =>
      Math.round(from[channel] + (to[channel] - from[channel]) * share);
    return Array.from({ length: steps }, (_, index): Colour => {
      const share = (index + 1) / steps;
      return [mixed(0, share), mixed(1, share), mixed(2, share)];
    });
  });
  return [from, ...steps];
}

function colourOf(css: string): Colour {
  const number = Number.parseInt(css.slice(1), 16);
  return [number >> 16, (number >> 8) & 0xff, number & 0xff];
}

/** Each row after a byte that says that it is not filtered; two pixels a byte, the left one in its upper half. */
function packed(pixels: Buffer, width: number, height: number, palette: readonly Colour[]): Uint8Array {
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const stride = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(stride * height);
  const numbers = new Map<number, number>();
  let last = -1;
  let number = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = whole[y * width + x] ?? 0;
      // Most have the colour of the one before.
      if (pixel !== last) {
        number = numbers.get(pixel) ?? nearest(pixel, palette);
        numbers.set(pixel, number);
        last = pixel;
      }
      // The ground is 0, and stands there already.
      if (number === 0) continue;
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? number << 4 : number);
    }
  }
  return rows;
}

/** @returns the number of a colour in the palette. */
function nearest(pixel: number, palette: readonly Colour[]): number {
  const [red = 0, green = 0, blue = 0] = new Uint8Array(Uint32Array.of(pixel).buffer);
  const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
  return distances.indexOf(Math.min(...distances));
}

/** A part of the file: the length of its data, its name, its data, and their checksum. */
function chunk(name: string, data: Uint8Array): Buffer {
  const part = Buffer.alloc(data.length + 12);
  part.writeUInt32BE(data.length, 0);
  part.write(name, 4, 'latin1');
  part.set(data, 8);
  part.writeUInt32BE(crc32(part.subarray(4, -4)), data.length + 8);
  return part;
}
