import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { type Card, cardView } from '../cards.ts';
import { dayOf, monthText } from '../dates.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf } from '../frame.ts';
import { numberedTitle, type PaginationView, paginate, paginationView, type Slice } from '../pagination.ts';
import { listedBriefings } from '../translations.ts';

/** All briefings, by month. */
export interface ListingView {
  frame: Frame;
  count: number;
  months: { anchor: string; name: string; cards: Card[] }[];
  pagination: PaginationView;
}

const PAGE_SIZE = 30;

/** Of the place of a month in the list. @param day `yyyy-mm-dd`. */
export function monthAnchor(day: string): string {
  return `Month-${day.slice(0, 'yyyy-mm'.length)}`;
}

/** The pages of the list of all briefings, one in several languages once; at least one page. */
export function listingSlices(edition: Edition): Slice<Entry<Briefing>>[] {
  return paginate(listedBriefings(edition), PAGE_SIZE);
}

export function listingView(edition: Edition, slice: Slice<Entry<Briefing>>): ListingView {
  const { paths, site, style, words } = edition;
  const months = Map.groupBy(slice.items, ({ data }) => monthText(data.publishedAt, style));
  return {
    frame: frameOf(edition, {
      title: numberedTitle(words, words.titles.briefings, slice),
      description: words.lists.about(site.name),
      path: paths.briefings(slice.page),
    }),
    count: slice.count,
    months: [...months].map(([name, entries]) => ({
      anchor: monthAnchor(dayOf(entries[0]?.data.publishedAt ?? '', style)),
      name,
      cards: entries.map((entry) => cardView(edition, entry)),
    })),
    pagination: paginationView(slice, paths.briefings),
  };
}
