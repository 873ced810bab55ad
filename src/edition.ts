import { given } from './given.ts';
import { openEdition } from './newsroom/edition.ts';

const { publication, asOf, withUnpublished } = given();

/** What is public. Opened once, every page is made from it. */
export const edition = openEdition(publication, asOf, withUnpublished);
