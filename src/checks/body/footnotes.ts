import { type Body, type Found, nodesOf } from './read.ts';

/**
 * Notes and links by reference (`[^note]`, `[text][name]`) of which one half is missing. Without its other half Markdown
 * shows the reference as it is typed, and the note not at all.
 */
export function footnoteMistakes(body: Body): Found[] {
  const nodes = nodesOf(body.tree);
  // What was escaped, as in `\[^1]`, is meant to be read as it is.
  const escaped = new Set([...body.file.body.matchAll(/\\(\[[^\]\n]*\](?:\[[^\]\n]*\])?)/g)].map(([, text]) => text));
  const referred = new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])));
  const written = new Set<string>();
  return nodes.flatMap((node): Found[] => {
    if (node.type === 'text') return danglingReferences(body, node, escaped);
    if (node.type !== 'footnoteDefinition') return [];
    const name = `[^${node.label ?? node.identifier}]`;
    const at = body.placeOf(node);
    if (written.has(node.identifier)) {
      return [
        { ...at, rule: 'unknown-footnote', message: `The note ${name} is written twice. Give one another name.` },
      ];
    }
    written.add(node.identifier);
    if (referred.has(node.identifier)) return [];
    return [{ ...at, rule: 'unused-footnote', message: `Nothing refers to the note ${name}: it is not published.` }];
  });
}

const NOTE = /\[\^[^\]\n[]+\]/g;
const REFERENCE = /\[[^\][^]+\]\[([^\][]+)\]/g;

function danglingReferences(
  body: Body,
  node: { type: 'text'; value: string },
  escaped: ReadonlySet<string | undefined>,
): Found[] {
  const found = (pattern: RegExp, rule: Found['rule'], mend: (match: RegExpMatchArray) => string) =>
    [...node.value.matchAll(pattern)].map((match) => {
      // Marks of Markdown only make the text longer than its value: what stands twice is found from its own place on.
      const { exact, ...at } = body.placeWithin(node, match[0], match.index);
      return { ...at, rule, message: mend(match), isMeant: exact && !escaped.has(match[0]) };
    });
  return [
    ...found(NOTE, 'unknown-footnote', ([note]) =>
      /\s/.test(note)
        ? `The name of a note has no spaces: ${note.replaceAll(/\s+/g, '-')}.`
        : `There is no note for ${note}. Write it, as "${note}: …" on a line.`,
    ),
    ...found(
      REFERENCE,
      'unknown-reference',
      ([, name]) => `If this is a link, "[${name}]: …" is missing, which says where it leads. If not, write "\\[".`,
    ),
  ].flatMap(({ isMeant, ...mistake }) => (isMeant ? [mistake] : []));
}
