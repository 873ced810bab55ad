import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { HIDDEN, type Hidden, idOf, innerWord, word } from './hidden.ts';
import { png } from './png.ts';

export const UNPUBLISHED = {
  folder: 'tests/.output/unpublished-content',
  headline: 'The crane stands',
  asOf: '2026-03-01T00:00:00Z',
  embargoUntil: '2030-01-01T00:00:00Z',
  /** An instant after the embargo, in seconds. */
  afterEmbargo: String(Date.UTC(2030, 0, 2) / 1000),
};

/**
 * Writes a publication of one public briefing and of others that are not public. Those have every field filled, each with
 * a word of its own.
 *
 * @param revealed true to publish them: no draft, and nothing taken back. Those under embargo wait for their instant.
 */
export function writeUnpublished({ revealed = false } = {}): void {
  rmSync(UNPUBLISHED.folder, { recursive: true, force: true });
  write('site.yaml', stringify(SITE));
  write('topics.yaml', stringify([{ id: 'cranes', name: 'Cranes', description: 'All that is lifted.' }]));
  write('sources.yaml', stringify([{ id: 'harbour-office', name: 'Harbour office' }, ...HIDDEN.map(source)]));
  write('places.yaml', stringify(HIDDEN.flatMap((hidden) => ['', 'event'].map((owner) => place(hidden, owner)))));
  write(
    'stories/harbour.md',
    entry({ headline: 'The harbour', standfirst: 'What is built.', state: 'active' }, 'Text.'),
  );
  write('pages/about.md', entry({ title: 'About', description: 'About this test.' }, 'Text.'));
  write('briefings/2026/crane.md', entry(PUBLIC, 'The crane stands.'));
  for (const hidden of HIDDEN) {
    const isMdx = hidden.format === 'mdx';
    const body = isMdx ? mdx(hidden) : markdown(hidden);
    write(`briefings/${idOf(hidden)}.${hidden.format}`, entry(briefing(hidden, revealed), body));
    writeImages(hidden, 'briefings/2026');
    if (!isMdx) continue;
    // Nobody else tells this story.
    write(`stories/${word(hidden, 'storyslug')}.md`, entry(story(hidden), storyBody(hidden)));
    writeImages(hidden, 'stories', 'story');
  }
}

const SITE = {
  name: 'Harbour News',
  tagline: 'What is not public stays unseen',
  url: 'https://harbour.example/',
  language: 'en-GB',
  timeZone: 'UTC',
  asOf: UNPUBLISHED.asOf,
};

const OPENING = { id: 'opening', date: '2026-06-01', text: 'The harbour opens', by: 'harbour-office' };

const PUBLIC = {
  headline: UNPUBLISHED.headline,
  standfirst: 'It was put up in a day.',
  publishedAt: '2026-02-01T09:00:00Z',
  // Names what nobody may know of.
  translations: HIDDEN.map(idOf),
  story: 'harbour',
  topics: ['cranes'],
  keyPoints: [{ text: 'One crane was built.' }, { text: 'Another will be.' }],
  facts: [{ label: 'Cranes', value: '3', by: 'harbour-office' }],
  timeline: [
    { date: '2026-02-01', text: 'The crane stands', by: 'harbour-office' },
    { ...OPENING, status: 'scheduled' },
  ],
  questions: [
    {
      id: 'opening-day',
      about: 'When the harbour opens',
      standing: 'oneSource',
      note: 'Nobody else has spoken.',
      statements: [{ by: 'harbour-office', on: '2026-02-01', says: 'It opens in June.' }],
    },
  ],
};

