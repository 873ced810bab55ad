import type { APIRoute } from 'astro';
import { edition } from '../../../edition.ts';
import { jsonSchemas } from '../../../metadata/json-schema.ts';
import { makes } from '../../../newsroom/edition.ts';

export function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  return Object.entries(jsonSchemas(edition)).map(([name, schema]) => ({ params: { name }, props: { schema } }));
}

export const GET: APIRoute<{ schema: object }> = ({ props }) =>
  Response.json(props.schema, { headers: { 'Content-Type': 'application/schema+json' } });
