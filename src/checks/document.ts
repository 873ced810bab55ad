import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type Document as YamlDocument,
} from 'yaml';
import type { Mistake } from './mistake.ts';
import { placesInPlain, readPlain } from './plain-yaml.ts';

/** The way to a value inside a document: `['facts', 0, 'by']`. */
export type Path = readonly (string | number)[];

/** A place in a file; both count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** YAML that was read together with where each value stands. */
export interface Document {
  file: string;
  /** Plain data: maps, lists, strings, numbers, booleans and null. Dates stay text. */
  data: unknown;
  /** The place of the value at a path, or of the nearest one around it that exists. */
  locate(path: Path): Place;
  /** The scalar at a path as it is written: `1.50`, which as a number would be 1.5. */
  written(path: Path): string | undefined;
  /** How much of its line a scalar, or a key, takes up with its quotation marks; nothing where it has several lines. */
  lengthOf(path: Path, key?: string): number | undefined;
  /** The place of a key itself. */
  locateKey(path: Path, key: string): Place;
}

/**
 * Reads YAML (1.2, core schema) and keeps positions.
 *
 * @param lineOffset lines of the file before the first line of `text`.
 * @returns the document, and its mistakes of syntax. With mistakes, the data is not to be used.
 */
export function readDocument(file: string, text: string, lineOffset = 0): { document: Document; mistakes: Mistake[] } {
  const plain = readPlain(text);
  if (plain !== undefined) {
    const document = { file, data: plain, ...places(text, lineOffset), locate: plainPlaces(text, lineOffset) };
    return { document, mistakes: [] };
  }
  const read = parse(text);
  const data = read.problems.length > 0 ? undefined : read.yaml.toJS();
  const place = (offset: number) => placeAt(read.lines, offset, lineOffset);
  const mistakes = read.problems.map(({ at, ...problem }) => ({ file, ...place(at), ...problem }));
  return { document: { file, data, ...places(text, lineOffset) }, mistakes };
}

/**
 * Places are asked for where something is wrong, which is rare: the text is read again for them, so that not every file
 * keeps its whole tree.
 */
function places(text: string, lineOffset: number): Omit<Document, 'file' | 'data'> {
  let again: ReturnType<typeof parse> | undefined;
  const tree = () => {
    again ??= parse(text);
    return again;
  };
  const placeOf = (find: (root: Node | null) => unknown) => {
    const { yaml, lines } = tree();
    const node = find(yaml.contents);
    return placeAt(lines, isNode(node) ? (node.range?.[0] ?? 0) : 0, lineOffset);
  };
  return {
    locate: (path) => placeOf((root) => nodeAt(root, path)),
    locateKey: (path, key) => placeOf((root) => keyAt(root, path, key)),
    written: (path) => sourceOf(nodeAt(tree().yaml.contents, path)),
    lengthOf: (path, key) => {
      const root = tree().yaml.contents;
      const node = key === undefined ? nodeAt(root, path) : keyAt(root, path, key);
      const [start, end] = isScalar(node) ? (node.range ?? []) : [];
      if (start === undefined || end === undefined || text.slice(start, end).includes('\n')) return undefined;
      return end - start;
    },
  };
}

function plainPlaces(text: string, lineOffset: number): Document['locate'] {
  let placeOf: Document['locate'] | undefined;
  return (path) => {
    placeOf ??= placesInPlain(text);
    const { line, column } = placeOf(path);
    return { line: line + lineOffset, column };
  };
}

function parse(text: string) {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  return { yaml, lines, problems: problemsIn(yaml, text) };
}

function placeAt(lines: LineCounter, offset: number, lineOffset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
}

