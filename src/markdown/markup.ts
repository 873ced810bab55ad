import { defaultSchema } from 'rehype-sanitize';

/** Images in sets: their addresses (`srcset`) have no protocols that sanitising would look at, and any host could be asked. */
const LOADED_UNSEEN = ['picture', 'source'];

/**
 * What a body in Markdown may hold: GitHub's list (hast-util-sanitize), with links limited to the protocols below
 * and ids to those that footnotes get from remark, so that no raw HTML can take the id of a part of the page.
 */
export const bodyMarkup: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [
    ...without(defaultSchema.tagNames, LOADED_UNSEEN),
    'abbr',
    'cite',
    'figure',
    'figcaption',
    'mark',
    'small',
    'time',
    'u',
  ],
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel'],
    // Of this site only: nothing is loaded from another host. (An empty list would allow everything.)
    src: ['none'],
    cite: ['http', 'https'],
  },
  attributes: {
    ...defaultSchema.attributes,
    '*': without(defaultSchema.attributes?.['*'], [
      ...['align', 'id', 'name', 'ariaDescribedBy', 'ariaLabelledBy'],
      // Keys and the order of Tab are the page's.
      ...['accessKey', 'tabIndex', 'useMap'],
    ]),
    a: [
      'href',
      'hrefLang',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      ['ariaDescribedBy', 'footnote-label'],
      ['className', 'data-footnote-backref'],
      ['id', /^Note-fnref-/],
    ],
    abbr: ['title'],
    h2: [['id', 'footnote-label']],
    li: [...(defaultSchema.attributes?.li ?? []), ['id', /^Note-fn-/]],
    td: [...(defaultSchema.attributes?.td ?? []), 'align'],
    th: [...(defaultSchema.attributes?.th ?? []), 'align'],
    time: ['dateTime'],
  },
  // Dropped with what is in them; of other elements the text stays.
  strip: ['script', 'style', 'title'],
  // Ids are allowed one by one above: nothing is left that a prefix would have to keep apart.
  clobber: [],
};

function without<Entry>(list: Entry[] | null | undefined, names: readonly string[]): Entry[] {
  return (list ?? []).filter((entry) => typeof entry !== 'string' || !names.includes(entry));
}
