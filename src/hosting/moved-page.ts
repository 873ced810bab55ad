import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { wordsOf } from '../languages/index.ts';
import type { Moved } from '../newsroom/views/moved.ts';
import { metaPolicyText, pagePolicy } from './csp.ts';
import { withMeta } from './inline.ts';

/** The page at an old address, for hosts that cannot redirect: leads on at once, and says so in words. */
export function movedPage({ to, canonical, title, pageTitle, foreign, language, direction }: Moved): string {
  const { titles, nowAt } = wordsOf(language);
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: ['refresh'], content: `0; url=${to}` }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', pageTitle),
    h('link', { rel: ['canonical'], href: canonical }),
  ]);
  const body = h('body', [
    h('main', [h('h1', titles.moved), h('p', [nowAt.before, h('a', { href: to, ...foreign }, title), nowAt.after])]),
  ]);
  const tree = h('html', { lang: language, dir: direction }, [head, body]);
  const html = toHtml({ type: 'root', children: [{ type: 'doctype' }, tree] }, { upperDoctype: true });
  return withMeta(html, metaPolicyText(pagePolicy([])));
}
