import { directionOf, wordsOf } from '../languages/index.ts';
import { instantText } from './dates.ts';
import { type Edition, makes } from './edition.ts';
import { FEED_FORMATS, type Feed, siteFeed } from './feeds.ts';
import { type Foreign, foreignNames } from './language.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import type { LanguageLink } from './translations.ts';

export interface Link {
  text: string;
  href: string;
  /** Where its text is in another language than the page. */
  foreign?: Foreign | undefined;
}

export interface NavLink extends Link {
  /** `page`: the reader is there. `true`: the reader is somewhere below it. */
  current?: 'page' | 'true' | undefined;
}

/** What surrounds every page: its head, its masthead and its footer. */
export interface Frame {
  language: string;
  direction: Foreign['dir'];
  /** Whether the publication has anything that is written from right to left. */
  hasRightToLeft: boolean;
  /** Of what surrounds the page, where that is in another language. */
  foreign?: Foreign | undefined;
  site: { name: string; tagline: string; href: string };
  /** For the tab and for search results. */
  title: string;
  description: string;
  /** The whole address of the page; left out for a page that has none, like that of an error. */
  canonical?: string | undefined;
  nav: readonly NavLink[];
  /** The ways to the page: the site, the part of it, and the page itself. */
  breadcrumbs: Link[];
  /** Other forms of the page, and feeds in every format, for programs that look for them. */
  alternates: Alternate[];
  /** The page in each of its languages, its own among them; empty where it has one alone. */
  languages: readonly LanguageLink[];
  /** The picture that stands for the page where it is shared; whole address. */
  image?: string | undefined;
  publisher: Publisher;
  icons: { svg: string; ico: string; apple: string };
  manifest: string;
  /** The address of the worker that keeps pages offline, where the publication asks for it. */
  worker?: string | undefined;
  /** What tells browsers how to search here, where readers can. */
  openSearch?: string | undefined;
  footer: Footer;
}

export interface Footer {
  links: readonly Link[];
  /** As of when the page speaks, where its readers have to know. */
  asOf?: string | undefined;
  licence?: { name: string; url?: string | undefined } | undefined;
}

export interface Alternate extends Link {
  /** The media type. */
  type: string;
}

/** Who publishes the site, with whole addresses of what it says about itself. */
export interface Publisher {
  name: string;
  page: string;
  email?: string | undefined;
  licence?: string | undefined;
  principles?: string | undefined;
  correctionsPolicy?: string | undefined;
  ethicsPolicy?: string | undefined;
}

export interface FrameOptions {
  /** Left out on the home page. */
  title?: string;
  description?: string;
  path?: string;
  /** Left out, it is the feed of the site. */
  feeds?: Feed[];
  /** Other forms of the page. */
  forms?: Alternate[];
  /** The page in each of its languages. */
  languages?: readonly LanguageLink[];
  /** The part of the site that it is in. */
  part?: Link | undefined;
  /** Of the picture for sharing, from the site's root. */
  card?: string | undefined;
  /** It says what is still to come, so that readers have to know as of when. */
  tellsComing?: boolean;
}

export function frameOf(edition: Edition, options: FrameOptions): Frame {
  const {
    title,
    description,
    path,
    feeds = [siteFeed(edition)],
    forms = [],
    languages = [],
    card,
    tellsComing = false,
  } = options;
  const { site, paths } = edition;
  const { footer, footerOfComing, ...same } = surroundings(edition);
  const canonical = path && paths.absolute(path);
  return {
    ...same,
    title: title === undefined ? `${site.name}: ${site.tagline}` : `${title} – ${site.name}`,
    description: description ?? site.tagline,
    canonical,
    nav: navOf(edition, path),
    breadcrumbs: breadcrumbsOf(edition, options, canonical),
    alternates: [...forms, ...feeds.flatMap((feed) => feedLinks(edition, feed))],
    languages,
    image: card && paths.absolute(card),
    footer: tellsComing ? footerOfComing : footer,
  };
}

