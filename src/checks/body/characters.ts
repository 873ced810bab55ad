import { BIDI, mayTurn } from '../../schemas/characters.ts';
import { bidiMessage } from '../characters.ts';
import { type Body, type Found, nodesOf } from './read.ts';

/** Characters that turn the direction of the text and are written by number, `&#x202E;`; others are found in the file as it is. */
export function characterMistakes(body: Body): Found[] {
  return nodesOf(body.tree).flatMap((node): Found[] => {
    if (node.type !== 'text' || node.value.search(BIDI) < 0) return [];
    const line = node.value.split('\n').find((text) => !mayTurn(text));
    const [character] = line?.match(BIDI) ?? [];
    if (line === undefined || character === undefined) return [];
    return [{ ...body.placeOf(node), rule: 'bidi-control', message: bidiMessage(line, character) }];
  });
}
