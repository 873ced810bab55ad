import { expect, test as setup } from '@playwright/test';
import { buildSite } from '../support/build.ts';
import { writeXss, XSS } from '../support/xss-site.ts';

setup('the publication of vectors builds', async () => {
  writeXss();
  const { exitCode, printed } = await buildSite(XSS.content, XSS.folder.replace('tests/.output/', ''));
  expect(exitCode, printed).toBe(0);
});
