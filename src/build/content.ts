import { checkedPublication } from '../checks/content.ts';
import { ContentError } from '../checks/mistake.ts';
import type { Publication } from '../schemas/publication.ts';
import { contentFolder } from './folders.ts';

/** The checked content. Where it does not hold, every mistake is printed and the process ends: nothing is built. */
export function publicationOrExit(): Publication {
  try {
    return checkedPublication(contentFolder());
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
