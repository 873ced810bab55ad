import type { Random } from './random.ts';

/** A briefing as a file, cut where mutations take hold of it. */
export interface Text {
  /** The lines between the two `---`. */
  front: string[];
  /** All below. */
  body: string;
}

export function textOf(file: string): Text {
  const lines = file.split('\n');
  const end = lines.indexOf('---', 1);
  return { front: lines.slice(1, end), body: lines.slice(end + 1).join('\n') };
}

export function fileOf({ front, body }: Text): string {
  return ['---', ...front, '---', body].join('\n');
}

const KEY = /^(\s*(?:- )?)([A-Za-z]+):(.*)$/;

/** A line of front matter that begins with a key. */
export interface KeyLine {
  index: number;
  /** White space and, at the start of an entry, the dash. */
  indent: string;
  key: string;
  value: string;
}

export function keyLines(front: readonly string[]): KeyLine[] {
  return front.flatMap((line, index) => {
    const [, indent = '', key = '', value = ''] = KEY.exec(line) ?? [];
    return key === '' ? [] : [{ index, indent, key, value: value.trim() }];
  });
}

/** Those with a value on the same line. */
export function valueLines(front: readonly string[]): KeyLine[] {
  return keyLines(front).filter(({ value }) => value !== '');
}

/** A key with all that is indented below it: from its line to, not including, the end. */
export function blockAt(front: readonly string[], { index, indent }: KeyLine): { start: number; end: number } {
  const depth = indent.length;
  const next = front.findIndex(
    (line, at) => at > index && (line.length - line.trimStart().length < depth + 1 || line.startsWith('- ', depth - 2)),
  );
  return { start: index, end: next < 0 ? front.length : next };
}

/** The file with one line of the front matter in place of another; several where the new one has line breaks. */
export function withLine(text: Text, index: number, line: string): Text {
  return { ...text, front: text.front.with(index, line) };
}

/** The file with one value of the front matter changed. */
export function changeValue(random: Random, file: string, change: (line: KeyLine) => string, keys?: RegExp): string {
  const text = textOf(file);
  const line = random.pick(valueLines(text.front).filter(({ key }) => keys?.test(key) ?? true));
  return fileOf(withLine(text, line.index, `${line.indent}${line.key}: ${change(line)}`));
}
