import { createInterface } from 'node:readline/promises';
import { didYouMean } from '../../checks/suggest.ts';
import type { Choice, Known } from './known.ts';

/** What a terminal reads from and writes to. */
export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** What was asked for and not answered: the input ended. */
export class NoAnswer extends Error {}

interface Answers {
  topics: string[];
  story: string | undefined;
}

/**
 * Asks for what was not given: the topics, and the story where there is any. Enter skips the story.
 *
 * @param given what need not be asked for.
 * @throws NoAnswer if the input ends before all is answered.
 */
export async function ask(
  { input, output }: Terminal,
  { topics, stories }: Pick<Known, 'topics' | 'stories'>,
  given: Answers,
): Promise<Answers> {
  const lines = createInterface({ input, output });
  // Keeps lines that come before they are asked for.
  const typed = lines[Symbol.asyncIterator]();
  // When the input ends, lines that came before are still to be read.
  let ended = false;
  lines.once('close', () => {
    ended = true;
  });
  const reply = async (prompt: string) => {
    lines.setPrompt(prompt);
    if (!ended) lines.prompt();
    const { done, value } = await typed.next();
    if (done) throw new NoAnswer();
    return value;
  };
  const show = (shown: readonly string[]) => output.write(`${shown.join('\n')}\n`);
  try {
    const chosen =
      given.topics.length > 0
        ? given.topics
        : await choose(reply, show, { choices: topics, what: 'Topics, the main one first', least: 1, most: 6 });
    if (given.story !== undefined || stories.length === 0) return { topics: chosen, story: given.story };
    const [story] = await choose(reply, show, {
      choices: stories,
      what: 'Story, or Enter for none',
      least: 0,
      most: 1,
    });
    return { topics: chosen, story };
  } finally {
    lines.close();
  }
}

interface Question {
  choices: readonly Choice[];
  what: string;
  least: number;
  most: number;
}

/** Shows the choices, and asks until every answer is one of them: by its id or its number. */
async function choose(
  reply: (prompt: string) => Promise<string>,
  show: (lines: readonly string[]) => void,
  { choices, what, least, most }: Question,
): Promise<string[]> {
  const byNumber = (word: string) => choices[Number(word) - 1]?.id ?? word;
  const list = choices.map(({ id, name }, index) => `  ${index + 1}  ${id}  ${name}`);
  show(list);
  for (;;) {
    const answer = await reply(`${what}: `);
    const given = [...new Set(answer.split(/[\s,]+/).filter((word) => word !== ''))];
    const ids = given.map((word) => (choices.some(({ id }) => id === word) ? word : byNumber(word)));
    const problems = [
      ...unknownAmong(ids, choices),
      ...(ids.length < least ? ['Give one at least.'] : []),
      ...(ids.length > most ? [`Give ${most} at most.`] : []),
    ];
    if (problems.length === 0) return [...new Set(ids)];
    show(problems);
  }
}

/** A sentence for each id that is none of the choices. */
export function unknownAmong(ids: readonly string[], choices: readonly Choice[]): string[] {
  const known = choices.map(({ id }) => id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => `There is no "${id}".${didYouMean(id, known) || ` Known: ${known.join(', ')}.`}`);
}
