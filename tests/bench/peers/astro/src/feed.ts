import rss from '@astrojs/rss';
import type { Briefing } from './briefings';

export function feed(title: string, site: URL | undefined, briefings: Briefing[]): Promise<Response> {
  return rss({
    title,
    description: title,
    site: site ?? '',
    items: briefings.slice(0, 50).map(({ id, data, rendered }) => ({
      title: data.title,
      link: `/briefings/${id}/`,
      pubDate: data.date,
      description: data.summary,
      content: rendered?.html ?? '',
    })),
  });
}
