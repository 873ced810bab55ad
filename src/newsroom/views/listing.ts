import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { type Card, cardView } from '../cards.ts';
import { monthText } from '../dates.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf } from '../frame.ts';
import { numberedTitle, type PaginationView, paginate, paginationView, type Slice } from '../pagination.ts';

/** All briefings, by month. */
export interface ListingView {
  frame: Frame;
  count: number;
  months: { name: string; cards: Card[] }[];
  pagination: PaginationView;
}

const PAGE_SIZE = 30;

/** The pages of the list of all briefings, at least one. */
export function listingSlices(edition: Edition): Slice<Entry<Briefing>>[] {
  return paginate(edition.briefings, PAGE_SIZE);
}

export function listingView(edition: Edition, slice: Slice<Entry<Briefing>>): ListingView {
  const { paths, site, style } = edition;
  const months = Map.groupBy(slice.items, ({ data }) => monthText(data.publishedAt, style));
  return {
    frame: frameOf(edition, {
      title: numberedTitle('Briefings', slice),
      description: `Every briefing of ${site.name}, newest first.`,
      path: paths.briefings(slice.page),
    }),
    count: edition.briefings.length,
    months: [...months].map(([name, entries]) => ({ name, cards: entries.map((entry) => cardView(edition, entry)) })),
    pagination: paginationView(slice, paths.briefings),
  };
}
