import { Body } from '../../src/newsroom/body.ts';
import type { Edition } from '../../src/newsroom/edition.ts';
import { type BodyOf, type FeedView, feedFolders } from '../../src/newsroom/views/feed.ts';

/** A body that tells which briefing it belongs to. */
export const bodyOf: BodyOf = ({ id }) => Promise.resolve(Body.of(`<p>Body of ${id}</p>`));

/** The feed in a folder: empty for that of the site, or like `topics/pier`, `archive/1`. */
export function feedOf(edition: Edition, folder = '', body = bodyOf): Promise<FeedView> {
  const found = feedFolders(edition, body).filter((feed) => feed.folder === folder);
  if (found.length !== 1 || !found[0]) throw new RangeError(`${found.length} feeds stand in "${folder}"`);
  return found[0].view();
}

/** The folders of all feeds. */
export function foldersOf(edition: Edition): string[] {
  return feedFolders(edition, bodyOf).map(({ folder }) => folder);
}
