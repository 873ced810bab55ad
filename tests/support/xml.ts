import { XMLParser } from 'fast-xml-parser';

/** An element of XML with all that it has, and its place among its siblings. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

/** What XML 1.0 has no place for (w3.org/TR/xml, Char). */
const NO_CHAR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Reads XML strictly.
 *
 * @throws Error if it is not well-formed.
 */
export function readXml(text: string): XmlElement {
  if (NO_CHAR.test(text)) throw new Error(`a character that XML cannot hold at ${text.search(NO_CHAR)}`);
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error('it does not begin as XML in UTF-8');
  if (text.includes(']]>')) throw new Error('the end of CDATA where there is none');
  const stray = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.exec(text);
  if (stray) throw new Error(`a stray & at ${stray.index}`);
  expectBalanced(text);
  const nodes: unknown = parser.parse(text);
  const [root, ...more] = elementsIn(nodes);
  if (!root || more.length > 0) throw new Error('it has not one root');
  return root;
}

const TOKEN =
  /<\?xml [^?<]*\?>|<\/(?<end>[\w:.-]+)>|<(?<start>[\w:.-]+)(?<given>(?: [\w:.-]+="[^"<]*")*)(?<empty>\/?)>|[^<]+/y;

/** The parser lets much pass: every element has its end, every attribute its quotation marks and a name of its own. */
function expectBalanced(text: string): void {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const { start, end, given = '', empty } = TOKEN.exec(text)?.groups ?? {};
    if (TOKEN.lastIndex === 0) throw new Error(`no markup at ${at}: ${text.slice(at, at + 40)}`);
    const names = [...given.matchAll(/ ([^=]+)="/g)].map(([, name]) => name);
    if (new Set(names).size < names.length) throw new Error(`an attribute stands twice in ${start}`);
    if (start !== undefined && empty === '') open.push(start);
    if (end !== undefined && open.pop() !== end) throw new Error(`${end} ends where it was not begun`);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} does not end`);
}

function elementsIn(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Record<string, unknown>) => {
    const { ':@': attributes, ...rest } = node;
    return Object.entries(rest)
      .filter(([name]) => name !== '#text')
      .map(([name, below]) => ({
        name,
        attributes: Object.fromEntries(Object.entries(attributes ?? {}).map(([key, value]) => [key, String(value)])),
        children: elementsIn(below),
        text: textIn(below),
      }));
  });
}

function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes.map((node: Record<string, unknown>) => ('#text' in node ? String(node['#text']) : '')).join('');
}

export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}
