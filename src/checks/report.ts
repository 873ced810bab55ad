import { formatMistake, isWarning, type Mistake, plural } from './mistake.ts';
import { sarif } from './sarif.ts';

/** What `npm run check` can print. */
export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;

export type Format = (typeof FORMATS)[number];

/** What was checked and found. */
export interface Report {
  /** Errors and warnings, in order. */
  mistakes: readonly Mistake[];
  /** How many briefings could be read. */
  briefings: number;
  /** From the folder that the command runs in to the one above the content folder: empty, or ending in a slash. */
  above: string;
}

/** The report as text for people, or in a form for programs. */
export function formatReport(report: Report, format: Format): string {
  if (format === 'json') return jsonReport(report);
  if (format === 'sarif') return JSON.stringify(sarif(report.mistakes, report.above), undefined, 2);
  return format === 'github' ? githubReport(report) : textReport(report);
}

/** Errors, then warnings, then a line that counts them. */
function textReport(report: Report): string {
  const lists = [report.mistakes.filter((mistake) => !isWarning(mistake)), report.mistakes.filter(isWarning)];
  return [
    ...lists.filter((list) => list.length > 0).map((list) => list.map(formatMistake).join('\n')),
    summary(report),
  ].join('\n\n');
}

function summary({ mistakes, briefings }: Report): string {
  const warnings = mistakes.filter(isWarning).length;
  const errors = mistakes.length - warnings;
  const files = new Set(mistakes.map(({ file }) => file)).size;
  const fixes = mistakes.filter(({ fix }) => fix !== undefined).length;
  const found = [
    errors > 0 ? plural(errors, 'mistake') : 'No mistakes',
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ].join(errors > 0 ? ' and ' : ', ');
  return [
    `${found}${files > 0 ? ` in ${plural(files, 'file')}` : ''}.`,
    ...(errors > 0 ? ['Nothing is published.'] : [`Briefings: ${briefings}.`]),
    ...(fixes > 0 ? [`To mend ${fixes} of them: npm run check -- --fix`] : []),
  ].join(' ');
}

/** For programs; `version` moves when a key changes its meaning or goes. */
function jsonReport({ mistakes, briefings, above }: Report): string {
  const warnings = mistakes.filter(isWarning).length;
  const found = mistakes.map(({ file, line, column, rule, message, fix }) => {
    const level = isWarning({ rule }) ? 'warning' : 'error';
    return { file: above + file, line, column, level, rule, message, ...(fix && { fix }) };
  });
  const counts = { errors: mistakes.length - warnings, warnings, briefings };
  return JSON.stringify({ version: 1, ...counts, mistakes: found }, undefined, 2);
}

/** Workflow commands, which GitHub shows beside the lines of a change (docs.github.com, "Workflow commands"). */
function githubReport(report: Report): string {
  const lines = report.mistakes.map(({ file, line, column, rule, message }) => {
    const place = `file=${property(report.above + file)},line=${line},col=${column},title=${property(rule)}`;
    return `::${isWarning({ rule }) ? 'warning' : 'error'} ${place}::${data(message)}`;
  });
  return [...lines, summary(report)].join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
