import type { z } from 'astro/zod';
import { type Edition, openEdition } from '../../src/newsroom/edition.ts';
import { bodyFacts } from '../../src/schemas/body-components.ts';
import { type Briefing, briefing as briefingSchema } from '../../src/schemas/briefing.ts';
import type { change as changeSchema } from '../../src/schemas/change.ts';
import type { series as seriesSchema, tally as tallySchema } from '../../src/schemas/figure.ts';
import { type Page, page as pageSchema } from '../../src/schemas/page.ts';
import { type Place, place as placeSchema } from '../../src/schemas/place.ts';
import type { Entry, Publication } from '../../src/schemas/publication.ts';
import type { question as questionSchema } from '../../src/schemas/question.ts';
import { type Site, site as siteSchema } from '../../src/schemas/site.ts';
import { type Source, source as sourceSchema } from '../../src/schemas/source.ts';
import { type Story, story as storySchema } from '../../src/schemas/story.ts';
import { type Topic, topic as topicSchema } from '../../src/schemas/topic.ts';

// Entries as a file would give them: each goes through its schema, so that defaults are filled in and nothing stands
// in a test that a file could not say.

export const AS_OF = '2026-01-27T00:00:00Z';

export type BriefingFields = Partial<z.input<typeof briefingSchema>>;
export type SiteFields = Partial<z.input<typeof siteSchema>>;
export type EventFields = z.input<typeof briefingSchema>['timeline'][number];
export type QuestionFields = z.input<typeof questionSchema>;
export type TallyFields = z.input<typeof tallySchema>;
export type SeriesFields = z.input<typeof seriesSchema>;
export type ChangeFields = z.input<typeof changeSchema>;

export function briefing(id: string, fields: BriefingFields = {}, body = 'Text.'): Entry<Briefing> {
  const data = briefingSchema.parse({
    headline: `Headline of ${id}`,
    standfirst: `Standfirst of ${id}`,
    publishedAt: '2026-01-20T12:00:00Z',
    topics: ['harbour'],
    keyPoints: [{ text: 'One crane is built.' }, { text: 'No other is planned.' }],
    facts: [{ label: 'Cranes', value: '3', by: 'office' }],
    timeline: [{ date: '2026-01-20', text: `Event of ${id}` }],
    ...fields,
  });
  return { id, file: `briefings/${id}.md`, data, body, ...bodyFacts(body) };
}

/** The fields of a question, before its briefing goes through the schema. */
export function question(id: string, fields: Partial<QuestionFields> = {}): QuestionFields {
  return { id, about: `About ${id}`, standing: 'open', note: `Note on ${id}`, ...fields };
}

export function tally(id: string, fields: Partial<TallyFields> = {}): TallyFields {
  const parts = [
    { label: 'mended', value: 100 },
    { label: 'lost', value: 31, emphasis: true },
  ];
  const remainderNote = 'not accounted for';
  return { id, label: `Tally of ${id}`, by: 'office', on: '2026-01-25', total: 138, parts, remainderNote, ...fields };
}

export function series(id: string, fields: Partial<SeriesFields> = {}): SeriesFields {
  const values = [
    { on: '2026-01-24', value: 10 },
    { on: '2026-01-25', value: 30 },
  ];
  return { id, label: `Series of ${id}`, lines: [{ by: 'office', values }], ...fields };
}

/** A change of a kind; a correction says what was there. */
export function change(kind: ChangeFields['kind'], at: string, fields: Partial<ChangeFields> = {}): ChangeFields {
  const both = kind === 'correction' ? { was: 'two', now: 'three' } : {};
  return { kind, at, what: `What the ${kind} says`, ...both, ...fields };
}

export function story(id: string, fields: Partial<Story> = {}): Entry<Story> {
  const data = storySchema.parse({
    headline: `Story ${id}`,
    standfirst: `Standfirst of ${id}`,
    state: 'active',
    ...fields,
  });
  return { id, file: `stories/${id}.md`, data, ...bodyFacts('') };
}

export function page(id: string, fields: Partial<Page> = {}): Entry<Page> {
  const data = pageSchema.parse({ title: `Page ${id}`, description: `Description of ${id}`, ...fields });
  return { id, file: `pages/${id}.md`, data, ...bodyFacts('') };
}

export function topic(id: string, name = `Topic ${id}`): Entry<Topic> {
  const data = topicSchema.parse({ id, name, description: `Description of ${id}` });
  return { id, file: 'topics.yaml', data, ...bodyFacts('') };
}

export function source(id: string, fields: Partial<Source> = {}): Entry<Source> {
  return {
    id,
    file: 'sources.yaml',
    data: sourceSchema.parse({ id, name: `Source ${id}`, ...fields }),
    ...bodyFacts(''),
  };
}

export function place(id: string, fields: Partial<Place> = {}): Entry<Place> {
  const data = placeSchema.parse({ id, name: `Place ${id}`, latitude: 24.45, longitude: 54.38, ...fields });
  return { id, file: 'places.yaml', data, ...bodyFacts('') };
}

export function site(fields: SiteFields = {}): Entry<Site> {
  const data = siteSchema.parse({
    name: 'Harbour News',
    tagline: 'A publication for a test',
    url: 'https://example.org/',
    language: 'en-GB',
    timeZone: 'UTC',
    ...fields,
  });
  return { id: 'site.yaml', file: 'site.yaml', data, ...bodyFacts('') };
}

/** A publication with one topic and one source, and whatever a test is about. */
export function publication(parts: Partial<Publication> = {}): Publication {
  return {
    site: [site()],
    topics: [topic('harbour', 'Harbour')],
    sources: [source('office', { name: 'Harbour office' })],
    places: [],
    stories: [],
    briefings: [],
    pages: [],
    ...parts,
  };
}

export function edition(parts: Partial<Publication> = {}, asOf = AS_OF): Edition {
  return openEdition(publication(parts), asOf);
}

/** So many briefings, one a day; the last has the highest number and is the newest. */
export function dailyBriefings(count: number, fields: BriefingFields = {}): Entry<Briefing>[] {
  return Array.from({ length: count }, (_, index) => {
    const publishedAt = new Date(Date.UTC(2025, 0, 1 + index, 12)).toISOString();
    return briefing(`2025/day-${index + 1}`, { ...fields, publishedAt });
  });
}
