import { dirname, relative } from 'node:path';
import { type Inspection, inspectContent } from '../checks/content.ts';
import { isWarning } from '../checks/mistake.ts';
import { formatReport, type Report } from '../checks/report.ts';
import type { Publication } from '../schemas/publication.ts';
import { contentFolder, hasContent } from './folders.ts';
import { InstantError, speaksAsOf } from './instant.ts';

/** Content that holds, and the instant that it speaks as of. */
export interface Content {
  publication: Publication;
  asOf: string;
}

/** A content folder that is not there. */
export class FolderError extends Error {}

/**
 * All that can be said of the content folder.
 *
 * @throws FolderError or InstantError, with a sentence for whoever set it up.
 */
export function inspect(): Inspection & Report {
  const folder = contentFolder();
  if (!hasContent()) {
    throw new FolderError(
      `There is no folder ${folder}. Run this where content/ is, or name another one in READOUT_CONTENT.`,
    );
  }
  const inspection = inspectContent(folder, { instantOf: speaksAsOf });
  const above = relative(process.cwd(), dirname(folder)).replaceAll('\\', '/');
  return {
    ...inspection,
    briefings: inspection.publication.briefings.length,
    above: above === '' ? '' : `${above}/`,
  };
}

/** What was thrown because of how it was set up: its message is enough. Anything else is a fault of the program. */
export function isSetupError(error: unknown): error is Error {
  return error instanceof FolderError || error instanceof InstantError;
}

/**
 * The checked content, with warnings printed. Where it does not hold, every mistake is printed and the process ends:
 * nothing is built.
 */
export function contentOrExit(): Content {
  const report = inspectOrExit();
  const { mistakes, publication, asOf } = report;
  const isOnGitHub = process.env.GITHUB_ACTIONS === 'true';
  if (mistakes.length > 0) console.error(`${formatReport(report, isOnGitHub ? 'github' : 'text')}\n`);
  if (asOf === undefined || !mistakes.every(isWarning)) process.exit(1);
  return { publication, asOf };
}

function inspectOrExit(): ReturnType<typeof inspect> {
  try {
    return inspect();
  } catch (error) {
    if (!isSetupError(error)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
