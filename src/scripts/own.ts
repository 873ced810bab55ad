import { KEEP_OFFLINE } from './keep-offline.ts';
import { NEW_SINCE } from './new-since.ts';

/** Every script that the build puts into pages. What else stands there as one came in with a text. */
export const OWN_SCRIPTS: readonly string[] = [NEW_SINCE, KEEP_OFFLINE];
