/** A rule of a `_headers` file: an address or a pattern of addresses, and what goes with the answers of all that fit. */
interface Rule {
  pattern: string;
  headers: [name: string, value: string][];
}

/**
 * Reads a `_headers` file (docs.netlify.com/manage/routing/headers, developers.cloudflare.com/pages/configuration/headers).
 *
 * @throws Error for a line that is of no kind that both hosts know.
 */
export function readHeadersFile(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const header = /^\s+([A-Za-z-]+):\s*(\S.*)$/.exec(line);
    const [, name, value] = header ?? [];
    const rule = rules.at(-1);
    if (line.startsWith('/')) rules.push({ pattern: line.trim(), headers: [] });
    else if (rule && name !== undefined && value !== undefined) rule.headers.push([name.toLowerCase(), value.trim()]);
    else throw new Error(`No host can read "${line}"`);
  }
  return rules;
}

/**
 * What a host that follows the file sends with an address. Every rule that fits counts; a name that is given twice has both values,
 * as Cloudflare does it: for a policy the stricter reading.
 */
export function headersFor(rules: readonly Rule[], path: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { pattern, headers: given } of rules) {
    if (!expressionOf(pattern).test(path)) continue;
    for (const [name, value] of given) {
      const other = headers.get(name);
      headers.set(name, other === undefined ? value : `${other}, ${value}`);
    }
  }
  return headers;
}

/** A placeholder is one part of an address, a star is any rest. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.+?^$()[\]{}|\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
