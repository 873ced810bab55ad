import { z } from 'astro/zod';

/** A schema without what makes it optional. */
export function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema;
}
