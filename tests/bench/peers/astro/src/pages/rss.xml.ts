import type { APIRoute } from 'astro';
import { newest } from '../briefings';
import { feed } from '../feed';

export const GET: APIRoute = async ({ site }) => feed('Bench', site, await newest());
