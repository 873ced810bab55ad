import { type CheckedContent, checkContent } from '../checks/content.ts';
import { ContentError, formatMistake } from '../checks/mistake.ts';
import { warningsOf } from '../checks/warnings.ts';
import { contentFolder } from './folders.ts';
import { InstantError, speaksAsOf } from './instant.ts';

/** Content that holds, and the instant that it speaks as of. */
export interface Content extends Pick<CheckedContent, 'publication'> {
  asOf: string;
  /** How many warnings were printed. */
  warnings: number;
}

/**
 * The checked content, with warnings printed. Where it does not hold, every mistake is printed and the process ends:
 * nothing is built.
 */
export function contentOrExit(): Content {
  try {
    const content = checkContent(contentFolder());
    const asOf = speaksAsOf(content.publication.site[0]?.data.asOf);
    const warnings = warningsOf(content, asOf);
    for (const warning of warnings) console.warn(formatMistake(warning));
    return { publication: content.publication, asOf, warnings: warnings.length };
  } catch (error) {
    // Anything else is a fault of the program, and wants its stack.
    if (!(error instanceof ContentError || error instanceof InstantError)) throw error;
    console.error(error.message);
    process.exit(error instanceof ContentError ? 1 : 2);
  }
}
