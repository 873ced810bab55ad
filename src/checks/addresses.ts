import { RESERVED_SLUGS } from '../paths.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { idsIn } from './references.ts';

/** No two entries may have one address, and no page may stand where the site has one of its own. */
export function checkAddresses(files: readonly ContentFile[]): Mistake[] {
  const mistakes: Mistake[] = [];
  const taken = new Map<string, string>();
  for (const file of files) {
    const { collection, document } = file;
    for (const { id, path } of idsIn(file)) {
      const wrong = (rule: Mistake['rule'], message: string) =>
        mistakes.push({ file: document.file, ...document.locate(path), rule, message });
      const other = taken.get(`${collection} ${id}`);
      if (other !== undefined) {
        wrong('duplicate-address', `"${id}" is taken already, in ${other}. Give one of the two another name.`);
      }
      if (collection === 'pages' && RESERVED_SLUGS.includes(id)) {
        wrong('reserved-address', `The site has a page of its own at /${id}/. Rename the file.`);
      }
      taken.set(`${collection} ${id}`, document.file);
    }
  }
  return mistakes;
}
