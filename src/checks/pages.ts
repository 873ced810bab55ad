import { existsSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import type { Paths } from '../paths.ts';
import type { CollectionName } from '../schemas/publication.ts';

/** The page of an entry; for no id, the folder that all of its collection stand in. */
export function pageOf(paths: Paths, collection: CollectionName, id: string): string {
  const address = {
    site: () => paths.home(),
    topics: paths.topic,
    sources: paths.source,
    // A place has no page: this is nobody's address.
    places: (id: string) => `#${id}`,
    stories: paths.story,
    briefings: paths.briefing,
    pages: paths.page,
  };
  return address[collection](id).replace(/\/+$/, '/');
}

/** Whether a folder, such as public/, has a file of a name. */
export function hasFile(folder: string, name: string): boolean {
  const path = normalize(join(folder, name));
  return path.startsWith(folder + sep) && existsSync(path) && statSync(path).isFile();
}
