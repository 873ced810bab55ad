import type { Log, Region, Result, Fix as SarifFix } from 'sarif';
import { isWarning, type Mistake } from './mistake.ts';
import { RULES, type RuleId } from './rules.ts';

/**
 * A log of what was found, for code hosts and editors (SARIF 2.1.0, OASIS).
 *
 * @param above from the folder that the command runs in to the one above the content folder: empty, or ending in a slash.
 */
export function sarif(mistakes: readonly Mistake[], above: string): Log {
  const ids = Object.keys(RULES);
  const rules = Object.entries(RULES).map(([id, { level, asks }]) => ({
    id,
    shortDescription: { text: asks },
    defaultConfiguration: { level },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Readout', rules } },
        columnKind: 'utf16CodeUnits',
        results: mistakes.map((mistake) => resultOf(mistake, ids.indexOf(mistake.rule), above)),
      },
    ],
  };
}

function resultOf({ file, line, column, rule, message, fix }: Mistake, ruleIndex: number, above: string): Result {
  // A URI: whatever a name has that means something there, or is no letter of ASCII, is escaped.
  const artifactLocation = { uri: (above + file).split('/').map(encodeURIComponent).join('/') };
  const region: Region = { startLine: line, startColumn: column };
  return {
    ruleId: rule satisfies RuleId,
    ruleIndex,
    level: isWarning({ rule }) ? 'warning' : 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(fix && { fixes: [fixOf(fix, artifactLocation, region, column)] }),
  };
}

function fixOf(
  { length, replacement }: NonNullable<Mistake['fix']>,
  artifactLocation: { uri: string },
  region: Region,
  column: number,
): SarifFix {
  const deletedRegion = { ...region, endLine: region.startLine, endColumn: column + length };
  return {
    description: { text: 'Mend it as npm run check -- --fix does.' },
    artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: replacement } }] }],
  };
}
