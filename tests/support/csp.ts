import { hash } from 'node:crypto';

/** The source of a policy that allows a text and no other (w3.org/TR/CSP3, 2.3.1). */
export function hashSourceOf(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`;
}
