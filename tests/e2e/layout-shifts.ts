import { type Browser, expect, type Page, type ViewportSize } from '@playwright/test';

/** Everything that has moved since the page was opened: by how much, and which elements. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface LayoutShift extends PerformanceEntry {
      value: number;
      sources: { node: Node | null }[];
    }
    const isShift = (entry: PerformanceEntry): entry is LayoutShift => entry.entryType === 'layout-shift';
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

    await document.fonts.ready;
    await frame();
    await frame();
    const shifts: string[] = [];
    await new Promise<void>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (!isShift(entry)) return resolve();
          const nodes = entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 40) || node?.nodeName);
          shifts.push(`${entry.value.toFixed(4)}: ${nodes.join(' | ')}`);
        }
      });
      // The mark comes after all that was recorded before it.
      observer.observe({ type: 'layout-shift', buffered: true });
      observer.observe({ type: 'mark', buffered: true });
      performance.mark('end');
    });
    return shifts;
  });
}

/** What moves on pages whose fonts come once they are painted. */
export async function movedByLateFonts(page: Page, addresses: readonly string[]): Promise<string[]> {
  const moved: string[] = [];
  for (const address of addresses) {
    // Requests that a test handles are never answered from the cache.
    const painted = Promise.withResolvers<void>();
    const asked: string[] = [];
    await page.route('**/*.woff2', async (route) => {
      asked.push(route.request().url());
      await painted.promise;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    painted.resolve();
    await page.waitForLoadState('load');
    for (const shift of await layoutShifts(page)) moved.push(`${address} ${shift}`);
    expect(asked.length, `fonts of ${address}`).toBeGreaterThanOrEqual(2);
    await page.unrouteAll();
  }
  return moved;
}

/** What moves on pages in a browser that has nothing of the site, and when it opens them again. */
export async function movedWithAndWithoutCache(
  browser: Browser,
  { baseURL, viewport }: { baseURL: string | undefined; viewport: ViewportSize },
  addresses: readonly string[],
): Promise<string[]> {
  const moved: string[] = [];
  for (const address of addresses) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    for (const visit of ['first', 'second'] as const) {
      await page.goto(new URL(address, baseURL).href);
      for (const shift of await layoutShifts(page)) moved.push(`${address}, ${visit} visit: ${shift}`);
      const fonts = await fontsOf(page);
      expect(fonts.length, `fonts of ${address}`).toBeGreaterThanOrEqual(2);
      for (const { name, size, transferred } of fonts) {
        expect(size, name).toBeGreaterThan(10_000);
        if (visit === 'first') expect(transferred, `${name} on the first visit`).toBeGreaterThan(size);
        else expect(transferred, `${name} on the second visit`).toBe(0);
      }
    }
    await context.close();
  }
  return moved;
}

/** The fonts that a page has loaded, and how much of each came over the network. */
function fontsOf(page: Page) {
  return page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap((entry) => {
      if (!(entry instanceof PerformanceResourceTiming) || !entry.name.endsWith('.woff2')) return [];
      return [{ name: entry.name, size: entry.decodedBodySize, transferred: entry.transferSize }];
    }),
  );
}
