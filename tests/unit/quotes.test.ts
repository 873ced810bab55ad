import { describe, expect, test } from 'vitest';
import { briefingFile, mistakesOf } from '../support/unit-content.ts';

const statement = (by: string, quote: string) => ({ by, on: '2026-01-20', quote });

/** What is wrong with who says “We pay nothing” and “the office’s own account” in a body. */
function wrongIn(body: string, more: object[] = [], file = 'briefings/2026/crane.md'): string[] {
  const statements = [statement('boris-tug', 'We pay nothing'), statement('anna-pilot', 'the office’s own account')];
  const questions = [
    {
      id: 'who-pays',
      about: 'Who pays',
      standing: 'disputed',
      note: 'They differ.',
      statements: [...statements, ...more],
    },
  ];
  return mistakesOf({ [file]: briefingFile({ questions }, body) });
}

const FRONT = 'the front matter to';

describe('a quotation that the body gives to its own speaker', () => {
  test.each([
    ['in the sentence, by the whole name', '“We pay nothing,” Boris Tug said. Anna Pilot disagreed.'],
    ['in the sentence, by the surname', 'Tug said: “We pay nothing.” Anna Pilot disagreed.'],
    ['with the name in the genitive', 'It was Tug’s answer: “We pay nothing”.'],
    ['beside another name', 'Boris Tug told Anna Pilot: “We pay nothing”.'],
    [
      'by a pronoun, after a sentence that names them',
      'Boris Tug spoke on Monday. It rained. “We pay nothing,” he added.',
    ],
    ['by a pronoun, after others were named before', 'Anna Pilot spoke. So did Boris Tug. “We pay nothing,” he said.'],
    ['over two lines', 'Boris Tug said: “We pay\nnothing”. Anna Pilot disagreed.'],
    [
      'in other quotation marks',
      "Boris Tug said: \"We pay nothing.\" It came out of 'the office's own account', said Pilot.",
    ],
    ['in guillemets', 'Boris Tug said: «We pay nothing».'],
    ['in another paragraph than other names', 'Anna Pilot spoke.\n\n“We pay nothing.”\n\nAnna Pilot went.'],
    ['in another entry of a list', '- Anna Pilot spoke.\n- “We pay nothing.”\n- Anna Pilot went.'],
  ])('passes: %s', (_, body) => {
    expect(wrongIn(body)).toEqual([]);
  });

  test('passes where it is of several sentences, and the speaker is named after the last of them', () => {
    const body = 'Anna Pilot spoke on Monday. “We left. We will be back,” Boris Tug said.';
    const more = [statement('boris-tug', 'We left. We will be back')];
    expect(wrongIn(body, more)).toEqual([]);
  });

  test('passes where the speaker is named by a role, or not by any name that is known', () => {
    expect(wrongIn('Anna Pilot spoke. “We pay nothing,” the skipper said.')).toEqual([]);
    expect(wrongIn('“We pay nothing,” the skipper told Anna Pilot.')).toEqual([]);
    expect(wrongIn('Anna Pilot spoke. “We pay nothing,” the crews sang.')).toEqual([]);
  });

  test('passes where a word only looks like a name, or a name is not that of who speaks', () => {
    expect(wrongIn('It was the pilot who heard “We pay nothing” first.')).toEqual([]);
    expect(wrongIn('Boris Tug spoke. “We pay nothing,” he said in answer to Anna Pilot.')).toEqual([]);
    expect(wrongIn('Boris Tug spoke. “We pay nothing,” he said at the Harbour office.')).toEqual([]);
    expect(wrongIn('Anna Pilot disagreed. “We pay nothing,” the mate said as she left.')).toEqual([]);
  });

  test('passes where another is named within the words alone', () => {
    const more = [statement('boris-tug', 'Anna Pilot has to decide')];
    expect(wrongIn('Boris Tug was asked on Friday. “Anna Pilot has to decide,” he said.', more)).toEqual([]);
  });

  test('passes by a pronoun that the sentence after it explains', () => {
    expect(wrongIn('Anna Pilot spoke first. Then he said: “We pay nothing.” Boris Tug did not smile.')).toEqual([]);
  });

  test('passes by a pronoun where the sentence before it names two', () => {
    expect(wrongIn('Anna Pilot met Carla Wind. “We pay nothing,” she said.')).toEqual([]);
  });

  test('passes in a <Statement>, whatever is named around it', () => {
    const body = 'Anna Pilot said:\n<Statement on="2026-01-20" by="boris-tug">“We pay nothing.”</Statement>';
    expect(wrongIn(body, [], 'briefings/2026/crane.mdx')).toEqual([]);
  });

  test('passes where two sources said the same words, whoever of them is named', () => {
    const more = [statement('carla-wind', 'We pay nothing')];
    expect(wrongIn('“We pay nothing,” Carla Wind said.', more)).toEqual([]);
    expect(wrongIn('“We pay nothing,” Boris Tug said.', more)).toEqual([]);
    expect(wrongIn('“We pay nothing,” Anna Pilot said.', more)).toEqual([
      expect.stringContaining(`to Anna Pilot, ${FRONT} Boris Tug and Carla Wind.`),
    ]);
  });

  test.each([
    ['are not quoted', 'Anna Pilot said that We pay nothing is a slogan.'],
    ['are part of longer ones', 'Anna Pilot said: “We pay nothing more”.'],
    ['are not in the body', 'Anna Pilot said nothing.'],
  ])('is not looked for where the words %s', (_, body) => {
    expect(wrongIn(body)).toEqual([]);
  });

  test('is not judged by a name within another name', () => {
    expect(wrongIn('The Pilots met. “We pay nothing,” they sang.')).toEqual([]);
    expect(wrongIn('The Copilot spoke. “We pay nothing,” she said.')).toEqual([]);
  });

  test('is not judged by a surname that two sources have', () => {
    const sources =
      '- id: office\n  name: Harbour office\n- id: anna-pilot\n  name: Anna Pilot\n  role: Speaker\n- id: boris-tug\n  name: Boris Tug\n' +
      '- id: peter-pilot\n  name: Peter Pilot\n  role: Cook\n';
    const questions = [
      {
        id: 'a',
        about: 'A',
        standing: 'oneSource',
        note: 'One.',
        statements: [statement('boris-tug', 'We pay nothing')],
      },
    ];
    const told = (body: string) =>
      mistakesOf({ 'sources.yaml': sources, 'briefings/2026/crane.md': briefingFile({ questions }, body) });
    expect(told('Pilot said: “We pay nothing”.')).toEqual([]);
    expect(told('Peter Pilot said: “We pay nothing”.')).toEqual([expect.stringContaining('to Peter Pilot,')]);
  });

  test('is not judged where its own speaker cannot be read', () => {
    const questions = [
      {
        id: 'a',
        about: 'A',
        standing: 'oneSource',
        note: 'One.',
        statements: [statement('boris-tug', 'We pay nothing')],
      },
    ];
    const file = briefingFile({ questions }, 'Anna Pilot said: “We pay nothing”.');
    const sources = '- id: office\n  name: Harbour office\n- id: boris-tug\n- id: anna-pilot\n  name: Anna Pilot\n';
    const mistakes = mistakesOf({ 'briefings/2026/crane.md': file, 'sources.yaml': sources });
    expect(mistakes).toEqual([expect.stringContaining('missing  "name" is missing')]);
  });
});

