import type { Page } from '../../schemas/page.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';

export interface PageView {
  frame: Frame;
  title: string;
  description: string;
  /** HTML. */
  body: string;
}

/** @param body its rendered body, HTML. */
export function pageView(edition: Edition, { id, data }: Entry<Page>, body: string): PageView {
  const { title, description } = data;
  return { frame: frameOf(edition, { title, description, path: edition.paths.page(id) }), title, description, body };
}

/** The page for an address that does not exist, with ways back. */
export interface NotFoundView {
  frame: Frame;
  ways: Link[];
}

export function notFoundView(edition: Edition): NotFoundView {
  const { paths, words } = edition;
  return {
    frame: frameOf(edition, { title: words.titles.notFound, description: words.notFound.about }),
    ways: [
      { text: words.notFound.latest, href: paths.home() },
      { text: words.notFound.all, href: paths.briefings() },
      { text: words.titles.topics, href: paths.topics() },
    ],
  };
}
