import type { Briefing, KeyPoint } from '../../schemas/briefing.ts';
import type { Place } from '../../schemas/place.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Body } from '../body.ts';
import { type Published, publishedView, topicName, unpublishedText } from '../cards.ts';
import { addedParts, type ChangeView, changeViews, updatedAt } from '../changes.ts';
import { type Edition, storyOf } from '../edition.ts';
import { eventsOf } from '../events.ts';
import { type FactView, factViews } from '../facts.ts';
import type { Link } from '../frame.ts';
import { type Foreign, foreignNames } from '../language.ts';
import { neighbourhoodOf } from '../neighbourhood.ts';
import { oncePerEdition } from '../once.ts';
import { placeOf } from '../places.ts';
import { type QuestionView, questionView } from '../questions.ts';
import { type SeriesView, seriesView } from '../series.ts';
import { sourcesOf } from '../sources.ts';
import { type TallyView, tallyView } from '../tally.ts';
import { type ComingView, comingViews, type EventView, timelineViews } from '../timeline.ts';
import { inLanguageOf, type Translation, translationsOf } from '../translations.ts';

/** A briefing without its surroundings: what its page and its entry in a feed both show. */
export interface ArticleView {
  href: string;
  kind: Briefing['kind'];
  headline: string;
  standfirst: string;
  /** What keeps it from readers; only in the dev server, where editors see it. */
  unpublished?: string | undefined;
  /** The story or, without one, the first topic. */
  eyebrow: Link;
  published: Published;
  /** When it was last changed; nothing if it never was. */
  updated?: Published | undefined;
  dateline?: string | undefined;
  place?: Place | undefined;
  byline?: string | undefined;
  /** At 230 words a minute, rounded up; at least one. */
  readingMinutes: number;
  /** How many sources it names. */
  sourceCount: number;
  /** Changes that a reader has to know before the body. */
  notices: ChangeView[];
  keyPoints: KeyPoint[];
  facts: FactView[];
  coming: ComingView[];
  body: Body;
  questions: QuestionView[];
  /** Those that the body does not show. */
  tallies: TallyView[];
  series: SeriesView[];
  timeline: EventView[];
  /** All other changes, the newest first. */
  changes: ChangeView[];
  topics: Link[];
  /** Its language, and the others that it can be read in. */
  language: string;
  translations: Translation[];
  /** Of the names of places, where they are in another language. */
  foreign?: Foreign | undefined;
}

const WORDS_PER_MINUTE = 230;

/** Held as long as somebody else holds them: of ten thousand, few are needed at a time. */
const known = oncePerEdition(() => new WeakMap<Entry<Briefing>, WeakRef<ArticleView>>());

/**
 * Its page, its feeds and its other forms ask for the same one; it is made once, in the language of the briefing.
 *
 * @param body its rendered body.
 */
export function articleView(edition: Edition, entry: Entry<Briefing>, body: Body): ArticleView {
  const own = inLanguageOf(neighbourhoodOf(edition, entry), entry);
  const views = known(own);
  const made = views.get(entry)?.deref();
  if (made?.body.name === body.name) return made;
  const view = makeArticle(own, entry, body);
  views.set(entry, new WeakRef(view));
  return view;
}

function makeArticle(edition: Edition, entry: Entry<Briefing>, body: Body): ArticleView {
  const { paths } = edition;
  const { id, data } = entry;
  const events = eventsOf(edition, entry);
  const changes = changeViews(edition, data);
  const added = addedParts(edition, data);
  const isElsewhere = ({ anchor }: { anchor: string }) => !body.html.includes(`id="${anchor}"`);
  return {
    href: paths.briefing(id),
    kind: data.kind,
    headline: data.headline,
    standfirst: data.standfirst,
    unpublished: unpublishedText(edition, data),
    eyebrow: eyebrowOf(edition, data),
    published: publishedView(edition, data.publishedAt),
    updated: changes.length > 0 ? publishedView(edition, updatedAt(entry)) : undefined,
    dateline: data.dateline,
    place: placeOf(edition, data.place),
    byline: data.byline,
    readingMinutes: Math.max(1, Math.ceil(entry.words / WORDS_PER_MINUTE)),
    sourceCount: sourcesOf(entry).size,
    notices: changes.filter(({ grave }) => grave),
    keyPoints: data.keyPoints,
    facts: factViews(edition, data.facts, added),
    coming: comingViews(edition, events),
    body,
    questions: data.questions.map((question) => questionView(edition, question, added.get(question.id))),
    tallies: data.tallies.map((tally) => tallyView(edition, tally, added.get(tally.id))).filter(isElsewhere),
    series: data.series.map((series) => seriesView(edition, series, added.get(series.id))).filter(isElsewhere),
    timeline: timelineViews(edition, events, added),
    changes: changes.filter(({ grave }) => !grave),
    topics: topicLinks(edition, data),
    language: edition.style.language,
    translations: translationsOf(edition, entry),
    foreign: foreignNames(edition),
  };
}

function topicLinks(edition: Edition, { topics }: Briefing): Link[] {
  const foreign = foreignNames(edition);
  return topics.map((topic) => ({ text: topicName(edition, topic), href: edition.paths.topic(topic), foreign }));
}

function eyebrowOf(edition: Edition, data: Briefing): Link {
  const { paths, site } = edition;
  const story = storyOf(edition, data.story);
  const foreign = foreignNames(edition);
  if (story) return { text: story.data.headline, href: paths.story(story.id), foreign };
  return topicLinks(edition, data)[0] ?? { text: site.name, href: paths.home(), foreign };
}