function briefing(hidden: Hidden, revealed: boolean): object {
  const w = (field: string) => word(hidden, field);
  const by = w('sourceid');
  const date = (day: number) => `${hidden.year}-03-${String(day).padStart(2, '0')}`;
  const figure = (place: number) => 810_000 + (hidden.year - 2000) * 100 + place;
  const kept = { draft: { draft: true }, embargoed: { embargoUntil: UNPUBLISHED.embargoUntil }, withdrawn: {} };
  const withdrawal = { kind: 'withdrawal', at: '2026-02-20T12:00:00Z', what: w('notice') };
  return {
    ...(revealed && hidden.kind === 'draft' ? {} : kept[hidden.kind]),
    kind: 'analysis',
    headline: w('headline'),
    standfirst: w('standfirst'),
    eyebrow: w('eyebrow'),
    publishedAt: `2026-02-${hidden.year - 2000}T09:00:00Z`,
    dateline: w('dateline'),
    place: w('placeid'),
    byline: w('byline'),
    aliases: [`/${w('alias')}/`],
    language: hidden.language,
    translations: ['2026/crane'],
    translatedElsewhere: [{ language: hidden.elsewhere, url: `https://example.org/${w('elsewhere')}` }],
    story: hidden.format === 'mdx' ? w('storyslug') : 'harbour',
    topics: ['cranes'],
    keyPoints: [
      { label: w('pointlabel'), text: w('pointtext') },
      { label: w('otherpointlabel'), text: w('otherpointtext') },
    ],
    facts: [
      {
        id: innerWord(hidden, 'factid'),
        label: w('factlabel'),
        value: w('factvalue'),
        note: w('factnote'),
        by,
        asOf: date(1),
      },
    ],
    timeline: [
      {
        id: innerWord(hidden, 'eventid'),
        date: date(2),
        text: w('eventtext'),
        detail: w('eventdetail'),
        by,
        place: w('eventplaceid'),
        status: 'happened',
      },
      { date: `${date(3)}/${date(5)}`, text: w('rangetext'), by },
      { date: '2026-07-01', text: w('scheduledtext'), by, status: 'scheduled' },
      // Tells on an event of the public briefing.
      { ...OPENING, by, text: w('sharedtext'), status: 'cancelled' },
    ],
    questions: [
      {
        id: w('questionid'),
        about: w('questionabout'),
        standing: 'oneSource',
        note: w('questionnote'),
        statements: [
          {
            by,
            on: date(6),
            says: w('says'),
            quote: w('quote'),
            citation: {
              publisher: w('publisher'),
              url: `https://${w('urlhost')}.example/${w('urlpath')}`,
              archiveUrl: `https://archive.example/${w('archive')}`,
              accessed: date(7),
              excerpt: w('excerpt'),
            },
          },
        ],
      },
      // Asks what the public briefing asks, and lets the same source answer.
      {
        id: 'opening-day',
        about: w('sharedabout'),
        standing: 'oneSource',
        note: w('sharednote'),
        statements: [{ by: 'harbour-office', on: date(9), says: w('sharedsays') }],
      },
    ],
    tallies: [tally(hidden, 'tally', figure(10)), tally(hidden, 'bodytally', figure(20))],
    series: [series(hidden, 'series', figure(30)), series(hidden, 'bodyseries', figure(40))],
    changes: [
      {
        kind: 'correction',
        at: '2026-02-18T12:00:00Z',
        what: w('correctionwhat'),
        was: w('correctionwas'),
        now: w('correctionnow'),
        grave: true,
      },
      { kind: 'update', at: '2026-02-19T12:00:00Z', what: w('updatewhat'), added: [w('questionid')] },
      ...(hidden.kind === 'withdrawn' && !revealed ? [withdrawal] : [{ ...withdrawal, kind: 'clarification' }]),
    ],
  };
}

function tally(hidden: Hidden, name: string, figure: number): object {
  const w = (field: string) => word(hidden, `${name}${field}`);
  return {
    id: w('id'),
    label: w('label'),
    by: word(hidden, 'sourceid'),
    on: `${hidden.year}-03-08`,
    unit: w('unit'),
    total: figure * 2,
    parts: [{ label: w('partlabel'), value: figure, emphasis: true }],
    remainderNote: w('rest'),
    note: w('note'),
  };
}

