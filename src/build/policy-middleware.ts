import type { MiddlewareHandler } from 'astro';
import { digestOf, metaPolicyText, pagePolicy } from '../hosting/csp.ts';
import { stylesOf, withMeta } from '../hosting/inline.ts';

/**
 * Puts into each page what it may load and run, for hosts that send no such header. It allows the styles that the build has put
 * into the head of this page, and nothing that came in with a text.
 */
export const onRequest: MiddlewareHandler = async ({ url, routePattern }, next) => {
  const response = await next();
  // A newsletter is an endpoint, and goes to mail programs as it is.
  if (!isPage(response) || routePattern.endsWith('.html')) return response;
  const html = await response.text();
  const policy = metaPolicyText(pagePolicy(stylesOf(html).map(digestOf)));
  try {
    return new Response(withMeta(html, policy), response);
  } catch (error) {
    throw new Error(`${url.pathname}: ${String(error)}`);
  }
};

function isPage({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/html') ?? false;
}
