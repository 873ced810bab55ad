import type { Path, Place } from './document.ts';

/** A line of plain YAML that says something: where it begins, and what stands there. */
interface Line {
  indent: number;
  text: string;
  /** Counts from 1. */
  number: number;
}

/** The lines that are left to be read. */
interface Lines {
  list: readonly Line[];
  next: number;
}

/** What a text has that is not plain. It is thrown within this file alone. */
const NOT_PLAIN = new Error('not plain');

/**
 * Reads YAML as nearly all of it is written: keys of letters and digits, lists with a hyphen, and texts, numbers and short
 * lists on one line. It takes a tenth of the time that a whole parser does, and gives the same.
 *
 * @returns the data, or nothing where anything is written in another way, right or wrong: then a whole parser has to read it.
 */
export function readPlain(text: string): unknown {
  if (OTHER.test(text)) return undefined;
  const lines = { list: text.split('\n').flatMap(lineOf), next: 0 };
  if (lines.list[0]?.indent !== 0) return undefined;
  try {
    const data = readBlock(lines, 0);
    return lines.next === lines.list.length ? data : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/** Characters that are read in ways of their own: controls but the end of a line, and the mark of byte order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const OTHER = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/;

/** Without empty lines and those that are a comment. */
function lineOf(line: string, index: number): Line[] {
  const indent = line.search(/[^ ]/);
  return indent < 0 || line[indent] === '#' ? [] : [{ indent, text: line.slice(indent), number: index + 1 }];
}

/** A list or a map of which every line, or every first one of an entry, begins at a place. */
function readBlock(lines: Lines, indent: number): unknown {
  return lines.list[lines.next]?.text.startsWith('- ') ? readList(lines, indent) : readMap(lines, indent);
}

function readList(lines: Lines, indent: number): unknown[] {
  const list: unknown[] = [];
  for (let line = lines.list[lines.next]; line?.indent === indent; line = lines.list[lines.next]) {
    if (!line.text.startsWith('- ')) break;
    const text = line.text.slice(2);
    if (KEY.test(text)) list.push(readMap(lines, indent + 2, text));
    else {
      lines.next += 1;
      list.push(readValue(text));
    }
  }
  return list;
}

const KEY = /^([A-Za-z][A-Za-z\d]{0,40}):(?: (.*))?$/;

/** Words that are no texts. */
const WORDS = new Map<string, boolean>([
  ['true', true],
  ['false', false],
]);
const OTHER_WORD = /^(?:true|false|null)$/i;

/** @param first what its first line says, where a hyphen stands before it. */
function readMap(lines: Lines, indent: number, first?: string): object {
  const map: Record<string, unknown> = {};
  let text = first ?? lines.list[lines.next]?.text;
  while (text !== undefined) {
    const [, key, value] = KEY.exec(text) ?? [];
    if (key === undefined || OTHER_WORD.test(key) || Object.hasOwn(map, key)) throw NOT_PLAIN;
    lines.next += 1;
    map[key] = value === undefined ? readBelow(lines, indent) : readValue(value);
    const line = lines.list[lines.next];
    text = line?.indent === indent ? line.text : undefined;
    // A list that stands under its key begins where the key does.
    if (text?.startsWith('- ')) break;
  }
  return map;
}

/** Deeper ones may be too deep for a whole parser, which has to say so. */
const DEEPEST = 100;

/** What stands under a key. */
function readBelow(lines: Lines, indent: number): unknown {
  const line = lines.list[lines.next];
  const isList = line?.text.startsWith('- ') ?? false;
  if (!line || line.indent > DEEPEST || line.indent < indent || (line.indent === indent && !isList)) throw NOT_PLAIN;
  return isList ? readList(lines, line.indent) : readMap(lines, line.indent);
}

const QUOTED = /^(?:"([^"\\]*)"|'((?:[^']|'')*)')$/;
const FLOW = /^\[((?:[A-Za-z][A-Za-z\d-]*(?:, ?[A-Za-z][A-Za-z\d-]*)*)?)\]$/;
/** It begins with nothing that means something in YAML, which is ASCII alone, and ends in no space and no colon. */
const PLAIN = /^(?:[A-Za-z\d($/]|[^\s!-~])(?:.*[^\s:])?$/;
/** What ends it before. */
const ENDS = /:\s|\s#/;
const NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
/** What a whole parser may take for a number. */
const LIKE_NUMBER = /^\d[\d.]*(?:[eExXoO][-+\da-fA-F]*)?$/;

function readValue(text: string): unknown {
  const [isQuoted, double, single] = QUOTED.exec(text) ?? [];
  if (isQuoted !== undefined) return double ?? single?.replaceAll("''", "'");
  const [isFlow, items = ''] = FLOW.exec(text) ?? [];
  if (isFlow !== undefined) return items === '' ? [] : items.split(/, ?/).map(readWord);
  if (!PLAIN.test(text) || ENDS.test(text)) throw NOT_PLAIN;
  return readWord(text);
}

function readWord(text: string): unknown {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (NUMBER.test(text)) return Number(text);
  if (OTHER_WORD.test(text) || LIKE_NUMBER.test(text)) throw NOT_PLAIN;
  return text;
}

/** A list or a map by its lines, or a value that stands on one. */
type Part = readonly [Line, ...Line[]];

/**
 * Where values of plain YAML stand.
 *
 * @param text that `readPlain` has read.
 * @returns for the path of a value its place, or that of the nearest one around it that exists.
 */
export function placesInPlain(text: string): (path: Path) => Place {
  const [first, ...rest] = text.split('\n').flatMap(lineOf);
  return (path) => {
    let found: Part | undefined = first && [first, ...rest];
    for (const step of path) {
      const next: Part | undefined =
        found && (typeof step === 'number' ? partAtIndex(found, step) : partAtKey(found, step));
      if (!next) break;
      found = next;
    }
    const [at] = found ?? [];
    return { line: at?.number ?? 1, column: (at?.indent ?? 0) + 1 };
  };
}

function partAtIndex(lines: Part, index: number): Part | undefined {
  const [{ indent, text }] = lines;
  if (text.startsWith('[')) return wordAt(lines[0], index);
  const starts = lines.flatMap((line, at) => (line.indent === indent && line.text.startsWith('- ') ? [at] : []));
  const start = starts[index];
  const line = start === undefined ? undefined : lines[start];
  if (start === undefined || !line || !text.startsWith('- ')) return undefined;
  const within = { indent: indent + 2, text: line.text.slice(2), number: line.number };
  return [within, ...lines.slice(start + 1, starts[index + 1])];
}

function wordAt({ indent, text, number }: Line, index: number): Part | undefined {
  const word = [...text.matchAll(/[A-Za-z\d-]+/g)][index];
  return word && [{ indent: indent + word.index, text: word[0], number }];
}

function partAtKey(lines: Part, key: string): Part | undefined {
  const [{ indent, text }] = lines;
  if (!KEY.test(text)) return undefined;
  const isKey = (line: Line) => line.indent === indent && !line.text.startsWith('- ');
  const start = lines.findIndex((line) => isKey(line) && KEY.exec(line.text)?.[1] === key);
  const line = lines[start];
  if (!line) return undefined;
  const value = KEY.exec(line.text)?.[2];
  if (value !== undefined) return [{ indent: indent + key.length + 2, text: value, number: line.number }];
  const end = lines.findIndex((other, at) => at > start && isKey(other));
  const [first, ...rest] = lines.slice(start + 1, end < 0 ? undefined : end);
  return first && [first, ...rest];
}
