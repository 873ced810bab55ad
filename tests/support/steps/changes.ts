import { type Chance, pick } from './chance.ts';
import { type Briefing, DAY, day, instant, isCompiled, isOut, newBriefing, type State } from './publication.ts';

/** Changes a publication in one way, so that it still holds. Returns what it did; nothing where that was not possible. */
type Change = (state: State, chance: Chance) => string | undefined;

/** One of the briefings of which something holds. */
function some({ briefings }: State, chance: Chance, holds: (briefing: Briefing) => boolean): Briefing | undefined {
  return pick(briefings.filter(holds), chance);
}

/** A change of one briefing that Astro need not render. */
const ofText =
  (what: string, change: (briefing: Briefing, state: State, chance: Chance) => boolean | undefined): Change =>
  (state, chance) => {
    const briefing = some(state, chance, (candidate) => !isCompiled(candidate));
    if (!briefing || change(briefing, state, chance) === false) return undefined;
    return `${what} of ${briefing.id}`;
  };

const next = (state: State) => {
  state.written += 1;
  return state.written;
};

/** When something is changed: before the site speaks, or a day after it. */
function changedAt({ fields }: Briefing, { asOf }: State, chance: Chance): string {
  const from = Date.parse(fields.publishedAt);
  return instant(Math.max(from, asOf - DAY + Math.floor(chance() * 2) * 2 * DAY));
}

const TEXTS: Change[] = [
  ofText('headline', ({ fields }, state) => {
    fields.headline = `Headline ${next(state)}`;
  }),
  ofText('standfirst', ({ fields }, state) => {
    fields.standfirst = `Standfirst ${next(state)}.`;
  }),
  ofText('language', ({ fields }) => {
    fields.language = fields.language === undefined ? 'uk' : undefined;
  }),
  ofText('body', ({ paragraphs }, state, chance) => {
    paragraphs[Math.floor(chance() * paragraphs.length)] = `Words that are new: ${next(state)}.`;
  }),
  ofText('length', ({ paragraphs }, state) => {
    if (paragraphs.length > 4) paragraphs.pop();
    else paragraphs.push(`One more, ${next(state)}.`);
  }),
  ofText('link', (briefing, { briefings }, chance) => {
    briefing.links = [pick(briefings, chance)?.number ?? 0, ...briefing.links.slice(0, 2)];
  }),
  ofText('fact', ({ fields }, state) => {
    for (const fact of fields.facts.slice(0, 1)) fact.value = String(next(state));
  }),
  ofText('key point', ({ fields }, state) => {
    for (const point of fields.keyPoints.slice(0, 1)) point.text = `Point ${next(state)}.`;
  }),
  ofText('event that is moved', ({ fields }, _state, chance) => {
    const event = fields.timeline.find(({ status }) => status === 'scheduled');
    if (!event) return false;
    event.date = day(Date.UTC(2026, 0, 25) + Math.floor(chance() * 40) * DAY);
    return true;
  }),
  ofText('event that is called off or put on again', ({ fields }) => {
    const event = fields.timeline.find(({ status }) => status === 'scheduled' || status === 'cancelled');
    if (!event) return false;
    event.status = event.status === 'scheduled' ? 'cancelled' : 'scheduled';
    return true;
  }),
  ofText('event that is told', ({ fields }, state) => {
    const on = fields.publishedAt.slice(0, 10);
    fields.timeline = [...fields.timeline.slice(-4), { date: on, text: `Told ${next(state)}`, by: 'survey' }];
  }),
  ofText('question', ({ fields: { questions = [] } }, state, chance) => {
    const [question] = questions;
    if (!question) return false;
    question.standing = pick(['agreed', 'disputed', 'notComparable'] as const, chance) ?? 'agreed';
    question.note = `Note ${next(state)}.`;
    return true;
  }),
  ofText('figure', ({ fields: { tallies = [], series = [] } }, state, chance) => {
    for (const tally of tallies) tally.total += 1 + Math.floor(chance() * 9);
    for (const line of series.flatMap(({ lines }) => lines)) for (const point of line.values) point.value = next(state);
    return tallies.length > 0;
  }),
  ofText('place, author and kind', ({ fields }, state, chance) => {
    fields.dateline = `Place ${next(state)}`;
    fields.byline = `Author ${Math.floor(chance() * 3)}`;
    fields.kind = pick(['news', 'analysis', 'background'] as const, chance) ?? 'news';
  }),
  ofText('topics', ({ fields }, { topics }, chance) => {
    const ids = topics.map(({ id }) => id);
    fields.topics = [...new Set([pick(ids, chance) ?? '', pick(ids, chance) ?? ''])];
  }),
  ofText('story', ({ fields }, { stories }, chance) => {
    fields.story = pick([undefined, ...stories.map(({ id }) => id)], chance);
  }),
];

