import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, suppressBooleanAttributes: false });

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Writes XML, with every text and attribute made safe.
 *
 * @param content elements by name; a list repeats its element, and a name after `@_` is an attribute.
 */
export function xml(content: object): string {
  // A body may name a character by its number that XML cannot hold (w3.org/TR/xml, Char).
  return String(builder.build(content)).toWellFormed().replaceAll(FORBIDDEN, '');
}

/** The same with the declaration that a file of its own starts with. */
export function xmlFile(content: object): string {
  return xml({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...content });
}
