import { expect, test } from 'vitest';
import { type PageSheets, Sheets } from '../../src/build/sheets.ts';

const inline = (content: string) => ({ sheet: { type: 'inline' as const, content } });

/** What Astro is given in place of these styles. */
function standIns(sheets: Sheets, ...contents: string[]): string[] {
  const pages: PageSheets = [['/&index.astro', { styles: contents.map(inline) }]];
  return sheets
    .standIn(pages)
    .flatMap(([, { styles }]) => styles.map(({ sheet }) => ('content' in sheet ? sheet.content : '')));
}

const BASE = 'a{content:"→"}';
const CARD = '.card{color:red}';

test('a page gets its styles, joined or by themselves, in UTF-8', () => {
  const sheets = new Sheets();
  const [base = '', card = ''] = standIns(sheets, BASE, CARD);
  expect(base + card).not.toMatch(/→|red/);
  const page = (styles: string[]) =>
    `<title>“Ärger”</title>${styles.map((style) => `<style>${style}</style>`).join('')}<p>ß</p>`;
  const bytes = sheets.bytesOf(page([base + card, card]));
  expect(Buffer.from(bytes).toString()).toBe(page([BASE + CARD, CARD]));
  expect(sheets.textOf(base + card)).toBe(BASE + CARD);
  expect(sheets.textOf(card)).toBe(CARD);
  expect(sheets.textOf(`b{}${card}`)).toBe(`b{}${CARD}`);
});

test('what looks like a stand-in and is none stays as it is', () => {
  const sheets = new Sheets();
  const other = new Sheets();
  standIns(sheets, BASE);
  const [foreign = ''] = standIns(other, BASE);
  for (const text of [foreign, '/*0*/', '', 'a{}']) {
    expect(sheets.textOf(text)).toBe(text);
    expect(Buffer.from(sheets.bytesOf(text)).toString()).toBe(text);
  }
});

test('a style that imports another, and one in a file of its own, stand for themselves', () => {
  const sheets = new Sheets();
  expect(standIns(sheets, '@import "a.css";')).toEqual(['@import "a.css";']);
  const external = { sheet: { type: 'external' as const, src: '/a.css' } };
  expect(sheets.standIn([['/&index.astro', { styles: [external] }]])).toEqual([
    ['/&index.astro', { styles: [external] }],
  ]);
});
