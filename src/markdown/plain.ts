// Two engines that read what editors write alike may differ on what nobody writes: a table in a quotation in a note, half
// an indent, an address that ends on the next line. So before the faster engine reads a text, the text is looked at line
// by line, and only what is plain goes there. What is plain was found by comparing both on very many texts: whoever adds
// to it compares them again (tests/unit/markdown-engines.test.ts).

/** What a line of each kind may stand right below. Above a text is a blank line. */
const BELOW = {
  blank: ['blank', 'text', 'year', 'heading', 'quote', 'item', 'more', 'row', 'rule', 'note'],
  text: ['blank', 'text', 'year', 'heading', 'rule'],
  /** Anywhere else it begins a list. */
  year: ['text', 'year'],
  heading: ['blank', 'text', 'year', 'heading', 'item', 'more', 'row', 'rule'],
  quote: ['blank', 'heading', 'quote'],
  item: ['blank', 'text', 'year', 'heading', 'item', 'more'],
  /** A further line of an item. */
  more: ['item', 'more'],
  row: ['blank', 'heading', 'row'],
  /** Below words it makes a heading of them. */
  rule: ['blank', 'heading'],
  note: ['blank', 'note'],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof BELOW;

/** Words begin with nothing that begins anything else: no indent, no mark of a block, no number or box of a list. */
const WORDS = String.raw`(?!\d{1,9}[.)](?: |$))(?:[\p{L}\p{N}\p{Emoji_Presentation}"'“”‘’«»„(…–—§$€£.]|!?\[(?!\^|[ xX]\])|\x60(?!\x60)|[*_]{1,3}[\p{L}\p{N}"“‘«„])[^|]*`;

const KINDS: readonly [Kind, RegExp][] = [
  ['blank', /^$/],
  ['text', new RegExp(`^${WORDS}$`, 'u')],
  ['row', /^\|.*\|$/],
  ['heading', new RegExp(`^#{1,6} ${WORDS}$`, 'u')],
  ['item', new RegExp(String.raw`^ {0,8}(?:[-*+]|\d{1,3}[.)]) ${WORDS}$`, 'u')],
  ['more', new RegExp(`^ {2,8}${WORDS}$`, 'u')],
  ['quote', new RegExp(`^>(?: ${WORDS})?$`, 'u')],
  ['note', new RegExp(String.raw`^\[\^[\w-]+\]: ${WORDS}$`, 'u')],
  ['rule', /^(?:---|\*\*\*|___|\* \* \*)$/],
  ['year', /^\d{4}[.)](?: [^|]*)?$/],
];

const DELIMITERS = /^\|(?: *:?-+:? *\|)+$/;

/** What stands beside a mark of emphasis decides what the mark does: engines know different years of Unicode. */
const BESIDE = String.raw`\n -~\p{L}“”‘’«»„…–—`;

const ODD = new RegExp(
  [
    // Raw HTML, character references, escapes; tabs, other ends of lines, marks that are not seen.
    String.raw`[<&\\\t\r\0\u{FEFF}]`,
    // Addresses and mail addresses without brackets.
    String.raw`(?<!\]\()https?://`,
    String.raw`(?<!//)www\.`,
    String.raw`(?<!\]\(mailto:[^\s()@]*)@`,
    // Brackets in brackets, and a reference that could as well be an image.
    String.raw`\[[^\][]*\[|!\[\^`,
    // A link whose address is not whole on its line, or has brackets of its own.
    String.raw`\]\((?![^\s()]*(?: "[^"\n]*")?\))`,
    // Code that does not end on its line.
    '^[^`\\n]*`(?![^`\\n]+`(?:[^`\\n]|`[^`\\n]+`)*$)',
    // Marks of emphasis beside other ones, or beside what is no usual letter or sign.
    String.raw`\*[_~]|_[*~]|~[*_]`,
    `(?<=[^${BESIDE}]|[\\u{10000}-\\u{10FFFF}])[*_~]`,
    `[*_~](?=[^${BESIDE}]|[\\u{10000}-\\u{10FFFF}])`,
  ].join('|'),
  'imu',
);

/** Marks of emphasis and links within each other: far more than a text has, far fewer than there is room for. */
const MARKS = 1000;

/** Whether a text is Markdown that every engine reads alike: words, headings, lists, tables, quotations, notes, as they are usually written. */
export function isPlain(markdown: string): boolean {
  if (ODD.test(markdown) || markdown.split(/[*_~[]/, MARKS).length === MARKS) return false;
  let above: Kind = 'blank';
  let table: string[] = [];
  for (const line of [...markdown.split('\n'), '']) {
    const kind = KINDS.find(([, pattern]) => pattern.test(line))?.[0];
    if (!kind || !isBelow(kind, above)) return false;
    // An item with an indent is one of a list within a list.
    if (kind === 'item' && line.startsWith(' ') && above !== 'item' && above !== 'more') return false;
    if (kind === 'row') table.push(line);
    else if (above === 'row') {
      if (!isTable(table)) return false;
      table = [];
    }
    above = kind;
  }
  return true;
}

function isBelow(kind: Kind, above: Kind): boolean {
  const allowed: readonly Kind[] = BELOW[kind];
  return allowed.includes(above);
}

function isTable([head = '', delimiters = '']: readonly string[]): boolean {
  return DELIMITERS.test(delimiters) && head.split('|').length === delimiters.split('|').length;
}
