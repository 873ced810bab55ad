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
  const { paths } = edition;
  return {
    frame: frameOf(edition, { title: 'Page not found', description: 'There is no page at this address.' }),
    ways: [
      { text: 'The latest briefings', href: paths.home() },
      { text: 'All briefings', href: paths.briefings() },
      { text: 'Topics', href: paths.topics() },
    ],
  };
}
