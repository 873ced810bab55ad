import { expect, type Page } from '@playwright/test';

/** What a browser held against the policy of a page, and what it wrote to its console. */
export interface Heard {
  violations: string[];
  console: string[];
}

const VIOLATIONS = 'heardViolations';

/** Listens from now on to what is blocked on every page that is opened. */
export async function listen(page: Page): Promise<() => Promise<Heard>> {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  const violations: string[] = [];
  await page.exposeFunction(VIOLATIONS, (violation: string) => violations.push(violation));
  await page.addInitScript((name) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const tell: unknown = Reflect.get(window, name);
      if (typeof tell === 'function') tell(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
    });
  }, VIOLATIONS);
  return async () => {
    // Events come after what they tell of.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    return { violations: violations.splice(0), console: messages.splice(0) };
  };
}

/** Opens pages, every one with the policy of the header and its own, and expects that nothing of theirs is blocked. */
export async function expectNoViolations(page: Page, addresses: readonly string[]): Promise<void> {
  const heard = await listen(page);
  for (const address of addresses) {
    const response = await page.goto(address);
    expect(response?.headers()['content-security-policy'], address).toContain("default-src 'none'");
    const own = page.locator('head > meta[http-equiv="content-security-policy"]');
    const mail = address.endsWith('email.html');
    await expect(own, address).toHaveCount(mail ? 0 : 1);
    // A page without its styles would be one of bare text.
    const font = await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).fontFamily);
    expect(font, address).toMatch(mail ? /Georgia/ : /Source Serif/);
    await page.evaluate(() => document.fonts.ready);
    const { violations, console } = await heard();
    expect.soft(violations, address).toEqual([]);
    expect
      .soft(
        console.filter((message) => !isMissing(address, message)),
        address,
      )
      .toEqual([]);
  }
}

/** Chromium writes down that an address answers 404, where that is what was asked for. */
function isMissing(address: string, message: string): boolean {
  return address.includes('nothing') && message.includes('404 (Not Found)');
}
