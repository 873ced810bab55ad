import { z } from 'astro/zod';
import type { Edition } from '../newsroom/edition.ts';
import { publishedBriefing, publishedStory } from '../schemas/published.ts';

/**
 * The shapes of the JSON that the site publishes (json-schema.org, 2020-12). The number in their addresses moves when
 * something is renamed, removed or comes to mean something else; not when something is added.
 */
export function jsonSchemas({ site, paths }: Edition) {
  const schema = (name: 'briefing' | 'story', shape: z.ZodType) => ({
    $id: paths.absolute(paths.schema(name)),
    title: `A ${name} of ${site.name}`,
    ...z.toJSONSchema(shape, {
      io: 'output',
      unrepresentable: 'any',
      // What is added later is no mistake to who has kept this schema.
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
      },
    }),
  });
  return { briefing: schema('briefing', publishedBriefing), story: schema('story', publishedStory) };
}
