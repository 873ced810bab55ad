import { posix } from 'node:path';
import type { Found } from './read.ts';
import type { SiteMap } from './site-map.ts';
import type { Target } from './targets.ts';

/**
 * What is wrong with an image: its file is not there, or nothing stands for it where it is not seen.
 *
 * @param file that shows it, from the folder above the content folder: `content/pages/about.md`.
 */
export function imageMistakes(
  { address, at, isNamed, raw }: Target,
  file: string,
  images: ReadonlySet<string>,
  map: SiteMap,
): Found[] {
  const problem = fileProblem(address, raw, file, images, map);
  const unnamed: Found[] = isNamed
    ? []
    : [
        {
          ...at,
          rule: 'image-alt',
          message: 'The image has no text that stands for it. Say what it shows: ![A crane](./crane.jpg).',
        },
      ];
  return problem ? [...unnamed, { ...at, ...problem }] : unnamed;
}

function fileProblem(
  address: string,
  raw: boolean,
  file: string,
  images: ReadonlySet<string>,
  map: SiteMap,
): Omit<Found, 'line' | 'column'> | undefined {
  const url = URL.parse(map.paths.within(address), map.origin);
  if (address === '' || !url) return { rule: 'missing-image', message: 'The image has no address.' };
  if (url.origin !== map.origin || /^[a-z][a-z\d+.-]*:/i.test(address)) {
    const message = 'Images of other hosts are not loaded. Put the file beside the text, or in public/.';
    return { rule: 'dropped-markup', message };
  }
  const isFromRoot = address.startsWith('/');
  const path = decoded(isFromRoot ? address.replace(/[?#].*$/, '') : address);
  if (path === undefined) {
    const message = `"${address}" is no address that can be read: a percent sign is written as %25.`;
    return { rule: 'missing-image', message };
  }
  if (path.startsWith('/')) {
    if (map.isFile(path.slice(1))) return undefined;
    return { rule: 'missing-image', message: `There is no file public${path}.` };
  }
  if (raw) {
    const message = `An image beside the text is written as ![…](${address}): the build leaves this one where it is.`;
    return { rule: 'missing-image', message };
  }
  const [root = '', ...below] = file.split('/');
  const name = nameBeside(below.join('/'), path);
  if (images.has(name)) return undefined;
  if (images.has(name.replace(/[?#].*$/, ''))) {
    const message = `The address of an image beside the text ends with its name: "${address.replace(/[?#].*$/, '')}".`;
    return { rule: 'missing-image', message };
  }
  const other = [...images].find((known) => known.toLowerCase() === name.toLowerCase());
  const mend = other === undefined ? 'Put the file there, or correct the name' : `Its name is ${posix.basename(other)}`;
  return { rule: 'missing-image', message: `There is no file ${root}/${name}. ${mend}.` };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURI(text);
  } catch {
    return undefined;
  }
}

/** The name, within the content folder, of a file that another one names from where it stands. */
export function nameBeside(file: string, path: string): string {
  return posix.join(posix.dirname(file), path);
}
