/** The file with the rules, from the root of the site. */
export const SPECULATION_RULES = 'prefetch.speculationrules';

/**
 * Rules by which a browser gets a page when a reader seems about to open it (html.spec.whatwg.org, 7.6, "Speculative loading"): pages
 * of the site, whose addresses alone end in a slash, and no feed, calendar or download. They are got, and nothing in them is run.
 *
 * @param base the path of the site, with a slash at both ends.
 */
export function speculationRules(base: string): string {
  // A colon, even one that is escaped, is taken for the end of a scheme: any character has to do for it.
  const within = base.replaceAll(/[\\{}()*+?]/g, '\\$&').replaceAll(':', '*');
  const where = {
    and: [
      { href_matches: [within, `${within}*/`] },
      // Part of the same page, or kept as a file.
      { not: { selector_matches: ':is([href^="#"], [download])' } },
    ],
  };
  return `${JSON.stringify({ prefetch: [{ where, eagerness: 'moderate' }] }, null, 2)}\n`;
}

/** The header that names them: a list of strings (RFC 9651). No policy of a page has to allow a script for it. */
export function speculating(base: string): Record<string, string> {
  return { 'Speculation-Rules': `"${base.replaceAll("'", '%27')}${SPECULATION_RULES}"` };
}
