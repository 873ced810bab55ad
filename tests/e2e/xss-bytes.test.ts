import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { fromHtml } from 'hast-util-from-html';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { feedFilesOf } from '../support/feeds.ts';
import { jsonLdOf, valuesIn } from '../support/pages.ts';
import { readXml } from '../support/xml.ts';
import { VECTORS } from '../support/xss.ts';
import { XSS } from '../support/xss-site.ts';
import { filesOf, readFile, test } from './xss.ts';

// Whatever a text tries, a file stays one of its kind, as other programs than its writer read it.

test('feeds, sitemaps and OPML are well-formed XML', () => {
  const files = filesOf('**/*.{xml,opml}');
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) expect(() => readXml(readFile(file)), file).not.toThrow();
});

test('calendars hold events and nothing else', () => {
  const files = filesOf('**/*.ics');
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const calendar = ICAL.Component.fromString(readFile(file));
    const parts = calendar.getAllSubcomponents();
    expect(new Set(parts.map(({ name }) => name)), file).toEqual(new Set(['vevent']));
    const names = [calendar, ...parts].flatMap((part) => part.getAllProperties().map(({ name }) => name));
    expect([...new Set(names)].filter((name) => /^(attach|organizer|attendee|trigger|action)$/.test(name))).toEqual([]);
  }
});

test('JSON is JSON', () => {
  const files = [...filesOf('**/*.{json,webmanifest}'), ...feedFilesOf(XSS.folder).filter((f) => f.endsWith('.json'))];
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) expect(() => JSON.parse(readFile(file)), file).not.toThrow();
});

test('JSON-LD says the vectors as text', () => {
  const told = new Set<unknown>();
  for (const file of filesOf('**/index.html')) {
    for (const { value } of valuesIn(jsonLdOf(fromHtml(readFile(file))))) told.add(value);
  }
  const whole = [...told].join('\n');
  const said = VECTORS.filter(({ text }) => whole.includes(text));
  expect(said.length).toBeGreaterThan(250);
});

test('a newsletter becomes one mail of two parts', async () => {
  const [day = ''] = filesOf('days/*/email.html').map((file) => file.split('/')[1]);
  const out = 'tests/.output/xss-mail';
  mkdirSync(out, { recursive: true });
  const given = ['--date', day, '--out', `${out}/day.eml`, '--site', XSS.folder];
  execFileSync(process.execPath, ['src/build/newsletter.ts', ...given], {
    env: { ...process.env, READOUT_CONTENT: XSS.content },
    stdio: 'pipe',
  });
  const mail = await PostalMime.parse(readFileSync(`${out}/day.eml`));
  expect(new Set(mail.headers.map(({ key }) => key))).toEqual(
    new Set(['from', 'subject', 'message-id', 'date', 'mime-version', 'content-type']),
  );
  expect(mail.from?.address).toBe("o'b+c@xss.invalid");
  expect([mail.to, mail.cc, mail.bcc, mail.attachments.length]).toEqual([undefined, undefined, undefined, 0]);
  expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(readFile(`days/${day}/email.html`).trim());
});
