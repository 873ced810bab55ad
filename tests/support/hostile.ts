import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** A publication of which every text tries to be something else than text. */
export const HOSTILE = {
  folder: 'tests/.output/hostile-content',
  url: 'https://hostile.example/a~b/',
  asOf: '2026-03-01T12:00:00Z',
};

/** What means something in one of the formats that the site is published in. */
export const ATTACKS = [
  `"'&<>`,
  ']]>',
  '</script><script>alert(1)</script>',
  '<!--',
  '--><b>bold</b>',
  'a,b;c\\d\\n\\,:=',
  'BEGIN:VEVENT',
  'END:VCALENDAR',
  '\u2028\u2029',
  '&amp;lt;&#x3C;&nbsp;',
  '*b* _i_ `c` ~~d~~ | [l](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '👩‍👩‍👧🏴‍☠️',
  '𝒳',
  'שלום \u202Eabc\u202C \u200Fعالم\u200E',
  'Київ Ђорђе',
  'e\u0301o\u0308 n\u0303',
  '%0D%0ASubject: x',
  '=?utf-8?Q?=3Cx=3E?=',
  `{{x}} $\{x} <%= x %>`,
  '\u00A0\u2003\u200B\uFEFF.',
  '# h - x 1. y > z',
  'www.evil.example x@evil.example https://evil.example/?a=1&b=2',
  '<![CDATA[x',
  '<?php echo 1 ?>',
  '\\r\\nDTSTART:19700101',
];

/** A card is drawn in Latin and Cyrillic letters alone. */
const DRAWN = ATTACKS.filter((attack) => !/[\u0590-\u08FF𝒳]/u.test(attack));

/** As many attacks as fit behind a name of its own, beginning with another one for each name. */
export function hostile(name: string, max: number, attacks: readonly string[] = ATTACKS): string {
  const first = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  let text = name;
  for (let index = 0; index < attacks.length; index += 1) {
    const attack = ` ${attacks[(first + index) % attacks.length]}`;
    if (text.length + attack.length <= max) text += attack;
  }
  // What begins or ends with white space is trimmed.
  return text.trim();
}

/** A text of exactly so many units. No letter is cut in two. */
function filled(text: string, length: number, filler: string): string {
  const letters = new Intl.Segmenter('en').segment(text + filler.repeat(length));
  let kept = '';
  for (const { segment } of letters) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  return kept.trimEnd().padEnd(length, '.');
}

/** The longest headline that the schema takes. */
const LONGEST = 200;

/** One briefing each. */
export const HEADLINES = {
  script: filled('</script><script>alert(1)</script>', LONGEST, ' <!-- ]]> "&amp;\' x'),
  calendar: hostile('calendar', LONGEST, DRAWN),
  shortest: 'A',
  wide: filled('WWWW', LONGEST, ' WMWMWMWMWM@@'),
  unbroken: filled('Wwwww', LONGEST, 'MW@'),
  cyrillic: filled('Щодо', LONGEST, ' Ґрунтовні ЖЮЩЫ розмовиљњђћ'),
  accents: filled('E\u0301', LONGEST, ' Ǻrvíztűrő Ŵ a\u0308 ЇЙ Łódź'),
  rightToLeft: filled('שלום', LONGEST, ' עולם قرأ \u202Eabc\u202C'),
  emoji: filled('👩‍👩‍👧', LONGEST, ' 🏴‍☠️ 🚢'),
  words: filled('The', LONGEST, ' representatives of several governments said on Monday'),
  controls: hostile('headline', LONGEST),
};

export const SITE = {
  name: hostile('site', 60, DRAWN),
  tagline: hostile('tagline', 160),
  url: HOSTILE.url,
  language: 'en-GB',
  timeZone: 'UTC',
  licence: { name: hostile('licence', 120), url: 'https://evil.example/?a=1&b=%22' },
  asOf: HOSTILE.asOf,
};

export const TOPICS = ['first', 'second', 'third'].map((id) => ({
  id,
  name: hostile(`${id}`, 40),
  description: hostile(`description of ${id}`, 300),
}));

export const SOURCES = [
  {
    id: 'somebody',
    name: hostile('somebody', 80, DRAWN),
    kind: 'person',
    role: hostile('role', 120),
    side: hostile('side', 60),
  },
  { id: 'office', name: hostile('office', 80), kind: 'organization', role: hostile('its role', 120) },
];

/** Far from each other, and short: each name has room on the map. */
export const PLACES = [
  { id: 'here', name: hostile('here', 30), latitude: 60, longitude: -30 },
  { id: 'there', name: hostile('there', 30, ATTACKS.slice(5)), latitude: 0, longitude: 20 },
];

export const STORY = {
  headline: hostile('story', 120, DRAWN),
  standfirst: hostile('standfirst of the story', 400),
  state: 'active',
};
export const PAGE = { title: hostile('page', 80), description: hostile('description of the page', 300) };

