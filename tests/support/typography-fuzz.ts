import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { pieces } from './pieces.ts';

// Quotation marks, dashes and dots beside whatever they may stand beside.

const SIGNS = pieces(`
"¦'¦"¦'¦ ¦ ¦ ¦.¦,¦?¦!¦…¦...¦--¦---¦-¦–¦—¦(¦)¦[¦]¦:¦a¦s¦St¦word¦U.S¦e.g¦80s¦90¦5¦$¦€¦&¦/¦@¦Слово¦é¦«¦»¦“¦”¦ \n¦
\u00A0¦🙂¦I¦Mr.¦. ¦" ¦ "¦%¦_¦*¦‐¦–-¦’¦\u00AD¦שלום¦中¦\`\`¦. . .
`);
const USUAL = pieces(`
 "a¦a' ¦ 'Слово¦word"¦on't ¦" ¦". ¦,"¦("St¦")¦ "'a¦a'" ¦—"St¦ "$5¦a's¦ "(a¦."¦?" ¦!' ¦ 'tis¦ '80s 
`);
const joined = (piece: fc.Arbitrary<string>) => fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
const unmarked = joined(fc.constantFrom(...SIGNS.filter((sign) => !/["']/.test(sign))));
const marked = fc.oneof(
  unmarked,
  joined(fc.constantFrom(...SIGNS)),
  joined(fc.oneof(unmarked, fc.constantFrom(...USUAL))),
);
const phrase: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: marked.map((value) => ({ type: 'text' as const, value })) },
  { weight: 1, arbitrary: marked.map((value) => ({ type: 'inlineCode' as const, value })) },
  {
    weight: 1,
    arbitrary: marked.map((value) => ({ type: 'emphasis' as const, children: [{ type: 'text' as const, value }] })),
  },
);

/** Parsed paragraphs, with marks of every kind beside letters and signs of every kind. */
export const paragraphs: fc.Arbitrary<Root> = fc
  .array(
    fc.array(phrase, { minLength: 1, maxLength: 3 }).map((children) => ({ type: 'paragraph' as const, children })),
    { minLength: 1, maxLength: 3 },
  )
  .map((children) => ({ type: 'root', children }));
