/** What Cloudflare Pages reads of `_headers` and `_redirects` (developers.cloudflare.com/pages/platform/limits). */
const LIMITS = { headerRules: 100, headerLine: 2_000, redirects: 2_000 };

/**
 * What a host would leave out of these files, a sentence each. Where it is the policy, that in the pages still holds; where it is a
 * redirect, the page at the old address still leads on.
 */
export function beyondLimits(headers: string, redirects: string): string[] {
  const lines = headers.split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  const rules = lines.filter((line) => line.startsWith('/')).length;
  // Lines that it passes over count too.
  const redirected = redirects.split('\n').filter((line) => line.startsWith('/')).length;
  return [
    ...(longest > LIMITS.headerLine ? [beyond('_headers', `a line of ${longest} characters`, LIMITS.headerLine)] : []),
    ...(rules > LIMITS.headerRules ? [beyond('_headers', `${rules} rules`, LIMITS.headerRules)] : []),
    ...(redirected > LIMITS.redirects ? [beyond('_redirects', `${redirected} lines`, LIMITS.redirects)] : []),
  ];
}

function beyond(file: string, what: string, limit: number): string {
  return `${file} has ${what}; Cloudflare Pages reads ${limit}.`;
}
