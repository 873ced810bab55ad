import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/**
 * Writes XML, with every text and attribute made safe.
 *
 * @param content elements by name; a list repeats its element, and a name after `@_` is an attribute.
 */
export function xml(content: object): string {
  return String(builder.build(content));
}

/** The same with the declaration that a file of its own starts with. */
export function xmlFile(content: object): string {
  return xml({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...content });
}
