import { expect, type Page } from '@playwright/test';

/** Where the focus has come to: a link, say, and what keeps a reader from seeing that it is there. */
interface Stop {
  name: string;
  faults: string[];
}

/**
 * Goes by Tab from where addresses are typed to the end of a page, and by Shift+Tab all the way back. Expects that it comes to
 * everything that can be reached, once, in the order of the document; that it leaves the page after the last stop; and that the
 * stops on the way back are the same.
 *
 * @returns what is wrong with single stops: it is outside the window, something covers it (WCAG 2.4.11) or nothing marks it (2.4.7).
 */
export async function faultsOfWalk(page: Page): Promise<string[]> {
  const expected = await reachable(page);
  // A page may have put the focus somewhere by itself.
  if (await focused(page)) await stops(page, 'Shift+Tab', expected.length);
  const there = await stops(page, 'Tab', expected.length);
  expect(names(there), `stops of ${page.url()}`).toEqual(expected);
  const back = await stops(page, 'Shift+Tab', expected.length);
  expect(names(back), `stops of ${page.url()} on the way back`).toEqual(expected.toReversed());
  return [...there, ...back].flatMap(({ name, faults }) => faults.map((fault) => `${page.url()} ${name}: ${fault}`));
}

const names = (stops: Stop[]) => stops.map(({ name }) => name);

/** Everything that the keyboard has to come to, in the order of the document: its place there, and its text. */
function reachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('*')];
    return all.flatMap((element, place) => {
      const asked = element.matches('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]');
      const possible = element.tabIndex >= 0 && !element.matches(':disabled');
      const shown = element.checkVisibility({ visibilityProperty: true });
      return asked && possible && shown ? [`${place} ${element.textContent?.trim().slice(0, 40)}`] : [];
    });
  });
}

/**
 * Presses a key until the focus has left the page, or begins again where there is nothing of the browser's own that it could go
 * to; a little more often than there are stops at most.
 */
async function stops(page: Page, key: 'Tab' | 'Shift+Tab', count: number): Promise<Stop[]> {
  const found: Stop[] = [];
  for (let presses = 0; presses < count + 2; presses += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (stop && stop.name !== found[0]?.name) found.push(stop);
    else if (found.length > 0) break;
  }
  return found;
}

function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const box = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
    const width = Number.parseFloat(outlineWidth);
    const paper = getComputedStyle(document.body).backgroundColor;
    const around: Element[] = [];
    for (let outer = element.parentElement; outer; outer = outer.parentElement) around.push(outer);
    // Positions after scrolling are fractions of a pixel off. What is larger than the window fills it.
    const within = (start: number, end: number, room: number) =>
      end - start > room ? start < room && end > 0 : start >= -1 && end <= room + 1;
    const middles = [...element.getClientRects()].map(({ left, right, top, bottom }) => {
      return document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    });
    const over = middles.filter((top) => !element.contains(top));
    const reach = Math.max(width + Number.parseFloat(outlineOffset), 0) - 1;
    const cutting = around.filter((outer) => {
      if (outer === document.documentElement || getComputedStyle(outer).overflowX === 'visible') return false;
      const { left, right } = outer.getBoundingClientRect();
      return box.left - reach < left || box.right + reach > right;
    });
    const faults = [
      !within(box.left, box.right, innerWidth) && 'outside the window, sideways',
      !within(box.top, box.bottom, innerHeight) && 'outside the window, above or below',
      (box.width < 5 || box.height < 5) && 'too small to be seen',
      [element, ...around].some((part) => getComputedStyle(part).opacity !== '1') && 'not opaque',
      over.length > 0 && `covered by ${over.map((top) => top?.outerHTML.slice(0, 60)).join(' and ')}`,
      (outlineStyle === 'none' || width < 2) && 'without an outline',
      outlineColor === paper && 'with an outline in the colour of the page',
      cutting.length > 0 && `with its outline cut off by ${cutting.map(({ className }) => className).join(' and ')}`,
    ];
    const place = [...document.querySelectorAll('*')].indexOf(element);
    return {
      name: `${place} ${element.textContent?.trim().slice(0, 40)}`,
      faults: faults.filter((fault) => typeof fault === 'string'),
    };
  });
}
