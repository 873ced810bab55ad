import { directionOf, wordsOf } from '../languages/index.ts';
import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import type { Edition } from './edition.ts';
import { type Foreign, languageOf, ownName } from './language.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { isPublic } from './public.ts';

/** One briefing in several languages, each once. */
interface Group {
  /** Those of this publication that are public, by their languages. */
  here: ReadonlyMap<string, Entry<Briefing>>;
  /** The addresses of those on other sites, by their languages. */
  elsewhere: ReadonlyMap<string, string>;
}

/** A briefing in another language, as its readers choose it. */
export interface Translation extends Foreign {
  /** The language by its own name: "українська". */
  name: string;
  /** From the site's root, or a whole address on another site. */
  href: string;
}

/** A page in one of its languages (HTML, `rel=alternate`), with whole addresses. */
export interface LanguageLink {
  /** A BCP 47 tag, or `x-default` for readers of all other languages. */
  hreflang: string;
  href: string;
}

/** The edition as readers of a language have it: dates are written as they write them, and of what is there in several languages it lists theirs. */
export const inLanguage = onceForEach((edition, language: string): Edition => {
  return language === edition.style.language
    ? edition
    : { ...edition, style: { ...edition.style, language }, words: wordsOf(language) };
});

/** The same in the language of a briefing. */
export function inLanguageOf(edition: Edition, { data }: Entry<Briefing>): Edition {
  return inLanguage(edition, languageOf(edition, data));
}

/** The public briefings by their languages, each list newest first. */
export const briefingsByLanguage = oncePerEdition((edition) =>
  Map.groupBy(edition.briefings, ({ data }) => languageOf(edition, data)),
);

/** All public briefings, one in several languages once: newest first. */
export const listedBriefings = oncePerEdition((edition) => oneOfEach(edition, edition.briefings));

/** Whether a public briefing is among them. */
export function isListed(edition: Edition, entry: Entry<Briefing>): boolean {
  return !groupsOf(edition).has(entry.id) || listed(edition).has(entry);
}

const listed = oncePerEdition((edition) => new Set(listedBriefings(edition)));

/**
 * A list in which nothing stands twice: of what it has in several languages it keeps the one in the language of the pages,
 * else that of the publication, else the one that was published first. Editors see all besides that are not public yet.
 *
 * @param list newest first.
 */
export function oneOfEach(edition: Edition, list: readonly Entry<Briefing>[]): readonly Entry<Briefing>[] {
  const groups = groupsOf(edition);
  if (groups.size === 0) return list;
  const wanted = [edition.site.language, edition.style.language];
  const rank = ({ data }: Entry<Briefing>) => wanted.indexOf(languageOf(edition, data));
  const kept = new Map<Group, Entry<Briefing>>();
  for (const entry of list) {
    const group = groups.get(entry.id);
    const other = group && kept.get(group);
    if (group && (!other || rank(entry) >= rank(other))) kept.set(group, entry);
  }
  return list.filter((entry) => {
    const group = groups.get(entry.id);
    return !group || kept.get(group) === entry || !isPublic(entry.data, edition.asOf);
  });
}

/** The same of several lists by their names. */
export function oneOfEachIn<Name>(
  edition: Edition,
  lists: ReadonlyMap<Name, readonly Entry<Briefing>[]>,
): ReadonlyMap<Name, readonly Entry<Briefing>[]> {
  if (groupsOf(edition).size === 0) return lists;
  return new Map([...lists].map(([name, list]) => [name, oneOfEach(edition, list)]));
}

/** The public briefing in the language of the publication that a list has in the place of another one of its group. */
export function listedInstead(edition: Edition, id: string): Entry<Briefing> | undefined {
  const other = groupsOf(edition).get(id)?.here.get(edition.site.language);
  return other?.id === id ? undefined : other;
}

/** A public briefing in all other languages that it can be read in: that of the publication first, then by their tags. */
export function translationsOf(edition: Edition, entry: Entry<Briefing>): Translation[] {
  const own = languageOf(edition, entry.data);
  return addressesIn(edition, entry)
    .filter(([language]) => language !== own)
    .map(([lang, href]) => ({ lang, dir: directionOf(lang), name: ownName(lang), href }));
}

/** A briefing in every language, its own among them, and in which to read it in all others; nothing where it has no other. */
export function languageLinks(edition: Edition, entry: Entry<Briefing>): LanguageLink[] {
  const { paths, site } = edition;
  const links = addressesIn(edition, entry).map(([hreflang, href]) => ({ hreflang, href: paths.absolute(href) }));
  if (links.length < 2) return [];
  const main = links.filter(({ hreflang }) => hreflang === site.language);
  return [...links, ...main.map(({ href }) => ({ hreflang: 'x-default', href }))];
}

function addressesIn(edition: Edition, { id }: Entry<Briefing>): [language: string, address: string][] {
  const { paths, site } = edition;
  const group = groupsOf(edition).get(id);
  if (!group) return [];
  const here = [...group.here].map(([language, { id }]) => [language, paths.briefing(id)] as const);
  const addresses = new Map([...group.elsewhere, ...here]);
  const isMain = (language: string) => Number(language === site.language);
  return [...addresses].sort(([a], [b]) => isMain(b) - isMain(a) || (a < b ? -1 : 1));
}

/**
 * The groups by the ids of all that belong to them. Who is named belongs together with who names it; what is not public
 * joins nothing and is found in no group, whoever names it.
 */
const groupsOf = oncePerEdition((edition): ReadonlyMap<string, Group> => {
  const { briefings } = edition;
  const naming = briefings.filter(({ data }) => data.translations.length + data.translatedElsewhere.length > 0);
  const joined = new Map<string, ReadonlySet<string>>();
  for (const { id, data } of naming) {
    const all = new Set([id, ...data.translations].flatMap((one) => [...(joined.get(one) ?? [one])]));
    for (const one of all) joined.set(one, all);
  }
  if (joined.size === 0) return new Map();
  const known = new Map(briefings.map((entry) => [entry.id, entry]));
  const groups = new Map([...new Set(joined.values())].map((ids) => [ids, groupOf(edition, ids, known)]));
  return new Map(
    [...joined].flatMap(([id, ids]): [string, Group][] => {
      const group = groups.get(ids);
      return group ? [[id, group]] : [];
    }),
  );
});

function groupOf(edition: Edition, ids: ReadonlySet<string>, known: ReadonlyMap<string, Entry<Briefing>>): Group {
  const entries = [...ids].sort().flatMap((id) => known.get(id) ?? []);
  return {
    here: new Map(entries.map((entry) => [languageOf(edition, entry.data), entry])),
    elsewhere: new Map(
      entries.flatMap(({ data }) => data.translatedElsewhere.map(({ language, url }) => [language, url] as const)),
    ),
  };
}
