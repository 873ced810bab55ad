import { globSync, readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { SITES } from './sites.ts';

/** The bar at the top of a card, in pixels. */
const BAR = 12;
/** What stays free all around. */
const MARGIN = 24;
const BACKGROUND = [0xfb, 0xfc, 0xfc];

describe.each(Object.values(SITES))('the share cards of $name', ({ folder }) => {
  const cards = globSync('**/card.png', { cwd: folder }).sort();
  const isWithdrawn = (card: string) =>
    card.startsWith('briefings/') &&
    readFileSync(`${folder}/${card.replace(/[^/]+$/, 'index.md')}`, 'utf8').includes('\nWithdrawn, ');

  test('are there for every briefing that is public, every story and every topic', () => {
    const pages = globSync(['briefings/*/*/index.md', 'stories/*/index.json', 'topics/*/rss.xml'], { cwd: folder });
    const withCard = pages.map((file) => file.replace(/[^/]+$/, 'card.png'));
    expect(cards.filter((card) => !withCard.includes(card))).toEqual([]);
    // What was withdrawn has none, nor has a headline of letters or signs that the type of the site does not have, as Arabic.
    const isHostile = folder === SITES.hostile.folder;
    const isArabic = (card: string) => card.includes('-ar/');
    const named = ['script', 'shortest', 'calendar', 'wide', 'unbroken', 'cyrillic', 'accents', 'words'];
    const must = named.map((name) => `briefings/2026/${name}/card.png`);
    const expected = isHostile ? must : withCard.filter((card) => !isWithdrawn(card) && !isArabic(card));
    expect(cards).toEqual(expect.arrayContaining(expected));
    expect(cards.length).toBeGreaterThan(3);
  });

  test.each(cards)('%s has the size that networks ask for, and all that is on it is within', async (card) => {
    const path = `${folder}/${card}`;
    expect(statSync(path).size).toBeLessThan(100_000);
    const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 1200, height: 630, channels: 3 });
    expect((await sharp(path).metadata()).format).toBe('png');

    const edges = { top: 0, right: 0, bottom: 0, left: 0 };
    let inside = 0;
    for (let y = BAR; y < info.height; y += 1) {
      for (let x = 0; x < info.width; x += 1) {
        const at = (y * info.width + x) * info.channels;
        // A few levels of one colour are lost where a card has few.
        if (BACKGROUND.every((level, channel) => Math.abs(level - (data[at + channel] ?? 0)) <= 3)) continue;
        if (y < BAR + MARGIN) edges.top += 1;
        else if (y >= info.height - MARGIN) edges.bottom += 1;
        else if (x < MARGIN) edges.left += 1;
        else if (x >= info.width - MARGIN) edges.right += 1;
        else inside += 1;
      }
    }
    expect(edges).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
    expect(inside).toBeGreaterThan(2_000);
  });
});
