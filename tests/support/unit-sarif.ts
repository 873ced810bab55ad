// The parts of SARIF 2.1.0 that a log of Readout has (docs.oasis-open.org/sarif/sarif/v2.1.0, chapter 3), each with all
// that the standard asks of it and no key that it does not know.

const text = { type: 'string', minLength: 1 };
const place = { type: 'integer', minimum: 1 };
/** A reference (RFC 3986): no space and no letter beyond ASCII. */
const uri = { type: 'string', format: 'uri-reference' };
const level = { enum: ['none', 'note', 'warning', 'error'] };

function object(properties: Record<string, object>, required: readonly string[] = Object.keys(properties)) {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object, more: object = {}) {
  return { type: 'array', items, ...more };
}

const message = object({ text });
const artifactLocation = object({ uri });
const region = object({ startLine: place, startColumn: place, endLine: place, endColumn: place }, [
  'startLine',
  'startColumn',
]);

const replacement = object({ deletedRegion: region, insertedContent: object({ text: { type: 'string' } }) });
const artifactChange = object({ artifactLocation, replacements: list(replacement, { minItems: 1 }) });
const fix = object({ description: message, artifactChanges: list(artifactChange, { minItems: 1, uniqueItems: true }) });

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: list(object({ physicalLocation: object({ artifactLocation, region }) })),
    fixes: list(fix, { uniqueItems: true }),
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
);

const rule = object({ id: text, shortDescription: message, defaultConfiguration: object({ level }) });

/** As JSON Schema. */
export const sarifSchema = object({
  $schema: uri,
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({ driver: object({ name: text, rules: list(rule, { uniqueItems: true }) }) }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list(result),
    }),
  ),
});