/** What the front matter of a hostile briefing says. */
export function hostileBriefing(name: string, headline: string, index: number) {
  const text = (field: string, max: number) => hostile(`${field} ${name}`, max);
  const day = String(index + 10);
  return {
    headline,
    standfirst: text('standfirst', 400),
    eyebrow: text('eyebrow', 40),
    kind: 'analysis',
    publishedAt: `2026-02-${day}T09:00:00+02:00`,
    dateline: text('dateline', 80),
    place: 'here',
    byline: text('byline', 120),
    ...(name !== 'calendar' && { story: 'evil' }),
    topics: ['first', 'second'],
    keyPoints: [1, 2].map((number) => ({ label: text(`label${number}`, 40), text: text(`point${number}`, 300) })),
    facts: [
      {
        label: hostile(`fact ${name}`, 80, DRAWN),
        value: hostile(`value ${name}`, 80, DRAWN),
        note: text('note', 200),
        by: 'somebody',
        asOf: `2026-02-${day}`,
      },
    ],
    timeline: [
      { date: `2026-02-${day}`, text: text('event', 120), detail: text('detail', 240), by: 'office' },
      {
        date: '2026-05',
        text: text('scheduled', 120),
        detail: text('its detail', 240),
        by: 'office',
        place: 'there',
        status: 'scheduled',
      },
      {
        id: `date-${name.toLowerCase()}`,
        date: `2026-04-${day}`,
        text: text('named', 120),
        by: 'somebody',
        status: index % 2 === 0 ? 'scheduled' : 'cancelled',
      },
    ],
    questions: [
      {
        id: `question-${name.toLowerCase()}`,
        about: text('about', 160),
        standing: 'oneSource',
        note: text('why', 300),
        statements: [
          {
            by: 'somebody',
            on: '2026-02',
            says: text('says', 400),
            quote: text('quote', 400),
            citation: {
              publisher: text('publisher', 120),
              url: 'https://evil.example/?a=1&b=2#c',
              archiveUrl: 'https://archive.example/<b>"x"</b>?&amp;',
              excerpt: text('excerpt', 600),
            },
          },
        ],
      },
    ],
    tallies: [
      {
        id: 'tally',
        label: text('tally', 120),
        by: 'office',
        on: '2026-02-01',
        unit: text('unit', 30),
        total: 10,
        parts: [{ label: text('part', 80), value: 4 }],
        remainderNote: text('rest', 120),
        note: text('tallynote', 200),
      },
    ],
    series: [
      {
        id: 'series',
        label: text('series', 120),
        unit: text('per', 30),
        lines: [
          {
            by: 'office',
            label: text('line', 60),
            values: [
              { on: '2026-01', value: 1.5 },
              { on: '2026-02', value: -2 },
            ],
          },
        ],
        note: text('seriesnote', 200),
      },
    ],
    changes: [
      {
        kind: 'correction',
        at: '2026-02-27T12:00:00Z',
        what: text('what', 400),
        was: text('was', 400),
        now: text('now', 400),
        grave: index % 2 === 0,
      },
    ],
  };
}

export const BRIEFINGS = Object.entries(HEADLINES).map(([name, headline], index) => ({
  id: `2026/${name.toLowerCase()}`,
  name,
  data: hostileBriefing(name, headline, index),
}));

/** A briefing that is taken back. */
export const WITHDRAWN = {
  id: '2026/withdrawn',
  headline: hostile('withdrawn', LONGEST),
  notice: hostile('notice', 400),
};

/** Raw HTML and characters by number stand in a body as an editor may write them. */
const BODY = [
  '<script>alert(1)</script>\n\n<!-- comment -->\n\n<p onclick="alert(1)" style="color:red">raw</p>\n\n[link](javascript:alert(1))',
  'Text &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; \u2028 & שלום \u202Eabc\u202C &#x202E;abc&#x202C; 👩‍👩‍👧',
  'Bell &#7; and &#x1F; and &#xFFFE; and &#xD800; and &#0;.',
  '```\n</script><script>alert(1)</script> ]]> <!--\n```',
  '## Heading ]]> & `</script>`',
  '[address](https://evil.example/?a=1&b=2 "]]> &quot;title&quot;")',
].join('\n\n');

/** Writes the publication. */
export function writeHostile(): void {
  rmSync(HOSTILE.folder, { recursive: true, force: true });
  const write = (name: string, text: string) => {
    const path = `${HOSTILE.folder}/${name}`;
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, text);
  };
  write('site.yaml', yaml(SITE));
  write('topics.yaml', yaml(TOPICS));
  write('sources.yaml', yaml(SOURCES));
  write('places.yaml', yaml(PLACES));
  write('stories/evil.md', entry(STORY));
  write('pages/about.md', entry(PAGE));
  for (const { id, data } of BRIEFINGS) write(`briefings/${id}.md`, entry(data));
  const change = { kind: 'withdrawal', at: '2026-02-28T12:00:00Z', what: WITHDRAWN.notice };
  const { changes, ...data } = hostileBriefing('withdrawn', WITHDRAWN.headline, 18);
  write(`briefings/${WITHDRAWN.id}.md`, entry({ ...data, changes: [change] }));
}

function entry(data: object): string {
  return `---\n${yaml(data)}---\n\n${BODY}\n`;
}

function yaml(data: object): string {
  return stringify(data, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}
