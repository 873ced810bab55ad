import { dirname, relative } from 'node:path';
import { type Inspection, inspectReadings, publicationOf } from '../checks/content.ts';
import { isWarning } from '../checks/mistake.ts';
import type { Reading } from '../checks/reading.ts';
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

/** Content as it was read. Each file is right by itself; whether all of it holds is still to be told. */
export interface Draft extends Content {
  /** Prints warnings. Where the content does not hold, prints every mistake and ends the process. */
  holdOrExit(): void;
}

/**
 * All that can be said of the content folder.
 *
 * @throws FolderError or InstantError, with a sentence for whoever set it up.
 */
export async function inspect(): Promise<Inspection & Report & { readings: Readings }> {
  return reportOn(await readContent());
}

async function readContent(): Promise<Readings> {
  const folder = contentFolder();
  if (!hasContent()) {
    throw new FolderError(
      `There is no folder ${folder}. Run this where content/ is, or name another one in READOUT_CONTENT.`,
    );
  }
  return await readFolder(folder);
}

function reportOn(readings: Readings): Inspection & Report & { readings: Readings } {
  const inspection = inspectReadings(readings, { instantOf: speaksAsOf });
  const above = relative(process.cwd(), dirname(readings.folder)).replaceAll('\\', '/');
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
  const draft = await draftOrExit();
  draft.holdOrExit();
  return draft;
}

/** The content before it is checked as a whole. Where a file has a mistake of its own, all of them are printed and the process ends. */
export async function draftOrExit(): Promise<Draft> {
  try {
    const readings = await readContent();
    const publication = publicationOf(readings.readings);
    const asOf = speaksAsOf(publication.site[0]?.data.asOf);
    if (publication.site.length === 0 || !readings.readings.every(isRight)) exitUnlessItHolds(readings);
    return { publication, asOf, readings, holdOrExit: () => exitUnlessItHolds(readings) };
  } catch (error) {
    if (!isSetupError(error)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

function exitUnlessItHolds(readings: Readings): void {
  const report = reportOn(readings);
  const { mistakes, asOf } = report;
  const isOnGitHub = process.env.GITHUB_ACTIONS === 'true';
  if (mistakes.length > 0) console.error(`${formatReport(report, isOnGitHub ? 'github' : 'text')}\n`);
  if (asOf === undefined || !mistakes.every(isWarning)) process.exit(1);
}

function isRight({ state, mistakes, body }: Reading): boolean {
  return state === 'whole' && [...mistakes, ...(body?.mistakes ?? [])].every(isWarning);
}