/** What is the same on all pages. */
const surroundings = oncePerEdition((edition) => {
  const { site, paths, asOf, style } = edition;
  const footer: Footer = { links: footerLinks(edition), licence: site.licence };
  const footerOfComing = { ...footer, asOf: instantText(asOf, { ...style, language: site.language }) };
  return {
    // A site that stands still says so everywhere. Of one that moves on with each build, other pages stay as they are.
    footer: site.asOf === undefined ? footer : footerOfComing,
    footerOfComing,
    language: style.language,
    direction: directionOf(style.language),
    hasRightToLeft: [site.language, ...edition.otherLanguages].some((language) => directionOf(language) === 'rtl'),
    foreign: foreignNames(edition),
    site: { name: site.name, tagline: site.tagline, href: paths.home() },
    publisher: publisherOf(edition),
    icons: {
      svg: paths.file('favicon.svg'),
      ico: paths.file('favicon.ico'),
      apple: paths.file('apple-touch-icon.png'),
    },
    manifest: paths.manifest(),
    worker: site.offline ? paths.worker() : undefined,
    openSearch: makes(edition, 'search') ? paths.openSearch() : undefined,
  };
});

/** A feed in every format. */
const feedLinks = onceForEach(({ paths }, { title, folder }: Feed): Alternate[] => {
  return FEED_FORMATS.map(({ name, file, type }) => ({
    text: `${title} (${name})`,
    href: paths.feed(folder, file),
    type,
  }));
});

function breadcrumbsOf(edition: Edition, { title, part }: FrameOptions, canonical: string | undefined): Link[] {
  const { site, paths } = edition;
  const home = { text: site.name, href: surroundings(edition).publisher.page };
  if (title === undefined || canonical === undefined) return [home];
  const between = part === undefined ? [] : [{ text: part.text, href: paths.absolute(part.href) }];
  return [home, ...between, { text: title, href: canonical }];
}

/** What the publication says about itself, where it has the pages: method, corrections-policy, ethics. */
function publisherOf({ site, paths, pages }: Edition): Publisher {
  const page = (name: string) => (pages.some(({ id }) => id === name) ? paths.absolute(paths.page(name)) : undefined);
  return {
    name: site.name,
    page: paths.absolute(paths.home()),
    email: site.contact,
    licence: site.licence?.url,
    principles: page('method'),
    correctionsPolicy: page('corrections-policy'),
    ethicsPolicy: page('ethics'),
  };
}

function navOf(edition: Edition, path: string | undefined): readonly NavLink[] {
  const link = navLinks(edition).find(({ href }) => currentOf(href, path, edition.paths.home()));
  // Wherever below a link the reader is, it looks the same.
  return navAt(edition, link && (path === link.href ? path : `${link.href}below/`));
}

const navAt = onceForEach((edition, path: string | undefined): readonly NavLink[] => {
  const home = edition.paths.home();
  return navLinks(edition).map((link) => ({ ...link, current: currentOf(link.href, path, home) }));
});

const navLinks = oncePerEdition((edition): Link[] => {
  const { paths } = edition;
  // What surrounds a page is in the language of the publication, as its names are.
  const { titles } = wordsOf(edition.site.language);
  return [
    { text: titles.latest, href: paths.home() },
    { text: titles.stories, href: paths.stories() },
    { text: titles.briefings, href: paths.briefings() },
    { text: titles.topics, href: paths.topics() },
    { text: titles.comingUp, href: paths.comingUp() },
    { text: titles.subscribe, href: paths.subscribe() },
    ...(makes(edition, 'search') ? [{ text: titles.search, href: paths.search() }] : []),
  ];
});

function currentOf(href: string, path: string | undefined, home: string): NavLink['current'] {
  if (path === href) return 'page';
  return href !== home && path?.startsWith(href) ? 'true' : undefined;
}

function footerLinks({ site, pages, paths }: Edition): Link[] {
  const words = wordsOf(site.language);
  return [
    ...pages.map(({ id, data }) => ({ text: data.title, href: paths.page(id) })),
    { text: words.titles.sources, href: paths.sources() },
    { text: words.titles.corrections, href: paths.corrections() },
    { text: 'RSS', href: paths.feed('', 'rss.xml') },
    ...(site.contact === undefined ? [] : [{ text: words.frame.contact, href: `mailto:${site.contact}` }]),
  ];
}
