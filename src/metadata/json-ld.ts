import { wordsOf } from '../languages/index.ts';
import type { ChangeView } from '../newsroom/changes.ts';
import type { Frame } from '../newsroom/frame.ts';
import type { StatementView } from '../newsroom/questions.ts';
import type { ComingView, EventView } from '../newsroom/timeline.ts';
import type { BriefingView } from '../newsroom/views/briefing.ts';
import type { Place } from '../schemas/place.ts';

type Node = Record<string, unknown>;

const KINDS = { news: 'NewsArticle', background: 'BackgroundNewsArticle', analysis: 'AnalysisNewsArticle' };

/**
 * What a page tells machines about itself in the words of schema.org, as the text of a script element of the type
 * application/ld+json. Every `<` is written so that no text can end the element (html.spec.whatwg.org,
 * restrictions for contents of script elements).
 *
 * @param nodes what the page is about, besides its publisher and the way to it.
 */
export function jsonLd(frame: Frame, nodes: readonly object[]): string {
  const graph = [publisher(frame), ...breadcrumbs(frame), ...nodes];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

/** The site itself, for the home page. */
export function webSite({ site, publisher, language }: Frame): Node {
  return {
    '@type': 'WebSite',
    name: site.name,
    description: site.tagline,
    url: publisher.page,
    inLanguage: language,
    publisher: { '@id': idOf(publisher) },
  };
}

/** A page that collects others: a story, a topic. */
export function collectionPage({ canonical, language, breadcrumbs, description, publisher, image }: Frame): Node {
  return {
    '@type': 'CollectionPage',
    name: breadcrumbs.at(-1)?.text,
    description,
    url: canonical,
    image,
    inLanguage: language,
    publisher: { '@id': idOf(publisher) },
  };
}

/** A briefing, with who says what, what was corrected in it, and what is scheduled. */
export function newsArticle({ frame, article }: BriefingView): Node[] {
  const { publisher, canonical, language, image, breadcrumbs } = frame;
  const by = { '@id': idOf(publisher) };
  const statements = article.questions.flatMap(({ statements }) => statements);
  const story = breadcrumbs.length > 2 ? breadcrumbs[1] : undefined;
  return [
    {
      '@type': KINDS[article.kind],
      '@id': canonical,
      url: canonical,
      headline: article.headline,
      abstract: article.standfirst,
      inLanguage: language,
      datePublished: article.published.datetime,
      dateModified: (article.updated ?? article.published).datetime,
      dateline: article.dateline,
      contentLocation: placeNode(article.place),
      image,
      license: publisher.licence,
      publisher: by,
      // A byline may be a person's or a desk's: it is given as it is printed.
      ...(article.byline === undefined ? { author: by } : { creditText: article.byline }),
      about: article.topics.map(({ text }) => ({ '@type': 'Thing', name: text })),
      isPartOf: story && { '@type': 'CreativeWorkSeries', name: story.text, url: story.href },
      workTranslation: some(translations(frame, article.kind)),
      citation: some(statements.flatMap(citation)),
      correction: some([...article.notices, ...article.changes].flatMap(correction)),
      hasPart: some(statements.flatMap((statement) => statementNodes(statement, language))),
    },
    ...article.timeline.filter(({ status }) => status !== 'happened').map(scheduledEvent),
  ];
}

/** Which of them was written first nobody says: each is called a translation, and none the original. */
function translations({ languages, canonical }: Frame, kind: keyof typeof KINDS): Node[] {
  return languages
    .filter(({ hreflang, href }) => hreflang !== 'x-default' && href !== canonical)
    .map(({ hreflang, href }) => ({ '@type': KINDS[kind], url: href, inLanguage: hreflang }));
}

/** A scheduled or cancelled event, with its place where that is known. */
export function scheduledEvent({
  date,
  text,
  status = 'scheduled',
  movedFrom,
  where,
}: Pick<ComingView, 'date' | 'text' | 'movedFrom' | 'where'> & { status?: EventView['status'] }): Node {
  // The first day of the date before; nothing where that was not known exactly.
  const before = movedFrom?.includes('~') ? undefined : movedFrom?.split('/')[0];
  const [start, end] = date.parts.flatMap(({ datetime }) => datetime ?? []);
  const state =
    status === 'cancelled' ? 'EventCancelled' : before === undefined ? 'EventScheduled' : 'EventRescheduled';
  return {
    '@type': 'Event',
    name: text,
    startDate: start,
    endDate: end,
    eventStatus: `https://schema.org/${state}`,
    previousStartDate: before,
    location: placeNode(where),
  };
}

function placeNode(place: Place | undefined): Node | undefined {
  if (!place) return undefined;
  const { name, latitude, longitude } = place;
  return { '@type': 'Place', name, geo: { '@type': 'GeoCoordinates', latitude, longitude } };
}

function publisher({ publisher }: Frame): Node {
  const { name, page, email, principles, correctionsPolicy, ethicsPolicy } = publisher;
  return {
    '@type': 'NewsMediaOrganization',
    '@id': idOf(publisher),
    name,
    url: page,
    email,
    publishingPrinciples: principles,
    correctionsPolicy,
    ethicsPolicy,
  };
}

function breadcrumbs({ breadcrumbs }: Frame): Node[] {
  if (breadcrumbs.length < 2) return [];
  const itemListElement = breadcrumbs.map(({ text, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    item: href,
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

function correction({ kind, what, at }: ChangeView): Node[] {
  if (kind !== 'correction' && kind !== 'clarification') return [];
  return [{ '@type': 'CorrectionComment', text: what, datePublished: at.datetime }];
}

/** A paraphrase is a claim, and verbatim words are a quotation: a statement may be both. */
function statementNodes({ by, kind, date, says, quote }: StatementView, language: string): Node[] {
  const [on] = date.parts.flatMap(({ datetime }) => datetime ?? []);
  const types = { person: 'Person', organization: 'Organization' };
  const who = kind && { '@type': types[kind], name: by.text };
  return [
    ...(says === undefined
      ? []
      : [
          {
            '@type': 'Claim',
            text: quote === undefined ? says : `${says} ${wordsOf(language).quoted(quote)}`,
            author: who,
            creditText: by.text,
            dateCreated: on,
          },
        ]),
    ...(quote === undefined
      ? []
      : [{ '@type': 'Quotation', text: quote, author: who, creditText: by.text, dateCreated: on }]),
  ];
}

function citation({ citation }: StatementView): Node[] {
  if (!citation) return [];
  const { name, url, archiveUrl } = citation;
  const publisher = name === undefined ? undefined : { '@type': 'Organization', name };
  return [{ '@type': 'CreativeWork', publisher, url, archivedAt: archiveUrl }];
}

function idOf({ page }: Frame['publisher']): string {
  return `${page}#Publisher`;
}

/** Nothing instead of an empty list. */
function some(nodes: Node[]): Node[] | undefined {
  return nodes.length > 0 ? nodes : undefined;
}
