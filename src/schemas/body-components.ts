/** What an MDX body may use, without importing it. */
export const BODY_COMPONENTS = ['Series', 'Statement', 'Tally'] as const;

/** A component in an MDX body, as far as its attributes are plain text. */
export interface BodyComponent {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Where it begins and ends in the body; a component without content ends with its tag. */
  start: number;
  end: number;
}

/**
 * Finds the components that a body uses, outside of code. Attributes that are expressions are left out: they are code.
 *
 * @param body MDX.
 * @param names of the components that are looked for.
 */
export function componentsIn(body: string, names: readonly string[]): BodyComponent[] {
  if (!names.some((name) => body.includes(`<${name}`))) return [];
  const text = withoutCode(body);
  const tags = new RegExp(`<(${names.join('|')})\\b((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>`, 'g');
  return [...text.matchAll(tags)].map(({ 0: tag, 1: name = '', 2: given = '', 3: closed, index }) => {
    const close = closed === '/' ? -1 : text.indexOf(`</${name}>`, index);
    const attributes = [...given.matchAll(/([A-Za-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
    return {
      name,
      attributes: new Map(attributes.map(([, key = '', double, single]) => [key, double ?? single ?? ''])),
      start: index,
      end: close < 0 ? index + tag.length : close,
    };
  });
}

/** What a body says of itself to pages that do not show it. */
export interface BodyFacts {
  /** How many words it has, marks of Markdown counted as they stand. */
  words: number;
  /** Who speaks in a `<Statement>` of it: ids of sources, each as often as it speaks. */
  speakers: string[];
}

/** @param body Markdown or MDX; empty where there is none. */
export function bodyFacts(body: string): BodyFacts {
  return { words: wordsIn(body.trim()), speakers: speakersIn(body) };
}

/** Nothing that is seen stands between the words of these scripts. */
const UNPARTED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

function wordsIn(text: string): number {
  if (text === '') return 0;
  if (!UNPARTED.test(text)) return text.split(/\s+/).length;
  const parts = new Intl.Segmenter('en', { granularity: 'word' }).segment(text);
  return [...parts].filter(({ isWordLike }) => isWordLike).length;
}

function speakersIn(body: string): string[] {
  if (!body.includes('<Statement')) return [];
  return componentsIn(body, ['Statement']).flatMap(({ attributes }) => attributes.get('by') ?? []);
}

/** The same text with code and comments blanked out, so that every place stays where it is. */
function withoutCode(body: string): string {
  return body.replaceAll(/^(```|~~~)[\s\S]*?^\1|`[^`\n]*`|\{\/\*[\s\S]*?\*\/\}/gm, (code) =>
    code.replaceAll(/[^\n]/g, ' '),
  );
}
