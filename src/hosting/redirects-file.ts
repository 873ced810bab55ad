import type { Moved } from '../newsroom/views/moved.ts';

/**
 * The file `_redirects` of Netlify and Cloudflare Pages. Netlify shows a file that is there before it redirects, unless told
 * so by `301!`, and stops at the first rule that fits. Cloudflare redirects first, and passes over a rule with that mark.
 */
export function redirectsFile(moved: readonly Moved[]): string {
  const rules = moved.flatMap(({ from, to }) => [`${from} ${to} 301!`, `${from} ${to} 301`]);
  return ['# Netlify and Cloudflare Pages: where old addresses lead. Made by the build.', ...rules, ''].join('\n');
}