/** The commonest mistakes, in an editor's words. */
const MENDS: Record<string, string> = {
  DUPLICATE_KEY: 'This key stands twice. Keep one of the two.',
  BLOCK_AS_IMPLICIT_KEY: 'A colon and a space within a text look like a key. Put the text between quotation marks.',
  TAB_AS_INDENT: 'A tab does not indent. Use spaces.',
  BAD_SCALAR_START: 'A text cannot begin with this mark. Put the whole text between quotation marks.',
  UNEXPECTED_TOKEN:
    "Nothing can follow the value before this. Put the whole text between quotation marks, '…', and write each ' in it twice.",
  BAD_DQ_ESCAPE:
    'After a backslash this letter means nothing. Put the text between single quotation marks, where a backslash is read as it is.',
  MULTILINE_IMPLICIT_KEY: 'This line has no key. A key stands before a colon and a space: "headline: …".',
  MULTIPLE_DOCS: 'A line "---" or "..." ends the data, and more follows it. Take the line out.',
  TAG_RESOLVE_FAILED: 'A text cannot begin with "!". Put the whole text between quotation marks.',
  BAD_INDENT: 'The line is not indented as the lines around it are. Use the same number of spaces.',
  BLOCK_IN_FLOW: 'A list between brackets takes no lines with "- ". Use the one or the other.',
  MISSING_CHAR: 'Something is not closed: a bracket, or a comma is missing between two values.',
  BAD_COLLECTION_TYPE: 'A value cannot begin with "!". Put the whole text between quotation marks.',
};

/** The sentence for the editor; the parser's own words tell apart what has one code. */
function mendOf(code: string, message: string): string {
  if (message.startsWith('Maximum call stack')) return 'Brackets stand too deep within each other here.';
  if (/^Flow (?:sequence|map)/.test(message))
    return 'The bracket before this is not closed. Close it where the list ends.';
  if (message.includes('block-seq-ind')) return 'A list with "- " begins on a line of its own, under its key.';
  return MENDS[code] ?? `${firstLine(message)}. ${LIKELY}`;
}

/** What is left is told in the parser's own words, with what helps most often. */
const LIKELY = 'A text with marks like : # @ goes between quotation marks.';

const UNCLOSED = 'The quotation mark is not closed. Close it where the text ends.';

/** What is wrong with the YAML itself. Of a syntax error only the first is told: it makes others of what follows. */
function problemsIn(yaml: YamlDocument, text: string): (Pick<Mistake, 'rule' | 'message'> & { at: number })[] {
  const broken = yaml.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const errors = broken.length > 0 ? broken.slice(0, 1) : [...yaml.errors, ...yaml.warnings];
  const problems = errors.map(({ pos, code, message }) => {
    const quote = /closing .quote/.test(message) ? lastQuote(yaml) : undefined;
    return {
      at: quote ?? pos[0],
      rule: code === 'DUPLICATE_KEY' ? ('duplicate-key' as const) : ('yaml-syntax' as const),
      message: quote === undefined ? mendOf(code, message) : UNCLOSED,
    };
  });
  if (broken.length > 0) return problems;
  visit(yaml, {
    Node(_key, node) {
      if (isScalar(node) && node.type === 'QUOTE_DOUBLE' && !isClosed(text, node)) {
        problems.push({ at: node.range?.[0] ?? 0, rule: 'yaml-syntax', message: UNCLOSED });
      }
      const mark = isAlias(node) ? '*' : node.anchor === undefined ? undefined : '&';
      if (mark === undefined) return;
      const message = `A value cannot start with "${mark}". Put it between quotation marks.`;
      problems.push({ at: node.range?.[0] ?? 0, rule: 'yaml-syntax', message });
    },
  });
  return problems;
}

/** Where the last text in quotation marks begins: the parser tells one that is not closed at the end of the file. */
function lastQuote(yaml: YamlDocument): number | undefined {
  let last: number | undefined;
  visit(yaml, {
    Scalar(_key, { type, range }) {
      if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') last = range?.[0];
    },
  });
  return last;
}

/** The parser takes the escaped mark at the end of `"text\\"` for one that closes. */
function isClosed(text: string, { range }: Scalar): boolean {
  const [before = ''] = /\\*$/.exec(text.slice((range?.[0] ?? 0) + 1, (range?.[1] ?? 0) - 1)) ?? [];
  return before.length % 2 === 0;
}

function sourceOf(node: Node | null): string | undefined {
  return isScalar(node) ? node.source : undefined;
}

/** The node at the end of the path, or the last one met on the way there. */
function nodeAt(root: Node | null, path: Path): Node | null {
  let node = root;
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

/** The keys of maps that were looked into, so that many mistakes in one map do not go through it again each. */
const keysOf = new WeakMap<YAMLMap, Map<string, unknown>>();

function keyAt(root: Node | null, path: Path, key: string): unknown {
  const node = nodeAt(root, path);
  if (!isMap(node)) return node;
  const keys = keysOf.get(node) ?? new Map(node.items.toReversed().map((item) => [String(item.key), item.key]));
  keysOf.set(node, keys);
  return keys.get(key) ?? node;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? text;
}
