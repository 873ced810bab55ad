import type { KeyPoint } from '../../schemas/briefing.ts';
import { cardView } from '../cards.ts';
import { changeViews, lastChange } from '../changes.ts';
import { dateText, dateView } from '../dates.ts';
import { type Day, daysOf } from '../days.ts';
import { type Edition, makes } from '../edition.ts';
import { type FactView, factView } from '../facts.ts';
import type { Foreign } from '../language.ts';

/** The briefings of one day as a newsletter. All addresses are whole. */
export interface EmailView {
  /** `yyyy-mm-dd` */
  date: string;
  language: string;
  site: { name: string; page: string };
  /** "Readout, 26 January 2026" */
  title: string;
  /** When anything in it last changed: an instant. */
  updatedAt: string;
  briefings: EmailBriefing[];
  /** The page of the day. */
  page: string;
}

export interface EmailBriefing {
  href: string;
  eyebrow: string;
  headline: string;
  standfirst: string;
  keyPoints: KeyPoint[];
  /** The main figure. */
  fact?: FactView | undefined;
  /** "Correction, 27 January 2026: ", and what was changed, in the words of the briefing. */
  changes: { head: string; what: string }[];
  /** Where it is in another language than the mail; of the eyebrow only where that is its own. */
  foreign?: Foreign | undefined;
  foreignEyebrow?: Foreign | undefined;
}

/** The days that have a newsletter: every one with a briefing, the oldest first. */
export function newsletterDays(edition: Edition): Day[] {
  return makes(edition, 'newsletters') ? daysOf(edition).filter(({ briefings }) => briefings.length > 0) : [];
}

/** The newsletter of one of its days. */
export function emailView(edition: Edition, { date, briefings }: Day): EmailView {
  const { site, paths, style, words } = edition;
  return {
    date,
    language: site.language,
    site: { name: site.name, page: paths.absolute(paths.home()) },
    title: `${site.name}${words.comma}${dateText(dateView(date, style))}`,
    updatedAt: lastChange(briefings) ?? edition.asOf,
    briefings: briefings.map((entry) => {
      const { eyebrow, headline, standfirst, href, foreign, foreignEyebrow } = cardView(edition, entry);
      const [fact] = entry.data.facts;
      return {
        href: paths.absolute(href),
        eyebrow,
        headline,
        standfirst,
        keyPoints: entry.data.keyPoints,
        fact: fact && { ...factView(edition, fact), foreign },
        changes: changeViews(edition, entry.data).map(({ kindText, at, what }) => ({
          head: `${kindText}${words.comma}${at.text}: `,
          what,
        })),
        foreign,
        foreignEyebrow,
      };
    }),
    page: paths.absolute(paths.day(date)),
  };
}
