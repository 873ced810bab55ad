import type { APIRoute } from 'astro';
import { edition } from '../../edition.ts';
import { type ShareCardView, shareCards } from '../../newsroom/views/share-card.ts';
import { cardPng } from '../../share-cards.ts';

export function getStaticPaths() {
  return shareCards(edition).map((view) => ({ params: { card: view.folder }, props: { view: () => view } }));
}

export const GET: APIRoute<{ view: () => ShareCardView }> = async ({ props }) =>
  new Response(new Uint8Array(await cardPng(props.view())), { headers: { 'Content-Type': 'image/png' } });
