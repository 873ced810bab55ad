import { briefingFields } from '../../schemas/briefing.ts';
import { frontMatter } from './front-matter.ts';

/** What is known of a briefing before it is written. */
export interface Beginning {
  headline: string;
  /** An instant with its offset. */
  publishedAt: string;
  /** Ids; the main one first. */
  topics: readonly string[];
  story?: string | undefined;
  /** The ids of all stories: what it may say of its story later. */
  stories: readonly string[];
  /** The ids of all places. */
  places: readonly string[];
  /** The id of the source that stands wherever one has to. */
  source: string;
  mdx: boolean;
}

/** A whole draft: every key with its help, in words that say what to write in their place. */
export function draftOf(beginning: Beginning): string {
  const kept = new Set(['draft', ...(beginning.story === undefined ? [] : ['story'])]);
  return [
    '---',
    '# A draft. Write over what stands here. A line that begins with # and a key is optional: take the # away to use it.',
    '',
    `${frontMatter(briefingFields, valuesOf(beginning), kept)}---`,
    '',
    beginning.mdx ? mdxBody(beginning) : BODY,
    '',
  ].join('\n');
}

/** Something for every key that a briefing may have, so that it holds with all of them switched on. */
function valuesOf({ headline, publishedAt, topics, story, stories, places, source }: Beginning): object {
  const day = publishedAt.slice(0, 10);
  const year = publishedAt.slice(0, 4);
  return {
    draft: true,
    headline,
    standfirst: 'Write the summary here: what happened, and who says so.',
    publishedAt,
    topics,
    keyPoints: [
      { label: 'What happened', text: 'Write what happened, in a sentence.' },
      { label: 'What is not known', text: 'Write what is open or disputed, in a sentence.' },
    ],
    facts: [
      {
        label: 'What the figure is of',
        value: 'The figure',
        by: source,
        id: 'first-fact',
        note: 'not independently verified',
        asOf: day,
      },
    ],
    timeline: [
      {
        date: day,
        text: 'Write what happened, in a few words',
        by: source,
        id: 'first-event',
        detail: 'Write a sentence more on it',
        place: places[0],
        status: 'happened',
      },
    ],
    story: story ?? stories[0],
    kind: 'background',
    eyebrow: 'The label',
    dateline: 'The place',
    place: places[0],
    byline: 'Who wrote it',
    questions: [
      {
        id: 'first-question',
        about: 'What the statements are about',
        standing: 'oneSource',
        note: 'Why it stands so.',
        statements: [
          {
            by: source,
            on: day,
            says: 'What they said, in your words:',
            quote: 'their own words',
            citation: {
              publisher: 'Where it stood',
              url: 'https://example.org/page',
              archiveUrl: 'https://example.org/copy',
              accessed: day,
              excerpt: 'The passage itself.',
            },
          },
        ],
      },
    ],
    tallies: [
      {
        id: 'first-tally',
        label: 'What is counted',
        by: source,
        on: day,
        unit: 'pieces',
        total: 12,
        parts: [
          { label: 'of one kind', value: 9 },
          { label: 'of another', value: 2, emphasis: true },
        ],
        remainderNote: 'not accounted for',
        note: 'not independently verified',
      },
    ],
    series: [
      {
        id: 'first-series',
        label: 'What is counted over time',
        unit: 'pieces a year',
        shape: 'line',
        lines: [
          {
            by: source,
            label: 'One line',
            values: [
              { on: String(Number(year) - 1), value: 9 },
              { on: year, value: 12 },
            ],
          },
        ],
        note: 'not independently verified',
      },
    ],
    changes: [
      { kind: 'update', at: publishedAt, what: 'Write what was added.', grave: false, added: ['first-fact'] },
      {
        kind: 'correction',
        at: publishedAt,
        what: 'Write what was wrong.',
        was: 'What stood there',
        now: 'What stands there now',
      },
    ],
    language: 'fr',
    translations: [],
    translatedElsewhere: [{ language: 'de', url: 'https://example.org/de/' }],
    aliases: ['/the-old-address/'],
    embargoUntil: publishedAt,
  };
}

const BODY = 'Write the text here, in Markdown. Begin headings with `##`.';

/** In MDX a comment stands between braces. */
function mdxBody({ source, publishedAt }: Beginning): string {
  return [
    BODY,
    '',
    '{/* Take this line and the last one away to set words apart in the text:',
    `<Statement by="${source}" on="${publishedAt.slice(0, 10)}">`,
    '  The words.',
    '</Statement>',
    '*/}',
  ].join('\n');
}
