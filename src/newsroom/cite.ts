import type { Edition } from './edition.ts';
import type { ArticleView } from './views/article.ts';

/** A briefing as other people cite it: in one piece, as plain text. */
export function citationText(
  { site, paths, words }: Edition,
  { headline, href, published, updated }: Pick<ArticleView, 'headline' | 'href' | 'published' | 'updated'>,
): string {
  const dates = updated
    ? `${published.text}${words.comma}${words.briefing.lastChanged} ${updated.text}`
    : published.text;
  const licence =
    site.licence && words.briefing.licence([site.licence.name, site.licence.url ?? []].flat().join(words.comma));
  // Without quotation marks, which stand around the words of a source alone.
  return [`${site.name}: ${headline}`, dates, paths.absolute(href), licence ?? []].flat().join(' · ');
}