const CHANGES: Change[] = [
  ofText('correction', (briefing, state, chance) => {
    const number = next(state);
    const [was, now] = [`${number}`, `${number + 1}`];
    const at = changedAt(briefing, state, chance);
    const correction = { kind: 'correction', at, what: `Mended ${number}.`, was, now, grave: chance() < 0.5 } as const;
    briefing.fields.changes = [...(briefing.fields.changes ?? []), correction];
  }),
  ofText('update', (briefing, state, chance) => {
    const added = [briefing.fields.facts[0]?.id ?? ''];
    const update = { kind: 'update', at: changedAt(briefing, state, chance), what: 'A new figure.', added } as const;
    briefing.fields.changes = [...(briefing.fields.changes ?? []), update];
  }),
  ofText('withdrawal or its end', (briefing, state, chance) => {
    const { changes = [] } = briefing.fields;
    const others = changes.filter(({ kind }) => kind !== 'withdrawal');
    const at = changedAt(briefing, state, chance);
    const withdrawal = { kind: 'withdrawal', at, what: `Taken back, ${next(state)}.` } as const;
    briefing.fields.changes = others.length < changes.length ? others : [...changes, withdrawal];
  }),
  ofText('draft or its end', ({ fields }) => {
    fields.draft = fields.draft !== true;
  }),
  ofText('embargo or its end', ({ fields }, { asOf }, chance) => {
    const end = instant(asOf + Math.ceil(chance() * 4) * (DAY / 2));
    fields.embargoUntil = fields.embargoUntil === undefined ? end : undefined;
  }),
];

const FILES: Change[] = [
  (state) => {
    const briefing = newBriefing(state, state.asOf - DAY / 8);
    briefing.mdx = false;
    briefing.picture = 0;
    state.briefings.push(briefing);
    return `new briefing ${briefing.id}`;
  },
  ofText('removal', (briefing, state) => {
    if (state.briefings.length < 55) return false;
    state.briefings = state.briefings.filter((other) => other !== briefing);
    return true;
  }),
  ofText('old name', (briefing, state, chance) => {
    const { aliases = [] } = briefing.fields;
    const old = `/briefings/${briefing.id}/`;
    const [first] = aliases;
    // Back to where it was, now and then.
    const back = first !== undefined && chance() < 0.5 ? first : undefined;
    briefing.id = back?.slice('/briefings/'.length, -1) ?? `2026/renamed-${next(state)}`;
    briefing.fields.aliases = [...aliases.filter((alias) => alias !== back), old];
  }),
  (state) => {
    const id = `page-${next(state)}`;
    state.pages.push({ id, fields: { title: `Page ${id}`, description: 'New.' }, paragraphs: ['New.'], links: [3] });
    return `new page ${id}`;
  },
  (state, chance) => {
    const page = state.pages.length > 2 ? pick(state.pages.slice(1), chance) : undefined;
    state.pages = state.pages.filter((other) => other !== page);
    return page && `page ${page.id} removed`;
  },
  (state, chance) => {
    const page = pick(state.pages, chance);
    if (!page) return undefined;
    page.fields.aliases = [...(page.fields.aliases ?? []), `/${page.id}/`];
    page.id = `moved-${next(state)}`;
    return `page renamed to ${page.id}`;
  },
];

