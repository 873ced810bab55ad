import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { llmsText } from '../feeds/markdown.ts';

export const GET: APIRoute = () => new Response(llmsText(edition));
