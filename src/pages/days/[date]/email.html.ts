import type { APIRoute } from 'astro';
import { edition } from '../../../edition.ts';
import { emailHtml } from '../../../feeds/email.ts';
import { type EmailView, emailViews } from '../../../newsroom/views/email.ts';

export function getStaticPaths() {
  return emailViews(edition).map((view) => ({ params: { date: view.date }, props: { view: () => view } }));
}

export const GET: APIRoute<{ view: () => EmailView }> = ({ props }) =>
  new Response(emailHtml(props.view()), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
