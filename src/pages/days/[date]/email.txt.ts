import type { APIRoute } from 'astro';
import { edition } from '../../../edition.ts';
import { emailText } from '../../../feeds/email.ts';
import { type EmailView, emailViews } from '../../../newsroom/views/email.ts';

export function getStaticPaths() {
  return emailViews(edition).map((view) => ({ params: { date: view.date }, props: { view: () => view } }));
}

export const GET: APIRoute<{ view: () => EmailView }> = ({ props }) =>
  new Response(emailText(props.view()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
