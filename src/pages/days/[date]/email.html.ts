import type { APIRoute } from 'astro';
import { edition } from '../../../edition.ts';
import { emailHtml } from '../../../feeds/email.ts';
import { type EmailView, emailView, newsletterDays } from '../../../newsroom/views/email.ts';

export function getStaticPaths() {
  return newsletterDays(edition).map((day) => ({
    params: { date: day.date },
    props: { view: () => emailView(edition, day) },
  }));
}

export const GET: APIRoute<{ view: () => EmailView }> = ({ props }) =>
  new Response(emailHtml(props.view()), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
