/** What the file says (RFC 9116). */
export interface SecurityContact {
  /** An address for email. */
  contact: string;
  /** The instant that the site speaks as of. */
  asOf: string;
  /** The whole address of the file. */
  canonical: string;
  /** A BCP 47 tag. */
  language: string;
}

/** Its place, from the root of a host (RFC 9116, 3). */
export const SECURITY_TXT = '.well-known/security.txt';

/** Less than a year, as the standard asks, and more than ten months: builds of one month say the same. */
const VALID_DAYS = 350;

/** Whom to tell of a hole in the site's security. */
export function securityTxt({ contact, asOf, canonical, language }: SecurityContact): string {
  const month = Date.parse(new Date(asOf).toISOString().slice(0, 'yyyy-mm'.length));
  const expires = new Date(month + VALID_DAYS * 24 * 60 * 60 * 1000);
  const address = contact.split('@').map(encodeURIComponent).join('@');
  return [
    `Contact: mailto:${address}`,
    `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${canonical}`,
    '',
  ].join('\n');
}