function series(hidden: Hidden, name: string, figure: number): object {
  const w = (field: string) => word(hidden, `${name}${field}`);
  const values = [1, 2].map((step) => ({ on: `${hidden.year}-03-1${step}`, value: figure + step }));
  return {
    id: w('id'),
    label: w('label'),
    unit: w('unit'),
    shape: 'step',
    lines: [{ by: word(hidden, 'sourceid'), label: w('linelabel'), values }],
    note: w('note'),
  };
}

function source(hidden: Hidden): object {
  return {
    id: word(hidden, 'sourceid'),
    name: word(hidden, 'sourcename'),
    kind: 'person',
    role: word(hidden, 'sourcerole'),
    side: word(hidden, 'sourceside'),
  };
}

function place(hidden: Hidden, owner: string): object {
  const id = word(hidden, `${owner}placeid`);
  return { id, name: word(hidden, `${owner}placename`), latitude: 10, longitude: 20 };
}

function story(hidden: Hidden): object {
  return {
    headline: word(hidden, 'storyheadline'),
    standfirst: word(hidden, 'storystandfirst'),
    state: 'active',
    // Belongs to the story, which stays where its briefing was withdrawn.
    start: '2009-02-27',
    aliases: [`/${word(hidden, 'storyalias')}/`],
  };
}

function storyBody(hidden: Hidden): string {
  return `${word(hidden, 'storybody')}\n\n${images(hidden, 'story')}\n`;
}

function markdown(hidden: Hidden): string {
  const w = (field: string) => word(hidden, field);
  return [
    w('bodytext'),
    `## ${w('bodyheading')}`,
    `[${w('bodylink')}](https://example.org/${w('bodyaddress')} "${w('bodylinktitle')}")`,
    `| ${w('bodycolumn')} |\n| --- |\n| ${w('bodycell')} |`,
    `> ${w('bodyquote')}[^1]\n\n[^1]: ${w('bodyfootnote')}`,
    `<details><summary>${w('bodyhtml')}</summary></details>\n\n<!-- ${innerWord(hidden, 'bodycomment')} -->`,
    images(hidden),
  ].join('\n\n');
}

function mdx(hidden: Hidden): string {
  const w = (field: string) => word(hidden, field);
  return [
    `import picture from './${w('imported')}.png';`,
    `export const memo = '${innerWord(hidden, 'bodymemo')}';`,
    w('bodytext'),
    `<img src={picture.src} alt="${w('importedalt')}" width="9" height="9" />`,
    `<Statement by="${w('sourceid')}" on="${hidden.year}-03-14">\n  ${w('bodystatement')}\n</Statement>`,
    `<Tally id="${w('bodytallyid')}" />`,
    `<Series id="${w('bodyseriesid')}" />`,
    `{/* ${innerWord(hidden, 'bodycomment')} */}`,
    images(hidden),
  ].join('\n\n');
}

function images(hidden: Hidden, owner = ''): string {
  return ['svg', 'png']
    .map((format) => {
      const file = `./${word(hidden, `${owner}image${format}`)}.${format}`;
      return `![${word(hidden, `${owner}${format}alt`)}](${file} "${word(hidden, `${owner}${format}title`)}")`;
    })
    .join('\n\n');
}

/** Files of their own names with words in their bytes. */
function writeImages(hidden: Hidden, folder: string, owner = ''): void {
  const bytes = word(hidden, `${owner}imagebytes`);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>${bytes}</title></svg>`;
  write(`${folder}/${word(hidden, `${owner}imagesvg`)}.svg`, drawing);
  write(`${folder}/${word(hidden, `${owner}imagepng`)}.png`, png(innerWord(hidden, `${owner}pngbytes`)));
  if (hidden.format === 'md' || owner !== '') return;
  write(`${folder}/${word(hidden, 'imported')}.png`, png(innerWord(hidden, 'importedbytes')));
}

function write(name: string, content: string | Buffer): void {
  const path = `${UNPUBLISHED.folder}/${name}`;
  mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  writeFileSync(path, content);
}

function entry(data: object, body: string): string {
  return `---\n${stringify(data)}---\n\n${body}\n`;
}
