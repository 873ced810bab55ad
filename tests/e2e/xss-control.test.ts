import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { expect, type Page } from '@playwright/test';
import { VECTORS, type Vector } from '../support/xss.ts';
import { type Deeds, isOfVector, provoke, strangersIn } from '../support/xss-browser.ts';
import { inParts } from './support.ts';
import { served, test } from './xss.ts';

// What the other tests would see if nobody sanitised: a harness that sees nothing would pass them all.

const PARTS = [0, 1, 2, 3];
/** Pages at a time. */
const PAGES = 3;

const ACTING = VECTORS.filter(({ effect }) => effect === 'runs' || effect === 'asks');
const SHOWING = VECTORS.filter(({ effect, number }) => effect === 'shows' && number % 3 === 0);

test('most vectors do something in a browser', () => {
  expect(VECTORS.length).toBeGreaterThan(400);
  expect(ACTING.length).toBeGreaterThan(150);
  expect(SHOWING.length).toBeGreaterThan(30);
});

for (const part of PARTS) {
  test(`vectors that nobody sanitises are seen to run, ask and stand out, part ${part + 1}`, async ({
    context,
    deeds,
    network,
  }) => {
    const vectors = inParts([...ACTING, ...SHOWING], PARTS.length)[part] ?? [];
    const trusting = await createMarkdownProcessor({ syntaxHighlight: false, smartypants: false });
    const goThrough = async (own: readonly Vector[]) => {
      const page = await context.newPage();
      for (const vector of own) {
        const { code } = await trusting.render(vector.text);
        await expectSeen(page, vector, served(network, `control-${vector.number}`, code), deeds);
      }
    };
    await Promise.all(inParts(vectors, PAGES).map(goThrough));
  });
}

async function expectSeen(page: Page, { number, effect, text }: Vector, address: string, deeds: Deeds): Promise<void> {
  // Some lead the page away while it is looked at: that is what they are for.
  const unlessGone = <Result>(doing: Promise<Result>) => doing.catch(() => undefined);
  await unlessGone(page.goto(address));
  if (effect === 'shows') {
    expect.soft(await strangersIn(page), text).not.toEqual([]);
    return;
  }
  await unlessGone(provoke(page));
  const hasActed = () =>
    effect === 'runs' ? deeds.ran.includes(String(number)) : deeds.asked.some((asked) => isOfVector(asked, number));
  // Another page that is looked at meanwhile may take the focus away: then it is tried once more.
  const actsNow = async () => {
    if (hasActed()) return true;
    await unlessGone(page.goto(address));
    await unlessGone(provoke(page));
    return hasActed();
  };
  await expect.soft.poll(actsNow, { message: text, timeout: 15_000 }).toBe(true);
}
