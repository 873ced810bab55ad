import type { Page } from '@playwright/test';

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
