import { directionOf, wordsOf } from '../languages/index.ts';
import { localesOf } from '../languages/locales.ts';
import type { Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';

/** What an element says whose text is in another language than its page (HTML, `lang` and `dir`). */
export interface Foreign {
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** What a language is called in itself: "українська". */
export const ownName = onceFor((language) => nameIn(language, language));

/** What a language is called in another: "Ukrainian". */
export function nameIn(language: string, other: string): string {
  return new Intl.DisplayNames(localesOf(other), { type: 'language' }).of(language) ?? language;
}

/** Whether the interface has words in a language; where it has none they are English. */
export function hasWords(tag: string): boolean {
  return wordsOf(tag).language === new Intl.Locale(tag).language;
}

/** A language as Open Graph takes it (ogp.me): with its territory, and where it names a script with that of the script, "zh_TW". */
export function openGraphLocale(tag: string): string {
  const locale = new Intl.Locale(tag);
  const { language, region } = locale.script === undefined ? locale : locale.maximize();
  return [language, region ?? []].flat().join('_');
}

/** There are few languages, and each is asked for on many pages: asking the runtime takes far longer than remembering. */
function onceFor<Result>(work: (language: string) => Result): (language: string) => Result {
  const done = new Map<string, Result>();
  return (language) => {
    const result = done.get(language) ?? work(language);
    done.set(language, result);
    return result;
  };
}

/** The language of a briefing: its own or, where it names none, that of the publication. */
export function languageOf({ site }: Pick<Edition, 'site'>, { language }: { language?: string | undefined }): string {
  return language ?? site.language;
}

/** For the words of a briefing; nothing where they are in the language that the pages of the edition are in. */
export function foreignWords(edition: Edition, id: string): Foreign | undefined {
  return foreignBriefings(edition).get(id);
}

const foreignBriefings = oncePerEdition((edition): ReadonlyMap<string, Foreign> => {
  const { briefings, withdrawn, style } = edition;
  const all = [...briefings.map(({ id, data }) => ({ id, language: data.language })), ...withdrawn];
  return new Map(
    all.flatMap(({ id, language }) => {
      const lang = languageOf(edition, { language });
      return lang === style.language ? [] : [[id, foreign(lang)] as const];
    }),
  );
});

/** For the names of the publication itself, its topics, stories, sources and places, on pages in other languages than its own. */
export function foreignNames({ site, style }: Edition): Foreign | undefined {
  return site.language === style.language ? undefined : foreign(site.language);
}

function foreign(language: string): Foreign {
  return { lang: language, dir: directionOf(language) };
}
