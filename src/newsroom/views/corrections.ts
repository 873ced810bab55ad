import { type Published, publishedView } from '../cards.ts';
import { type ChangeView, changeViews } from '../changes.ts';
import type { Edition } from '../edition.ts';
import { correctionsFeed, siteFeed } from '../feeds.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { foreignWords } from '../language.ts';
import { oncePerEdition } from '../once.ts';
import { numberedTitle, type PaginationView, paginate, paginationView, type Slice } from '../pagination.ts';

/** A correction, clarification or withdrawal, with the briefing that it belongs to. */
export interface CorrectionView extends ChangeView {
  briefing: Link;
  published: Published;
}

export interface CorrectionsView {
  frame: Frame;
  count: number;
  corrections: CorrectionView[];
  pagination: PaginationView;
}

/** Of the notice on the page of a withdrawn briefing. */
export const WITHDRAWAL = 'Withdrawal';

const PAGE_SIZE = 30;

/** The pages of the list of corrections, newest first; at least one. What an update says is not among them. */
export const correctionSlices = oncePerEdition((edition): Slice<CorrectionView>[] => {
  const { paths, words, briefings, withdrawn } = edition;
  const changed = briefings.filter(({ data }) => data.changes.length > 0);
  const made = changed.flatMap(({ id, data }) =>
    changeViews(edition, data)
      .filter(({ kind }) => kind !== 'update')
      .map((change) => ({
        ...change,
        foreign: foreignWords(edition, id),
        briefing: { text: data.headline, href: paths.briefing(id), foreign: foreignWords(edition, id) },
        published: publishedView(edition, data.publishedAt),
      })),
  );
  const taken = withdrawn.map(({ id, headline, publishedAt, at, notice }) => ({
    anchor: WITHDRAWAL,
    kind: 'withdrawal' as const,
    kindText: words.changes.withdrawal,
    at: publishedView(edition, at),
    what: notice,
    grave: true,
    foreign: foreignWords(edition, id),
    briefing: { text: headline, href: paths.briefing(id), foreign: foreignWords(edition, id) },
    published: publishedView(edition, publishedAt),
  }));
  const all = [...made, ...taken].sort((a, b) => Date.parse(b.at.datetime) - Date.parse(a.at.datetime));
  return paginate<CorrectionView>(all, PAGE_SIZE);
});

export function correctionsView(edition: Edition, slice: Slice<CorrectionView>): CorrectionsView {
  const { paths, site, words } = edition;
  return {
    frame: frameOf(edition, {
      title: numberedTitle(words, words.titles.corrections, slice),
      description: words.corrections.about(site.name),
      path: paths.corrections(slice.page),
      feeds: [correctionsFeed(edition), siteFeed(edition)],
    }),
    count: slice.count,
    corrections: slice.items,
    pagination: paginationView(slice, paths.corrections),
  };
}
