import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const briefings = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './content/briefings' }),
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    date: z.coerce.date(),
    updated: z.coerce.date(),
    story: z.string(),
    topics: z.array(z.string()),
    facts: z.array(z.object({ label: z.string(), value: z.string(), note: z.string(), source: z.string() })),
    timeline: z.array(z.object({ date: z.string(), text: z.string(), source: z.string() })),
  }),
});

export const collections = { briefings };
