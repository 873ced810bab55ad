import type { OfflineWords } from './kept.ts';

/** A page that is kept. */
export interface KeptPage {
  address: string;
  /** Its title, HTML. */
  title: string;
  /** When it was kept, in words. */
  on: string;
}

const TITLE = /<title>([^<]*)<\/title>/;

/** @returns the title of a page, HTML. */
export function titleOf(html: string): string {
  return TITLE.exec(html)?.[1] ?? '';
}

/**
 * A kept page with a notice above everything else, in its title as well, which screen readers say first. It needs no style or
 * script that the page does not have: the policy of the page holds as it is.
 *
 * @param on when it was kept, in words.
 */
export function withNotice(html: string, on: string, words: OfflineWords): string {
  const said = words.kept.replace('{date}', () => on);
  // A band below the masthead, and in its style.
  const notice = `<div class="masthead" role="status"><p class="wrap label">${said}</p></div>`;
  return html
    .replace(TITLE, (_found, title: string) => `<title>${words.titled.replace('{title}', () => title)}</title>`)
    .replace(/<main\b[^>]*>/, (main) => notice + main);
}

/**
 * The page for an address of which nothing is kept.
 *
 * @param shell the HTML of any page of the site.
 */
export function offlinePage(shell: string, kept: readonly KeptPage[], words: OfflineWords): string {
  const list = kept.map(
    ({ address, title, on }) => `<li><p class="date">${on}</p><p><a href="${escaped(address)}">${title}</a></p></li>`,
  );
  const main = [
    `<header class="page-head"><h1>${words.title}</h1>`,
    `<p class="standfirst">${words.notKept}</p></header>`,
    `<ol class="dated">${list.join('')}</ol>`,
  ].join('');
  return shell
    .replace(TITLE, () => `<title>${words.title}</title>`)
    .replace(/(<main\b[^>]*>)[\s\S]*<\/main>/, (_found, begin: string) => `${begin}${main}</main>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
