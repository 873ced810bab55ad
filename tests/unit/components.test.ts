import { describe, expect, test } from 'vitest';
import { briefingFile, mistakesOf } from '../support/unit-content.ts';

const values = [
  { on: '2025', value: 1 },
  { on: '2026', value: 2 },
];
const figures = {
  tallies: [{ id: 'lost', label: 'Lost', by: 'office', on: '2026', total: 1, parts: [{ label: 'lost', value: 1 }] }],
  series: [{ id: 'ships', label: 'Ships', lines: [{ by: 'office', values }] }],
};
const wrongIn = (body: string, ending = 'mdx') =>
  mistakesOf({ [`briefings/2026/a.${ending}`]: briefingFile(figures, body) });

describe('what a component in a body names', () => {
  test.each([
    ['each figure once', '<Tally id="lost" />\n\n<Series id="ships"/>'],
    ['a figure in single quotation marks', "<Tally id='lost' />"],
    ['nothing, in code', '`<Tally id="lighthouse" />`\n\n```\n<Series id="lighthouse" />\n```'],
    ['nothing, in a comment', '{/* <Tally id="lighthouse" /> */}\n\n<Tally id="lost" />'],
    ['something that is worked out', '<Tally id={name} />'],
    ['a source and a date', '<Statement by="office" on="2026-01">Nobody pays.</Statement>'],
    ['nothing of these, in an element of HTML', '<em id="lighthouse">It stands.</em>'],
  ])('may be %s', (_, body) => {
    expect(wrongIn(body)).toEqual([]);
  });

  test.each([
    ['a figure that is not there', '<Tally id="losd" />', 'unknown-part', 'Did you mean "lost"?'],
    ['a figure of another kind', '<Series id="lost" />', 'unknown-part', '"series" has no such id'],
    ['a figure twice', '<Tally id="lost" />\n\n<Tally\n  id="lost"\n/>', 'shown-twice', 'Show it once.'],
    ['a source that is not there', '<Statement by="ofice" on="2026">No.</Statement>', 'unknown-source', '"office"?'],
    ['a component that is not there', '<TallyHo id="lost" />', 'mdx-component', 'Did you mean "Tally"?'],
    ['a date that is none', '<Statement by="office" on="2026-13">No.</Statement>', 'event-date', 'no month 13'],
  ])('may not be %s', (_, body, rule, words) => {
    const [mistake, ...more] = wrongIn(body);
    expect(more).toEqual([]);
    expect(mistake).toContain(`  ${rule}  `);
    expect(mistake).toContain(words);
  });

  test('is not looked for in Markdown, where it is only text', () => {
    expect(wrongIn('<Tally id="lighthouse"></Tally>', 'md')).toEqual([]);
  });

  test('is not looked for among sources that are not known in full', () => {
    const sources = '- id: office\n  name: Harbour office\n- name: Anna Pilot\n';
    const body = '<Statement by="anna-pilot" on="2026">No.</Statement>';
    const mistakes = mistakesOf({ 'sources.yaml': sources, 'briefings/2026/a.mdx': briefingFile({}, body) });
    expect(mistakes).toEqual([expect.stringContaining('missing  "id" is missing')]);
  });
});
