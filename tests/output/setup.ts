import { buildSite } from '../support/build.ts';
import { HOSTED, writeHostedAtRoot } from '../support/hosted.ts';
import { HOSTILE, writeHostile } from '../support/hostile.ts';
import { MANY, writeMany } from '../support/many.ts';
import { PORT } from '../support/port.ts';
import { TRANSLATED } from '../support/translated.ts';
import { HOSTED_SITES, SITES } from './sites.ts';

/** Builds all sites once for all tests of the output. */
export default async function setup(): Promise<void> {
  writeMany();
  writeHostile();
  writeHostedAtRoot();
  for (const [content, { name }] of [
    ['content', SITES.sample],
    [MANY.folder, SITES.many],
    [PORT.content, SITES.port],
    [TRANSLATED.content, SITES.translated],
    [HOSTILE.folder, SITES.hostile],
    [HOSTED.content, HOSTED_SITES.path],
    [HOSTED.rootContent, HOSTED_SITES.root],
  ] as const) {
    const { exitCode, printed } = await buildSite(content, name);
    if (exitCode !== 0) throw new Error(`${content} did not build:\n${printed}`);
  }
}
