import { test } from '@playwright/test';
import { expectNoViolations } from './policy.ts';
import { PORT_KINDS } from './port.ts';

test('the policy blocks nothing of any kind of page of a large publication', async ({ page }) => {
  await expectNoViolations(page, [...Object.values(PORT_KINDS), '/nothing/here/', '/days/2025-10-08/email.html']);
});
