import { z } from 'astro/zod';
import { briefingFields, event } from './briefing.ts';
import { tally } from './figure.ts';
import { place } from './place.ts';
import { question } from './question.ts';
import { source } from './source.ts';
import { story } from './story.ts';

// What the site publishes as JSON, for other people's programs. Built from what an editor may write, so that the two stay one.

const address = () => z.url();
const instant = () => z.iso.datetime({ offset: true });

const link = z.strictObject({ name: z.string(), url: address() });

/** A source as other parts name it by its id. */
const namedSource = source.extend({ url: address().optional() });

/** An event with everybody who tells it, and where it was moved from. */
const publishedEvent = event.omit({ by: true }).extend({ by: z.array(z.string()), movedFrom: z.string().optional() });

const publishedText = briefingFields
  .omit({
    aliases: true,
    draft: true,
    embargoUntil: true,
    story: true,
    topics: true,
    tallies: true,
    timeline: true,
    translatedElsewhere: true,
  })
  .extend({
    $schema: address(),
    id: z.string(),
    url: address(),
    updatedAt: instant(),
    language: z.string(),
    /** In other languages, here and elsewhere. */
    translations: z.array(z.strictObject({ language: z.string(), url: address() })),
    story: link.optional(),
    topics: z.array(link),
    /** HTML with whole addresses. */
    body: z.string(),
    /** With what the parts leave over. */
    tallies: z.array(tally.safeExtend({ remainder: z.int().min(0) })),
    /** As the newest briefing of the story knows them. */
    timeline: z.array(publishedEvent),
    sources: z.array(namedSource),
    /** Those that the briefing and its events name by their ids. */
    places: z.array(place),
  });

/** What stays of a briefing that was withdrawn. */
const publishedNotice = z.strictObject({
  $schema: address(),
  id: z.string(),
  url: address(),
  headline: z.string(),
  publishedAt: instant(),
  updatedAt: instant(),
  withdrawn: z.strictObject({ at: instant(), what: z.string() }),
});

/** A briefing, whole, or its notice. */
export const publishedBriefing = z.union([publishedText, publishedNotice]);

/** A story: where it stands, and what its briefings tell together. */
export const publishedStory = story.omit({ aliases: true }).extend({
  $schema: address(),
  id: z.string(),
  url: address(),
  updatedAt: instant(),
  /** HTML with whole addresses. */
  background: z.string(),
  questions: z.array(question.omit({ statements: true }).extend({ url: address() })),
  timeline: z.array(publishedEvent),
  briefings: z.array(z.strictObject({ id: z.string(), url: address(), headline: z.string(), publishedAt: instant() })),
  sources: z.array(namedSource),
  places: z.array(place),
});

export type PublishedBriefing = z.output<typeof publishedBriefing>;
export type PublishedStory = z.output<typeof publishedStory>;
