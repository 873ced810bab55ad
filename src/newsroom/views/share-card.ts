import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { publishedView, topicName } from '../cards.ts';
import { briefingsOfStory, briefingsOfTopic, type Edition, makes } from '../edition.ts';
import { canDraw, drawnText } from '../glyphs.ts';
import { sourceName } from '../sources.ts';
import { inLanguageOf } from '../translations.ts';

/** The picture that stands for a page where it is shared. All of it can be drawn in the site's own type. */
export interface ShareCardView {
  /** The folder of the page, from the site's root: `briefings/2026/abu-dhabi-talks`. */
  folder: string;
  site: string;
  label: string;
  headline: string;
  /** "26 January 2026" */
  meta: string;
  /** The main figure of a briefing, and who says so. */
  figure?: { label: string; value: string; by: string } | undefined;
}

type Parts = Pick<ShareCardView, 'label' | 'headline' | 'meta' | 'figure'>;

/** The address of the card of a page, from the site's root; nothing for a headline that cannot be drawn, or without cards. */
export function cardOf(edition: Edition, page: string, headline: string): string | undefined {
  const { site, paths } = edition;
  return makes(edition, 'cards') && canDraw(site.name + headline) ? paths.card(page) : undefined;
}

/** A card for every briefing, story and topic whose headline can be drawn. */
export function shareCards(edition: Edition): ShareCardView[] {
  const { paths, words, briefings, stories, topics } = edition;
  if (!makes(edition, 'cards')) return [];
  return [
    ...briefings.flatMap((entry) =>
      cardView(edition, paths.briefing(entry.id), briefingParts(inLanguageOf(edition, entry), entry)),
    ),
    ...stories.flatMap(({ id, data }) => {
      const meta = words.lists.briefings(briefingsOfStory(edition, id).length);
      return cardView(edition, paths.story(id), { label: words.stories.one, headline: data.headline, meta });
    }),
    ...topics.flatMap(({ id, name }) => {
      const meta = words.lists.briefings(briefingsOfTopic(edition, id).length);
      return cardView(edition, paths.topic(id), { label: words.topics.one, headline: name, meta });
    }),
  ];
}

function briefingParts(edition: Edition, { data }: Entry<Briefing>): Parts {
  const story = edition.stories.find(({ id }) => id === data.story);
  const [fact] = data.facts;
  return {
    label: story?.data.headline ?? topicName(edition, data.topics[0]),
    headline: data.headline,
    meta: publishedView(edition, data.publishedAt).text,
    figure: fact && { label: fact.label, value: fact.value, by: sourceName(edition, fact.by).text },
  };
}

/** What cannot be drawn is left out; without its headline there is no card. */
function cardView(edition: Edition, page: string, { label, headline, meta, figure }: Parts): ShareCardView[] {
  const { site, paths } = edition;
  if (cardOf(edition, page, headline) === undefined) return [];
  const drawn = (text: string) => (canDraw(text) ? drawnText(text) : '');
  const isWhole = figure && canDraw(figure.label + figure.value + figure.by);
  return [
    {
      folder: page.slice(paths.home().length, -1),
      site: drawn(site.name),
      label: drawn(label),
      headline: drawn(headline),
      meta: drawn(meta),
      figure: isWhole ? { label: drawn(figure.label), value: drawn(figure.value), by: drawn(figure.by) } : undefined,
    },
  ];
}
