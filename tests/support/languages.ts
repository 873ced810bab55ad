import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { LANGUAGES, wordsOf } from '../../src/languages/index.ts';

/** Stands in a text for what it is told. */
const SLOT = '\u0000';

/** What the interface says in a language, each piece between two things that it is told. */
export function phrasesOf(language: string): Set<string> {
  const said = textsIn(wordsOf(language));
  return new Set(
    said
      // Places of things in plain data, and numbers.
      .flatMap((text) => text.replaceAll(/\{\w+\}|#|NaN|\p{Nd}+(?:[.,\u00A0]\p{Nd}+)*/gu, SLOT).split(SLOT))
      .map((piece) => piece.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
      .filter((piece) => piece.length > 1),
  );
}

/** Every text of some words; what is a function is asked for the numbers that have plural forms of their own. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    const told = [0, 1, 2, 3, 4, 5, 11, 100].map((number) =>
      words(...Array.from({ length: words.length }, () => number)),
    );
    return [...told, words(...Array.from({ length: words.length }, () => SLOT))].map(String);
  }
  return Object.values(words ?? {}).flatMap(textsIn);
}

/** English phrases of the interface that a text has, those aside which another language has as they are. */
export function englishIn(texts: readonly string[], language: string): string[] {
  const own = [...phrasesOf(language)].join('\n');
  const foreign = [...phrasesOf('en')].filter((phrase) => !own.includes(phrase));
  const all = texts.join('\n');
  return foreign.filter((phrase) => {
    const at = all.indexOf(phrase);
    return at >= 0 && new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(phrase)}(?![\\p{L}\\p{N}])`, 'u').test(all);
  });
}

/** The attributes of a page that are read out or shown, and those that its scripts read out of. */
const READ = ['ariaLabel', 'alt', 'title', 'placeholder', 'content', 'dataOne', 'dataCount', 'dataGo'];

/** All that a page says: its texts, the attributes that readers meet, and the names in its JSON-LD. */
export function saidIn(tree: Root): string[] {
  const said: string[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type === 'element') {
      const { dataWords, httpEquiv, ...properties } = node.properties;
      if (httpEquiv !== undefined) return;
      for (const name of READ) if (properties[name] !== undefined) said.push(String(properties[name]));
      if (dataWords !== undefined) said.push(...textsIn(JSON.parse(String(dataWords))));
    } else if (node.type === 'text' && parent?.type === 'element') {
      if (parent.tagName === 'script') said.push(...namesIn(node.value));
      else if (!['style', 'code'].includes(parent.tagName)) said.push(node.value);
    }
  });
  // Addresses are made of English words, and so are programs' names of things.
  return said
    .map((text) => text.replaceAll(/https?:\/\/\S+/g, ''))
    .filter((text) => !text.includes('width=device-width'));
}

function namesIn(jsonLd: string): string[] {
  return [...jsonLd.matchAll(/"(?:name|headline|description|text|abstract)":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text = '']) => text,
  );
}

/** The languages besides English. */
export const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== 'en');
