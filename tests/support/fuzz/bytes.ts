import type { Random } from './random.ts';

type Change = (random: Random, file: string) => string | Buffer;

const CHARACTERS = [
  '\u0000',
  '\u0001',
  '\u0007',
  '\u0008',
  '\u000b',
  '\u000c',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u009f',
  '\u00a0',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\u{10ffff}',
  '\u{e0001}',
  '\t',
  '\r',
  'e\u0301',
  '👩‍👩‍👧',
  'שלום',
  '日本',
];

/** Mutations that know nothing of what a file means. */
export const BYTES: Record<string, Change> = {
  truncated: (random, file) => {
    const bytes = Buffer.from(file);
    return bytes.subarray(0, random.below(bytes.length));
  },
  'bytes inserted': (random, file) => {
    const bytes = Buffer.from(file);
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), anyBytes(random, 1 + random.below(3)), bytes.subarray(at)]);
  },
  'bytes replaced': (random, file) => {
    const bytes = Buffer.from(file);
    for (let count = 1 + random.below(3); count > 0; count -= 1) bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  'bytes deleted': (random, file) => {
    const bytes = Buffer.from(file);
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(8))]);
  },
  'printable letter inserted': (random, file) => inserted(random, file, String.fromCharCode(32 + random.below(95))),
  'special letter inserted': (random, file) => inserted(random, file, random.pick(CHARACTERS)),
  'line deleted': (random, file) => {
    const lines = file.split('\n');
    return lines.toSpliced(random.below(lines.length), 1 + random.below(2)).join('\n');
  },
  'line duplicated': (random, file) => {
    const lines = file.split('\n');
    const at = random.below(lines.length);
    return lines.toSpliced(random.pick([at, random.below(lines.length)]), 0, lines[at] ?? '').join('\n');
  },
  'lines swapped': (random, file) => {
    const lines = file.split('\n');
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    return lines
      .with(one, lines[other] ?? '')
      .with(other, lines[one] ?? '')
      .join('\n');
  },
  'line ends and encoding': (random, file) => {
    const part = random.below(file.length);
    const wide = Buffer.from(file, 'utf16le');
    return random.pick<string | Buffer>([
      `\uFEFF${file}`,
      `\uFEFF\uFEFF${file}`,
      file.replaceAll('\n', '\r\n'),
      `\uFEFF${file.replaceAll('\n', '\r\n')}`,
      file.replaceAll('\n', '\r'),
      file.slice(0, part) + file.slice(part).replaceAll('\n', '\r\n'),
      file.slice(0, part) + file.slice(part).replace('\n', '\r'),
      file.replaceAll('\n', '\n\n'),
      file.replaceAll('\n', ' \n'),
      file.replaceAll('\n', '\t\n'),
      file.replaceAll('  ', '\t'),
      file.replaceAll('\n', '\u2028'),
      Buffer.from(`é${file}`, 'latin1'),
      wide,
      Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      Buffer.concat([Buffer.from(file), Buffer.from([0xc0, 0x80])]),
      file.normalize('NFD'),
      `\n${file}`,
      ` ${file}`,
      file.trimEnd(),
      file + file,
    ]);
  },
  'front matter marks': (random, file) => {
    const [from, to] = random.pick([
      [/^---\n/, ''],
      [/^---\n/, '----\n'],
      [/^---\n/, '--- \n'],
      [/^---\n/, '---yaml\n'],
      [/^---\n/, '--- # a comment\n'],
      [/^---\n/, '+++\n'],
      [/^---\n/, '---\n---\n'],
      [/^---\n/, '%YAML 1.1\n---\n'],
      [/^---\n/, '---\n\n\n'],
      [/\n---\n/, '\n'],
      [/\n---\n/, '\n---'],
      [/\n---\n/, '\n--- \t\n'],
      [/\n---\n/, '\n ---\n'],
      [/\n---\n/, '\n...\n'],
      [/\n---\n/, '\n---\n---\n'],
      [/\n---\n/, '\n...\n---\n'],
      [/\n---\n/, '\n----\n'],
      [/\ntopics:/, '\n---\ntopics:'],
      [/\ntopics:/, '\n...\ntopics:'],
      [/\ntopics:/, '\n# topics:'],
    ] as const);
    return file.replace(from, to);
  },
};

/** Other names that a file may get: what is behind the folder of the briefings. */
export const NAMES: readonly ((slug: string) => string)[] = [
  (slug) => `2026/${slug.toUpperCase()}.md`,
  (slug) => `2026/${slug}.MD`,
  (slug) => `2026/${slug}.markdown`,
  (slug) => `2026/${slug}.txt`,
  (slug) => `2026/${slug}`,
  (slug) => `2026/${slug}.md~`,
  (slug) => `2026/${slug}.md.bak`,
  (slug) => `2026/${slug}.html`,
  (slug) => `2026/${slug} copy.md`,
  (slug) => `2026/${slug}_1.md`,
  (slug) => `2026/-${slug}.md`,
  (slug) => `2026/${slug}--x.md`,
  (slug) => `2026/${slug}é.md`,
  (slug) => `2026/x/${slug}.md`,
  (slug) => `26/${slug}.md`,
  (slug) => `0000/${slug}.md`,
  (slug) => `9999/${slug}.md`,
  (slug) => `2024/${slug}.md`,
  (slug) => `${slug}.md`,
  (slug) => `../stories/${slug}.md`,
  (slug) => `../pages/${slug}.md`,
  (slug) => `../${slug}.md`,
  (slug) => `../${slug}.yaml`,
  (slug) => `2026/${slug}.mdx.md`,
];

function inserted(random: Random, file: string, text: string): string {
  const at = random.below(file.length);
  return file.slice(0, at) + text + file.slice(at);
}

function anyBytes(random: Random, count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, () => random.below(256)));
}
