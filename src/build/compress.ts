import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isText } from '../hosting/types.ts';
import { eachOf } from './each.ts';
import { type Piece, writePiece } from './pieces.ts';

/** Of the files that are written. */
export const ENDINGS = ['br', 'gz'] as const;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** What is shorter fits into one packet as it is. */
const SHORTEST = 1_024;

/** The byte of a gzip file that names the system it was made on (RFC 1952, 2.3.1), and its value for any. */
const SYSTEM_BYTE = 9;
const ANY_SYSTEM = 255;

/**
 * Writes a `.br` and a `.gz` for every text file that becomes smaller so. The same text gives the same bytes.
 *
 * @param folder of the site.
 * @param files some of its files.
 * @returns the files that were written.
 */
export async function compress(folder: string, files: readonly Piece[]): Promise<Piece[]> {
  const written: Piece[] = [];
  const texts = files.filter(({ path }) => isText(path));
  // zlib works in threads of its own; as many files are held in memory as it can work on.
  await eachOf(texts, availableParallelism(), async ({ path, from = join(folder, path) }) => {
    const text = await readFile(from);
    if (text.length < SHORTEST) return;
    const [brotli, gzipped] = await Promise.all([
      toBrotli(text, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        },
      }),
      toGzip(text, { level: constants.Z_BEST_COMPRESSION }),
    ]);
    gzipped[SYSTEM_BYTE] = ANY_SYSTEM;
    for (const [ending, bytes] of [['br', brotli] as const, ['gz', gzipped] as const]) {
      if (bytes.length >= text.length) continue;
      written.push(writePiece(folder, `${path}.${ending}`, bytes));
    }
  });
  return written;
}
