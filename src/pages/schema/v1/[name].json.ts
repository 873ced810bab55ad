import type { APIRoute } from 'astro';
import { edition } from '../../../edition.ts';
import { jsonSchemas } from '../../../metadata/json-schema.ts';
import { makes } from '../../../newsroom/edition.ts';

export function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  return Object.entries(jsonSchemas(edition)).map(([name, schema]) => ({
    params: { name },
    props: { view: () => schema },
  }));
}

export const GET: APIRoute<{ view: () => object }> = ({ props }) =>
  Response.json(props.view(), { headers: { 'Content-Type': 'application/schema+json' } });
