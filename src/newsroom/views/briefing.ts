import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Body } from '../body.ts';
import { type Published, publishedView } from '../cards.ts';
import { citationText } from '../cite.ts';
import { type Edition, makes, neighboursOf, storyOf, type Withdrawn } from '../edition.ts';
import { languageFeeds, siteFeed, storyFeed } from '../feeds.ts';
import { type Alternate, type Frame, frameOf, type Link } from '../frame.ts';
import { foreignWords } from '../language.ts';
import { neighbourhoodOf } from '../neighbourhood.ts';
import { inLanguage, inLanguageOf, languageLinks } from '../translations.ts';
import { type ArticleView, articleView } from './article.ts';
import { cardOf } from './share-card.ts';

export interface BriefingView {
  frame: Frame;
  article: ArticleView;
  /** How it is cited, in one piece. */
  citation: string;
  /** The briefings of its story before and after it. */
  earlier?: Link | undefined;
  later?: Link | undefined;
}

/** @param body its rendered body. */
export function briefingView(whole: Edition, entry: Entry<Briefing>, body: Body): BriefingView {
  const edition = inLanguageOf(neighbourhoodOf(whole, entry), entry);
  const article = articleView(edition, entry, body);
  const story = storyOf(edition, entry.data.story);
  const { earlier, later } = neighboursOf(edition, entry);
  return {
    frame: frameOf(edition, {
      title: article.headline,
      description: article.standfirst,
      path: article.href,
      part: story ? { text: story.data.headline, href: edition.paths.story(story.id) } : undefined,
      card: cardOf(edition, article.href, article.headline),
      forms: formsOf(edition, entry.id),
      languages: languageLinks(edition, entry),
      feeds: [...languageFeeds(edition), siteFeed(edition), ...(story ? [storyFeed(edition, story)] : [])],
    }),
    article,
    citation: citationText(edition, article),
    earlier: linkTo(edition, earlier),
    later: linkTo(edition, later),
  };
}

/** What stands at the address of a briefing that was taken back. */
export interface WithdrawnView {
  frame: Frame;
  headline: string;
  published: Published;
  at: Published;
  notice: string;
  corrections: string;
}

export function withdrawnView(
  whole: Edition,
  { id, headline, publishedAt, at, notice, language = whole.site.language }: Withdrawn,
): WithdrawnView {
  const edition = inLanguage(whole, language);
  const { paths } = edition;
  return {
    frame: frameOf(edition, {
      title: `${edition.words.changes.withdrawal}: ${headline}`,
      description: notice,
      path: paths.briefing(id),
      forms: formsOf(edition, id),
    }),
    headline,
    published: publishedView(edition, publishedAt),
    at: publishedView(edition, at),
    notice,
    corrections: paths.corrections(),
  };
}

/** The same as Markdown and as JSON, where the publication has them. */
export function formsOf(edition: Edition, id: string): Alternate[] {
  const { paths } = edition;
  const markdown = { text: 'Markdown', href: paths.briefingFile(id, 'md'), type: 'text/markdown' };
  const json = { text: 'JSON', href: paths.briefingFile(id, 'json'), type: 'application/json' };
  return [...(makes(edition, 'markdown') ? [markdown] : []), ...(makes(edition, 'json') ? [json] : [])];
}

function linkTo(edition: Edition, entry: Entry<Briefing> | undefined): Link | undefined {
  if (!entry) return undefined;
  const { id, data } = entry;
  return { text: data.headline, href: edition.paths.briefing(id), foreign: foreignWords(edition, id) };
}
