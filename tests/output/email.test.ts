import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE } from '../support/hostile.ts';
import { addressesIn, readEmails } from '../support/pages.ts';
import { PORT } from '../support/port.ts';
import { SITES } from './sites.ts';

/** What Gmail shows of a message without cutting it off (102 kB). */
const LIMIT = 100_000;

/** For programs that read mail: they know styles on elements and hardly anything else. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'no-inline-style': 'off', 'doctype-style': 'off' },
});

/** Text as a reader takes it: where a line ends is nothing that is said. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

interface Told {
  url: string;
  headline: string;
  standfirst: string;
  publishedAt: string;
  language: string;
  translations: { language: string }[];
  withdrawn?: object;
}

/** Then no list has it: it was told on the day of the other. */
function isThereInEnglish({ language, translations }: Told): boolean {
  return language !== 'en-GB' && translations.some((other) => other.language === 'en-GB');
}

/** The briefings of a site by the day on which each was published where the site is. */
function briefingsOf(folder: string): Map<string, { url: string; headline: string; standfirst: string }[]> {
  const timeZone = folder === SITES.port.folder ? 'Europe/London' : 'UTC';
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const briefings = globSync('briefings/*/*/index.json', { cwd: folder }).flatMap((file) => {
    const data: Told = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    return data.withdrawn || isThereInEnglish(data) ? [] : [data];
  });
  return Map.groupBy(briefings, ({ publishedAt }) => day.format(new Date(publishedAt)));
}

