import type { Nodes } from 'mdast';
import { BODY_COMPONENTS } from '../../schemas/body-components.ts';
import type { Place } from '../document.ts';
import { didYouMean } from '../suggest.ts';
import { nameBeside } from './images.ts';
import { type Body, type Found, nodesOf } from './read.ts';

/** What an MDX body may not do: take a name twice, and use components that are not there. */
export function mdxMistakes(body: Body): Found[] {
  const declared = new Set<string>(TAKEN);
  return nodesOf(body.tree).flatMap((node): Found[] => {
    if (node.type === 'mdxjsEsm') return nameMistakes(body, node, declared);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return componentMistakes(body, node);
    return [];
  });
}

/** Names that a body has already: its components, and what MDX and Astro put into its module. */
const TAKEN = [
  ...BODY_COMPONENTS,
  ...['Content', 'MDXContent', 'Layout', 'components', 'default', 'file', 'frontmatter', 'getHeadings', 'props', 'url'],
];

/** Each block of code is read by itself: what two of them declare is told here, since no page can be made of it. */
function nameMistakes(body: Body, node: Extract<Nodes, { type: 'mdxjsEsm' }>, declared: Set<string>): Found[] {
  return namesIn(node).flatMap((name): Found[] => {
    const isTaken = declared.has(name);
    declared.add(name);
    if (!isTaken) return [];
    const { exact: _exact, ...at } = body.placeWithin(node, name);
    return [
      { ...at, rule: 'mdx-syntax', message: `The name "${name}" is taken in this body already. Choose another.` },
    ];
  });
}

/** What a block of imports and exports declares. */
function namesIn(node: Extract<Nodes, { type: 'mdxjsEsm' }>): string[] {
  const declarationsOf = (declaration: unknown): string[] => {
    if (typeof declaration !== 'object' || declaration === null) return [];
    if ('declarations' in declaration && Array.isArray(declaration.declarations)) {
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    }
    return 'id' in declaration && isNamed(declaration.id) ? [declaration.id.name] : [];
  };
  return (node.data?.estree?.body ?? []).flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name);
    if (statement.type === 'ExportDefaultDeclaration') return ['default'];
    return declarationsOf(statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement);
  });
}

function isNamed(node: unknown): node is { name: string } {
  return typeof node === 'object' && node !== null && 'name' in node && typeof node.name === 'string';
}

/** What an MDX body imports, and where. */
export interface Import {
  /** The name that it would have within the content folder. */
  name: string;
  at: Place;
}

export function importsOf(body: Body): Import[] {
  return nodesOf(body.tree).flatMap((node) => {
    if (node.type !== 'mdxjsEsm') return [];
    return (node.data?.estree?.body ?? []).flatMap((statement): Import[] => {
      const source = 'source' in statement ? statement.source : undefined;
      if (!source) return [];
      const { exact: _exact, ...at } = body.placeWithin(node, String(source.raw ?? source.value));
      return [{ name: nameBeside(body.file.name, String(source.value)), at }];
    });
  });
}

/** A body imports images alone. */
export function importMistakes({ name, at }: Import, images: ReadonlySet<string>): Found[] {
  if (images.has(name)) return [];
  const message = `A body imports images alone: ${known()} are there without. Take the line out.`;
  return [{ ...at, rule: 'mdx-import', message }];
}

function componentMistakes(
  body: Body,
  node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
): Found[] {
  const { name } = node;
  // Elements of HTML begin with a small letter, and a fragment has no name.
  if (name === null || /^[a-z]/.test(name)) return [];
  const component = BODY_COMPONENTS.find((known) => known === name);
  if (component) return missingAttributes(body, node, component);
  const message = `There is no component <${name}>. A body may use ${known()}.${didYouMean(name, BODY_COMPONENTS)}`;
  return [{ ...body.placeOf(node), rule: 'mdx-component', message }];
}

const REQUIRED = { Series: ['id'], Statement: ['by', 'on'], Tally: ['id'] } as const;

function missingAttributes(
  body: Body,
  node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  component: keyof typeof REQUIRED,
): Found[] {
  const given = node.attributes.map((attribute) => ('name' in attribute ? attribute.name : '…'));
  // What is spread, {...this}, may hold anything.
  if (given.includes('…')) return [];
  return REQUIRED[component]
    .filter((name) => !given.includes(name))
    .map((name) => ({
      ...body.placeOf(node),
      rule: 'missing',
      message: `<${component}> takes "${name}", which is missing. Add ${name}="…".`,
    }));
}

function known(): string {
  return BODY_COMPONENTS.map((name) => `<${name}>`).join(', ');
}
