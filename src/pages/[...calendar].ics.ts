import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { calendar } from '../feeds/calendar.ts';
import { type CalendarView, calendarFiles } from '../newsroom/views/calendar.ts';

export function getStaticPaths() {
  const root = edition.paths.home();
  return calendarFiles(edition).map(({ path, view }) => ({
    params: { calendar: path.slice(root.length).replace(/\.ics$/, '') },
    props: { view: () => view },
  }));
}

export const GET: APIRoute<{ view: () => CalendarView }> = ({ props }) =>
  new Response(calendar(props.view()), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