describe.each(Object.values(SITES))('the newsletters of $name', ({ folder }) => {
  const emails = readEmails(folder);
  const days = briefingsOf(folder);

  test('are there for every day with a briefing, in HTML and as plain text', () => {
    expect(emails.map(({ file }) => file)).toEqual([...days.keys()].sort().map((day) => `days/${day}/email.html`));
    const texts = globSync('days/*/email.txt', { cwd: folder }).sort();
    expect(texts).toEqual(emails.map(({ file }) => file.replace(/html$/, 'txt')));
  });

  test.each(emails)('$file is valid, and short enough to be shown whole', async ({ html, file }) => {
    const { results } = await validator.validateString(html, file);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
    expect(Buffer.byteLength(html)).toBeLessThan(LIMIT);
  });

  test.each(emails)('$file loads nothing, runs nothing, and has its styles on its elements', ({ html, tree }) => {
    const loading = 'img, picture, video, audio, iframe, object, embed, link, script, style, svg, form, base, template';
    expect(selectAll(loading, tree)).toEqual([]);
    const styles = selectAll('[style]', tree).map(({ properties }) => String(properties.style));
    expect(styles.length).toBeGreaterThan(3);
    expect(styles.filter((style) => /url\(|@import|expression/i.test(style))).toEqual([]);
    // In the dark the program picks the colours: nothing is set that would stay dark on dark.
    expect(styles.filter((style) => /(^|;)\s*(color|background[a-z-]*)\s*:/.test(style))).toEqual([]);
    expect(selectAll('[class], [id], [background], [bgcolor]', tree)).toEqual([]);
    expect(select('meta[name="color-scheme"]', tree)?.properties.content).toBe('light dark');
    // It is no page of the site.
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test.each(emails)('$file and its plain text tell of the same briefings', ({ file, tree }) => {
    const text = flat(readFileSync(`${folder}/${file.replace(/html$/, 'txt')}`, 'utf8'));
    const said = flat(textOf(tree));
    const told = days.get(file.split('/')[1] ?? '') ?? [];
    expect(
      selectAll('h2', tree)
        .map((heading) => flat(textOf(heading)))
        .sort(),
    ).toEqual(told.map(({ headline }) => flat(headline)).sort());
    for (const { url, headline, standfirst } of told) {
      for (const words of [headline, standfirst]) {
        expect(said).toContain(flat(words));
        expect(text).toContain(flat(words));
      }
      expect(addressesIn(tree)).toContain(url);
      expect(text).toContain(url);
    }
  });
});

describe('an edition as a file for a mailing program', () => {
  const out = 'tests/.output/editions';
  const sample = ['--site', SITES.sample.folder];
  const project: { scripts: { edition: string } } = JSON.parse(readFileSync('package.json', 'utf8'));
  // As `npm run edition` starts it.
  const script = project.scripts.edition.replace(/^node /, '');

  beforeAll(() => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
  });

  function edition(given: string[], content = 'content') {
    return new Promise<{ exitCode: number; told: string; printed: string }>((resolve) => {
      const env = { ...process.env, READOUT_CONTENT: content, NO_COLOR: '1' };
      const child = execFile(process.execPath, [script, ...given], { env }, (_error, stdout, stderr) =>
        resolve({ exitCode: child.exitCode ?? -1, told: stdout, printed: stdout + stderr }),
      );
    });
  }

  test.each([
    ['the sample', '2026-01-26', SITES.sample, 'content', 'Readout, 26 January 2026'],
    ['the port', '2026-02-12', SITES.port, PORT.content, 'The Port Gazette, 12 February 2026'],
    ['a hostile publication', '2026-02-10', SITES.hostile, HOSTILE.folder, undefined],
  ])('of %s is read by another library, and both parts say the same', async (name, date, site, content, title) => {
    const file = `${out}/${name.replaceAll(' ', '-')}.eml`;
    const {
      exitCode,
      told: line,
      printed,
    } = await edition(['--date', date, '--out', file, '--site', site.folder], content);
    // Warnings of the content besides go where errors go.
    expect([exitCode, line.trim().split('\n').length], printed).toEqual([0, 1]);
    const bytes = readFileSync(file);
    // Lines as mail has them (RFC 5322, 2.1 and 2.3), for any server on the way: seven bits, at most 998 of them.
    const source = bytes.toString('latin1');
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(source).not.toMatch(/[^\r\n\t -~]/);
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);

    const mail = await PostalMime.parse(bytes);
    const html = readFileSync(`${site.folder}/days/${date}/email.html`, 'utf8');
    const text = readFileSync(`${site.folder}/days/${date}/email.txt`, 'utf8');
    const tree = fromHtml(mail.html ?? '');
    expect(flat(mail.subject ?? '')).toBe(flat(title ?? textOf(select('title', fromHtml(html)) ?? tree)));
    expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(html.trim());
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(text.trim());
    expect(mail.attachments).toEqual([]);
    expect(mail.headers.find(({ key }) => key === 'content-type')?.value).toMatch(/^multipart\/alternative;/);
    expect(mail.headers.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['from', 'date', 'message-id', 'mime-version']),
    );
    expect(new Set(mail.headers.map(({ key }) => key)).size).toBe(mail.headers.length);
    expect(Number.isNaN(Date.parse(mail.date ?? ''))).toBe(false);

    const told = briefingsOf(site.folder).get(date) ?? [];
    expect(told.length).toBeGreaterThan(0);
    for (const { url, headline, standfirst } of told) {
      expect(addressesIn(tree)).toContain(url);
      expect(mail.text).toContain(url);
      for (const words of [headline, standfirst]) {
        expect(flat(textOf(tree))).toContain(flat(words));
        expect(flat(mail.text ?? '')).toContain(flat(words));
      }
    }
  });

  test('gives the same bytes again, and takes the place of a longer file as a whole', async () => {
    const [first, second] = ['first', 'second'].map((name) => `${out}/${name}.eml`);
    writeFileSync(second ?? '', 'x'.repeat(500_000));
    for (const file of [first, second]) await edition(['--date', '2026-01-26', '--out', file ?? '', ...sample]);
    expect(readFileSync(second ?? '').equals(readFileSync(first ?? ''))).toBe(true);
    expect(globSync(`${out}/*`).filter((file) => !file.endsWith('.eml'))).toEqual([]);
  });

  test.each([
    ['a day without a briefing', ['--date', '2026-01-23', '--out', `${out}/kept.eml`, ...sample]],
    ['a day that does not exist', ['--date', '2026-02-30', '--out', `${out}/kept.eml`, ...sample]],
    ['what is no day', ['--date', '../2026-01-26', '--out', `${out}/kept.eml`, ...sample]],
    ['no day', ['--out', `${out}/kept.eml`, ...sample]],
    ['no file', ['--date', '2026-01-26', ...sample]],
    [
      'a site that was not built',
      ['--date', '2026-01-26', '--out', `${out}/kept.eml`, '--site', 'tests/.output/nowhere'],
    ],
    ['a folder that is not there', ['--date', '2026-01-26', '--out', `${out}/nowhere/x.eml`, ...sample]],
    ['a folder for a file', ['--date', '2026-01-26', '--out', out, ...sample]],
  ])('of %s is refused in one line, and nothing is written', async (_name, given) => {
    writeFileSync(`${out}/kept.eml`, 'as it was');
    const before = globSync(`${out}/**`).sort();
    const { exitCode, printed } = await edition(given);
    expect(exitCode, printed).toBe(2);
    expect(printed.trim().split('\n').length, printed).toBe(1);
    expect(printed).not.toMatch(/^\s+at |node:/m);
    expect(readFileSync(`${out}/kept.eml`, 'utf8')).toBe('as it was');
    expect(globSync(`${out}/**`).sort()).toEqual(before);
    expect(existsSync(`${out}/nowhere`)).toBe(false);
  });
});
