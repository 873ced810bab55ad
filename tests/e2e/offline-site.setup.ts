import { expect, test as setup } from '@playwright/test';
import { buildSite } from '../support/build.ts';
import { OFFLINE, writeOffline } from '../support/offline.ts';

setup('the publication that is kept offline builds', async () => {
  writeOffline();
  const { exitCode, printed } = await buildSite(OFFLINE.content, OFFLINE.folder.replace('tests/.output/', ''));
  expect(exitCode, printed).toBe(0);
});
