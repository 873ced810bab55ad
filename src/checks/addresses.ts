import { RESERVED_SLUGS } from '../paths.ts';
import type { CheckedPublication, Located } from './content.ts';
import type { Mistake } from './mistake.ts';

/** No two entries may have one address, and no page may stand where the site has one of its own. */
export function checkAddresses(publication: CheckedPublication): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const entries of Object.values<readonly ({ id: string; file: string } & Located)[]>(publication)) {
    const first = new Map<string, string>();
    for (const entry of entries) {
      const other = first.get(entry.id);
      if (other === undefined) first.set(entry.id, entry.file);
      else {
        const message = `"${entry.id}" is taken already, in content/${other}. Give one of the two another name.`;
        mistakes.push({ ...entry.place([]), rule: 'duplicate-address', message });
      }
    }
  }
  for (const page of publication.pages) {
    if (RESERVED_SLUGS.includes(page.id)) {
      const message = `The site has a page of its own at /${page.id}/. Rename the file.`;
      mistakes.push({ ...page.place([]), rule: 'reserved-address', message });
    }
  }
  return mistakes;
}
