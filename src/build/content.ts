import { dirname, relative } from 'node:path';
import { type Inspection, inspectReadings } from '../checks/content.ts';
import { isWarning } from '../checks/mistake.ts';
import { formatReport, type Report } from '../checks/report.ts';
import type { Publication } from '../schemas/publication.ts';
import { contentFolder, hasContent } from './folders.ts';
import { InstantError, speaksAsOf } from './instant.ts';
import { type Readings, readFolder } from './readings.ts';

/** Content that holds, and the instant that it speaks as of. */
export interface Content {
  publication: Publication;
  asOf: string;
  readings: Readings;
}

/** A content folder that is not there. */
export class FolderError extends Error {}

/**
 * All that can be said of the content folder.
 *
 * @throws FolderError or InstantError, with a sentence for whoever set it up.
 */
export async function inspect(): Promise<Inspection & Report & { readings: Readings }> {
  const folder = contentFolder();
  if (!hasContent()) {
    throw new FolderError(
      `There is no folder ${folder}. Run this where content/ is, or name another one in READOUT_CONTENT.`,
    );
  }
  const readings = await readFolder(folder);
  const inspection = inspectReadings(readings, { instantOf: speaksAsOf });
  const above = relative(process.cwd(), dirname(folder)).replaceAll('\\', '/');
  return {
    ...inspection,
    readings,
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
export async function contentOrExit(): Promise<Content> {
  const report = await inspectOrExit();
  const { mistakes, publication, asOf, readings } = report;
  const isOnGitHub = process.env.GITHUB_ACTIONS === 'true';
  if (mistakes.length > 0) console.error(`${formatReport(report, isOnGitHub ? 'github' : 'text')}\n`);
  if (asOf === undefined || !mistakes.every(isWarning)) process.exit(1);
  return { publication, asOf, readings };
}

async function inspectOrExit(): ReturnType<typeof inspect> {
  try {
    return await inspect();
  } catch (error) {
    if (!isSetupError(error)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