const NAMES: Change[] = [
  (state, chance) => {
    const topic = pick(state.topics, chance);
    if (topic) topic.name = `Topic ${next(state)}`;
    return topic && `name of topic ${topic.id}`;
  },
  (state, chance) => {
    const source = pick(state.sources, chance);
    if (source) source.name = `Source ${next(state)}`;
    if (source) source.role = pick([undefined, 'reports', 'counts'], chance);
    return source && `name of source ${source.id}`;
  },
  (state, chance) => {
    const story = pick(state.stories, chance);
    if (!story) return undefined;
    story.fields.headline = `The story ${next(state)}`;
    story.fields.state = pick(['active', 'paused', 'closed'] as const, chance) ?? 'active';
    story.fields.start = pick([undefined, '2026-01-10'], chance);
    return `story ${story.id}`;
  },
  (state, chance) => {
    const text = pick([...state.stories, ...state.pages], chance);
    if (text) text.paragraphs = [`Words ${next(state)}.`];
    return text && `body of ${text.id}`;
  },
  (state) => {
    const id = `subject-${next(state)}`;
    state.topics.push({ id, name: `Topic ${id}`, description: 'New.' });
    for (const { fields } of state.briefings.filter(isOrdinary).slice(-2)) fields.topics = [id];
    return `new topic ${id}`;
  },
  (state) => {
    const id = `story-${next(state)}`;
    const fields = { headline: `Story ${id}`, standfirst: 'It begins.', state: 'active' as const };
    state.stories.push({ id, fields, paragraphs: ['New.'], links: [2] });
    for (const briefing of state.briefings.filter(isOrdinary).slice(-4, -1)) briefing.fields.story = id;
    return `new story ${id}`;
  },
];

function isOrdinary(briefing: Briefing): boolean {
  return !isCompiled(briefing);
}

const TIMES: Change[] = [
  (state, chance) => {
    state.asOf += Math.ceil(chance() * 12) * (DAY / 12);
    return `time goes on to ${instant(state.asOf)}`;
  },
  (state, chance) => {
    state.asOf += Math.ceil(chance() * 4) * DAY;
    return `days go by, to ${instant(state.asOf)}`;
  },
  (state) => {
    state.asOf -= DAY / 3;
    return `an earlier instant, ${instant(state.asOf)}`;
  },
];

/** What makes Astro bundle anew: these cost seconds. */
const COSTLY: Change[] = [
  (state) => {
    state.site.tagline = `A publication that changes, ${next(state)}`;
    return 'tagline';
  },
  (state) => {
    const { url } = state.site;
    state.site.url = url.endsWith('/news/') ? 'https://steps.example/' : 'https://steps.example/news/';
    return `address ${state.site.url}`;
  },
  (state, chance) => {
    state.site.extras = pick([undefined, [], ['cards', 'json'], ['markdown', 'archives']] as const, chance)?.slice();
    return `extras: ${state.site.extras}`;
  },
  (state, chance) => {
    const briefing = some(state, chance, ({ picture }) => picture !== 0);
    if (briefing) briefing.picture = next(state);
    return briefing && `picture of ${briefing.id}`;
  },
  (state, chance) => {
    const briefing = some(state, chance, isOrdinary);
    if (briefing) briefing.picture = next(state);
    return briefing && `first picture of ${briefing.id}`;
  },
  (state, chance) => {
    const briefing = some(state, chance, ({ picture }) => picture !== 0);
    if (briefing) briefing.picture = 0;
    return briefing && `no picture of ${briefing.id}`;
  },
  (state, chance) => {
    const briefing = some(state, chance, ({ mdx }) => mdx);
    if (briefing) briefing.paragraphs = [`MDX ${next(state)}.`, '{[1, 2].join(" and ")}'];
    return briefing && `MDX of ${briefing.id}`;
  },
  (state, chance) => {
    const briefing = some(state, chance, isCompiled);
    if (!briefing) return undefined;
    const end = isOut(briefing, state) ? instant(state.asOf + DAY) : undefined;
    briefing.fields.draft = false;
    briefing.fields.embargoUntil = end;
    return `embargo of ${briefing.id} until ${end}`;
  },
  (state, chance) => {
    const briefing = some(state, chance, isCompiled);
    if (!briefing) return undefined;
    const at = changedAt(briefing, state, chance);
    briefing.fields.changes = [{ kind: 'withdrawal', at, what: 'Taken back.' }];
    return `withdrawal of ${briefing.id}`;
  },
];

/** How often each kind comes up, of a hundred. */
const KINDS: [number, Change[]][] = [
  [50, TEXTS],
  [18, CHANGES],
  [14, FILES],
  [6, NAMES],
  [10, TIMES],
  [2, COSTLY],
];

const HUNDRED = KINDS.flatMap(([share, changes]) => Array.from({ length: share }, () => changes));

/** Changes a publication in one way. Returns what was done, in words. */
export function changeAtRandom(state: State, chance: Chance): string {
  for (;;) {
    const change = pick(pick(HUNDRED, chance) ?? [], chance);
    const did = change?.(state, chance);
    if (did !== undefined) return did;
  }
}
