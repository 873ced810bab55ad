import { instantText } from './dates.ts';
import type { Edition } from './edition.ts';

export interface Link {
  text: string;
  href: string;
}

export interface NavLink extends Link {
  /** `page`: the reader is there. `true`: the reader is somewhere below it. */
  current?: 'page' | 'true' | undefined;
}

/** What surrounds every page: its head, its masthead and its footer. */
export interface Frame {
  language: string;
  direction: 'ltr' | 'rtl';
  site: { name: string; tagline: string; href: string };
  /** For the tab and for search results. */
  title: string;
  description: string;
  /** The whole address of the page; left out for a page that has none, like that of an error. */
  canonical?: string | undefined;
  nav: NavLink[];
  /** Feeds for programs that look for them, the one of this very page first. */
  feeds: Link[];
  icons: { svg: string; ico: string; apple: string };
  manifest: string;
  footer: { links: Link[]; asOf: string; licence?: { name: string; url?: string | undefined } | undefined };
}

export interface FrameOptions {
  /** Left out on the home page. */
  title?: string;
  description?: string;
  path?: string;
  /** Left out, it is the feed of the site. */
  feeds?: Link[];
}

export function frameOf(edition: Edition, { title, description, path, feeds }: FrameOptions): Frame {
  const { site, paths, style, asOf } = edition;
  return {
    language: site.language,
    direction: directionOf(site.language),
    site: { name: site.name, tagline: site.tagline, href: paths.home() },
    title: title === undefined ? `${site.name}: ${site.tagline}` : `${title} – ${site.name}`,
    description: description ?? site.tagline,
    canonical: path && paths.absolute(path),
    nav: navOf(edition, path),
    feeds: feeds ?? [siteFeed(edition)],
    icons: {
      svg: paths.file('favicon.svg'),
      ico: paths.file('favicon.ico'),
      apple: paths.file('apple-touch-icon.png'),
    },
    manifest: paths.manifest(),
    footer: {
      links: [
        ...pageLinks(edition),
        { text: 'Sources', href: paths.sources() },
        { text: 'Corrections', href: paths.corrections() },
        { text: 'RSS', href: paths.siteFeed() },
        ...(site.contact === undefined ? [] : [{ text: 'Contact', href: `mailto:${site.contact}` }]),
      ],
      asOf: instantText(asOf, style),
      licence: site.licence,
    },
  };
}

export function siteFeed({ site, paths }: Edition): Link {
  return { text: site.name, href: paths.siteFeed() };
}

/** Which way a language is written. */
function directionOf(language: string): Frame['direction'] {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** ISO 15924. Intl.Locale's own getTextInfo is not in every runtime that this has to run on. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

function navOf(edition: Edition, path: string | undefined): NavLink[] {
  const { paths } = edition;
  const links = [
    { text: 'Latest', href: paths.home() },
    { text: 'Stories', href: paths.stories() },
    { text: 'Briefings', href: paths.briefings() },
    { text: 'Topics', href: paths.topics() },
    { text: 'Coming up', href: paths.comingUp() },
    { text: 'Subscribe', href: paths.subscribe() },
  ];
  return links.map((link) => ({ ...link, current: currentOf(link.href, path, paths.home()) }));
}

function currentOf(href: string, path: string | undefined, home: string): NavLink['current'] {
  if (path === href) return 'page';
  return href !== home && path?.startsWith(href) ? 'true' : undefined;
}

function pageLinks({ pages, paths }: Edition): Link[] {
  return pages.map(({ id, data }) => ({ text: data.title, href: paths.page(id) }));
}