describe('a quotation that the body gives to another speaker', () => {
  test.each([
    ['in the sentence', '“We pay nothing,” Anna Pilot said.', 'Anna Pilot'],
    ['by the surname', 'Pilot said: “We pay nothing.”', 'Anna Pilot'],
    ['by a pronoun', 'Anna Pilot spoke. It rained. “We pay nothing,” she added.', 'Anna Pilot'],
    ['by the name of an institution', 'The Harbour office wrote: “We pay nothing.”', 'Harbour office'],
    ['over two lines of a list', '- Anna Pilot said: “We pay\n  nothing”.', 'Anna Pilot'],
    ['over two lines of a quotation', '> Anna Pilot said: “We pay\n> nothing”.', 'Anna Pilot'],
    ['in other letters', '“WE PAY NOTHING,” Anna Pilot shouted.', 'Anna Pilot'],
    ['with emphasis', 'Anna Pilot said: *“We pay nothing”*.', 'Anna Pilot'],
    ['by two names', 'Anna Pilot and Carla Wind said: “We pay nothing.”', 'Anna Pilot and Carla Wind'],
    ['in an entry of a list', '- Boris Tug spoke.\n- “We pay nothing,” said Wind.', 'Carla Wind'],
  ])('is refused: %s', (_, body, blamed) => {
    expect(wrongIn(body)).toEqual([
      expect.stringContaining(`The body gives “We pay nothing” to ${blamed}, ${FRONT} Boris Tug.`),
    ]);
  });

  test('is refused where only the sentence after it names the right one', () => {
    expect(wrongIn('“We pay nothing,” Anna Pilot said. Boris Tug disagreed.')).toHaveLength(1);
  });

  test('is refused at each place', () => {
    const body = 'Anna Pilot said: “We pay nothing.”\n\nBoris Tug: “We pay nothing.”\n\nWind: “We pay nothing.”';
    const places = wrongIn(body).map((line) => line.split('  ')[0]);
    expect(places).toEqual(['content/briefings/2026/crane.md:12:19', 'content/briefings/2026/crane.md:16:8']);
  });

  test('is refused in a <Statement>, whatever is named around it', () => {
    const body =
      'Boris Tug said:\n<Statement\n  by="anna-pilot"\n  on="2026-01-20"\n>\n  “We pay nothing.”\n</Statement>';
    expect(wrongIn(body.replaceAll('"', "'"), [], 'briefings/2026/crane.mdx')).toHaveLength(1);
    expect(wrongIn(body, [], 'briefings/2026/crane.mdx')).toEqual([
      `content/briefings/2026/crane.mdx:17:4  error  quote-attribution  The body gives “We pay nothing” to Anna Pilot, ${FRONT} Boris Tug. Correct one of the two.`,
    ]);
  });

  test('is refused where it stands in a file with the line ends of Windows', () => {
    const questions = [
      {
        id: 'a',
        about: 'A',
        standing: 'oneSource',
        note: 'One.',
        statements: [statement('boris-tug', 'We pay nothing')],
      },
    ];
    for (const words of ['We pay nothing', 'We pay\nnothing']) {
      const file = briefingFile({ questions }, `It rained.\n\nAnna Pilot: “${words}”.`).replaceAll('\n', '\r\n');
      expect(mistakesOf({ 'briefings/2026/crane.md': file }).map((line) => line.split('  ')[0])).toEqual([
        'content/briefings/2026/crane.md:14:14',
      ]);
    }
  });
});
