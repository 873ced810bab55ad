import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { contentOrExit } from './content.ts';
import { stop } from './stop.ts';

const USAGE = 'npm run edition -- --date 2026-01-26 --out edition.eml [--site dist]';

/** Writes the newsletter of one day, out of a site that was built, as a file for any mailing program (RFC 5322, MIME). */
async function main(): Promise<void> {
  const { date, out, site } = given();
  const folder = join(site, 'days', date);
  const parts = { html: join(folder, 'email.html'), text: join(folder, 'email.txt') };
  const { publication } = await contentOrExit();
  const data = publication.site[0]?.data;
  if (!data) stop('site.yaml has not been read.');
  if (!data.extras.includes('newsletters')) {
    stop('This publication makes no newsletters: the extras of site.yaml leave them out.');
  }
  if (!existsSync(parts.html) || !existsSync(parts.text)) {
    stop(`There is no newsletter in ${folder}. Build the site first, and name a day with a briefing.`);
  }
  const html = readFileSync(parts.html, 'utf8');
  const { hostname } = new URL(data.url);
  const [, changedAt = ''] = /<meta name="date" content="([^"]*)"/.exec(html) ?? [];
  const digest = createHash('sha256')
    .update(data.url + html)
    .digest('hex')
    .slice(0, 16);
  const mail = new MailComposer({
    // Without an address of its own it comes from a group of nobody (RFC 6854): the mailing program sets the sender.
    from:
      data.contact === undefined
        ? `${data.name.replaceAll(/[^\p{L}\p{N} ]/gu, ' ').trim() || hostname}:;`
        : { name: data.name, address: data.contact },
    subject: titleOf(html) || date,
    text: readFileSync(parts.text, 'utf8'),
    html,
    // The same newsletter gives the same bytes, and another one has another id.
    date: new Date(changedAt),
    messageId: `<${date}.${digest}@${hostname}>`,
    baseBoundary: digest,
    // Lines of a mail end in CRLF (RFC 5322, 2.3).
    newline: 'windows',
  });
  write(out, await mail.compile().build());
  console.log(`${out}: ${date}, in HTML and plain text.`);
}

/** The title of a page as text. */
function titleOf(html: string): string {
  const [title = ''] = /<title>[^<]*<\/title>/.exec(html) ?? [];
  return textOf(fromHtml(title, { fragment: true }));
}

/** Whole or not at all: a file that is there already stays as it is until the new one is complete. */
function write(path: string, bytes: Buffer): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    stop(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function given(): { date: string; out: string; site: string } {
  try {
    const { values } = parseArgs({
      options: { date: { type: 'string' }, out: { type: 'string' }, site: { type: 'string', default: 'dist' } },
    });
    const { date, out, site } = values;
    if (date === undefined || out === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) stop(USAGE);
    return { date, out, site };
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

await main();
