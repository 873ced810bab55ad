import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build.ts';
import { manifestOf } from '../support/whole.ts';

const OUTPUT = 'tests/.output';
const CONTENT = `${OUTPUT}/site-yaml-content`;

beforeEach(async () => {
  rmSync(CONTENT, { recursive: true, force: true });
  cpSync('content', CONTENT, { recursive: true });
  await build();
}, 120_000);

describe('where nothing but site.yaml changes', () => {
  test('texts lead to the addresses of now', async () => {
    const site = readFileSync(`${CONTENT}/site.yaml`, 'utf8');
    writeFileSync(`${CONTENT}/site.yaml`, site.replace('readout.example/', 'readout.example/news/'));
    await build();
    // The same content at another place, of which no build knows anything.
    const other = `${OUTPUT}/site-yaml-other-content`;
    rmSync(other, { recursive: true, force: true });
    cpSync(CONTENT, other, { recursive: true });
    const { exitCode, printed, folder } = await buildSite(other, 'site-yaml-other');
    expect(exitCode, printed).toBe(0);
    expect(manifestOf(`${OUTPUT}/site-yaml`)).toBe(manifestOf(folder));
  });

  test('and not a byte of the site with it, pages are rendered once and not again', async () => {
    appendFileSync(`${CONTENT}/site.yaml`, 'extras: [json, cards, markdown, newsletters, archives]\n');
    expect(await build()).toContain(' 0 as they were. Nothing has changed');
    const again = await build();
    expect(again).toContain('Nothing has changed');
    expect(again).not.toContain(' 0 as they were');
  });
});

/** Returns what was printed. */
async function build(): Promise<string> {
  const { exitCode, printed } = await buildSite(CONTENT, 'site-yaml');
  expect(exitCode, printed).toBe(0);
  return printed;
}
