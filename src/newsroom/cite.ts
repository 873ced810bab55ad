import type { Edition } from './edition.ts';
import type { ArticleView } from './views/article.ts';

/** A briefing as other people cite it: in one piece, as plain text. */
export function citationText(
  { site, paths }: Edition,
  { headline, href, published, updated }: Pick<ArticleView, 'headline' | 'href' | 'published' | 'updated'>,
): string {
  const dates = updated ? `${published.text}, last changed ${updated.text}` : published.text;
  const licence = site.licence && `Licence: ${[site.licence.name, site.licence.url ?? []].flat().join(', ')}`;
  // Without quotation marks, which stand around the words of a source alone.
  return [`${site.name}: ${headline}`, dates, paths.absolute(href), licence ?? []].flat().join(' · ');
}
