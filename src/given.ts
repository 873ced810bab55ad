import type { Body } from './newsroom/body.ts';
import type { Publication } from './schemas/publication.ts';

/** What the pages are made from: whoever renders them gives it, before the first of them is asked for. */
export interface Given {
  /** Checked content. */
  publication: Publication;
  /** The instant that the site speaks as of. */
  asOf: string;
  /** True in the dev server, where editors see drafts and embargoed briefings. */
  withUnpublished: boolean;
  /** The rendered body of an entry; nothing for one that Astro itself has to render: MDX, and one with images. */
  bodyOf(collection: WithBody, id: string): Body | undefined;
  /** The digest of a file of the content folder. */
  digestOf(file: string): string;
  /** Hears of each body that Astro has rendered. */
  onBody?(collection: WithBody, id: string, html: string): void;
}

/** The collections whose entries have bodies. */
export type WithBody = 'briefings' | 'stories' | 'pages';

declare global {
  // A global of the process or thread: the pages are compiled into modules of their own, which share nothing else with
  // the program that renders them.
  var readout: Given | undefined;
}

/** @throws Error where nothing was given: the pages are asked for by something that is neither a build nor the dev server. */
export function given(): Given {
  if (!globalThis.readout) throw new Error('The pages have been given no content. Build with: npm run build');
  return globalThis.readout;
}
