import { parseArgs } from 'node:util';
import type { Share } from './render.ts';
import { stop } from './stop.ts';

const USAGE =
  'npm run build [-- --outDir dist] [--shard 1/4]\nnpm run build -- --merge shard-1 shard-2 … [--outDir dist]';

export interface BuildOptions {
  /** Where the site goes. */
  outDir: string;
  /** Builds only this share of the site. */
  shard: Share | undefined;
  /** Puts shards together that are in these folders. */
  merge: string[] | undefined;
}

/** What was asked for on the command line; ends the process with one sentence where that cannot be. */
export function buildOptions(): BuildOptions {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        outDir: { type: 'string', default: 'dist' },
        shard: { type: 'string' },
        merge: { type: 'boolean', default: false },
      },
    });
    const { outDir, shard, merge } = values;
    if (merge && shard !== undefined) throw new Error('--merge puts shards together, and --shard makes one.');
    if (merge && positionals.length === 0) throw new Error('--merge takes the folders of all shards.');
    if (!merge && positionals.length > 0) throw new Error(`"${positionals[0]}" is not known here.`);
    return { outDir, shard: shard === undefined ? undefined : shareIn(shard), merge: merge ? positionals : undefined };
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** "3/8" */
function shareIn(text: string): Share {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const share = { part: Number(part), of: Number(of) };
  if (part === undefined || share.part < 1 || share.part > share.of) {
    throw new Error(`--shard takes a part and how many there are, like 3/8, not "${text}".`);
  }
  return share;
}
