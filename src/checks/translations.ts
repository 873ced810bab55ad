import { type Briefing, briefingFields } from '../schemas/briefing.ts';
import { languageTag } from '../schemas/scalars.ts';
import { site } from '../schemas/site.ts';
import { type CheckedFile, dataOf, filesOf, wrongAt } from './between.ts';
import type { Path } from './document.ts';
import type { Mistake } from './mistake.ts';
import { entryOf, readable, valuesAt } from './values.ts';

/** One briefing in one of its languages. */
interface Version {
  /** Its id, or its address on another site. */
  name: string;
  language: string;
}

/** What is known to be one briefing in several languages. */
type Group = ReadonlyMap<string, Version>;

/**
 * A briefing and all that are named as its translations are in languages of their own. They belong together whoever names
 * whom, so two files that agree with themselves may not agree with each other.
 */
export function checkTranslations(files: readonly CheckedFile[]): Mistake[] {
  const briefings = filesOf(files, 'briefings');
  const naming = briefings.filter(({ reading }) => reading.state !== 'whole' || reading.entries.some(namesOthers));
  const language = site.shape.language.safeParse(entryOf(filesOf(files, 'site').map(dataOf)[0], 'language')).data;
  if (naming.length === 0 || language === undefined) return [];
  const versions = new Map(briefings.flatMap((file) => versionOf(file, language)).map((one) => [one.name, one]));
  const groups = new Map<string, Group>();
  return naming.flatMap((file) => {
    const own = versions.get(file.reading.id);
    if (!own) return [];
    return namedIn(file, versions).flatMap(({ path, version }) => {
      const problem = join(groups, own, version);
      return problem === undefined ? [] : [wrongAt(file, path, 'translation-language', problem)];
    });
  });
}

function namesOthers({ data }: { data: Pick<Briefing, 'translations' | 'translatedElsewhere'> }): boolean {
  return data.translations.length + data.translatedElsewhere.length > 0;
}

/** A briefing with its language; nothing where that cannot be read. */
function versionOf(file: CheckedFile, language: string): Version[] {
  const given = entryOf(dataOf(file), 'language') ?? language;
  const tag = languageTag().safeParse(given).data;
  return tag === undefined ? [] : [{ name: file.reading.id, language: tag }];
}

/** What a file names as its translations, as far as that is known. */
function namedIn(file: CheckedFile, versions: ReadonlyMap<string, Version>): { path: Path; version: Version }[] {
  const data = dataOf(file);
  const here = valuesAt(data, ['translations', '*']).flatMap(({ path, value }) => {
    const version = versions.get(value);
    return version ? [{ path, version }] : [];
  });
  const others = readable(entryOf(data, 'translatedElsewhere'), elsewhere);
  return [
    ...here,
    ...others.map(({ data: { language, url }, index }) => ({
      path: ['translatedElsewhere', index, 'language'],
      version: { name: url, language },
    })),
  ];
}

const elsewhere = briefingFields.shape.translatedElsewhere.unwrap().element;

/** Makes one group of those of two versions; what keeps them from being one, in words. */
function join(groups: Map<string, Group>, own: Version, other: Version): string | undefined {
  if (own.name === other.name) return `"${own.name}" is this briefing. Name the others here.`;
  const [left, right] = [own, other].map((one) => groups.get(one.name) ?? new Map([[one.language, one]]));
  if (!left || !right || left === right) return undefined;
  const clash = [...right.values()].find(({ language, name }) => (left.get(language)?.name ?? name) !== name);
  if (clash) return clashText(own, other, left.get(clash.language), clash);
  const both = new Map([...left, ...right]);
  for (const { name } of both.values()) groups.set(name, both);
  return undefined;
}

function clashText(own: Version, other: Version, known: Version | undefined, clash: Version): string {
  const mend = 'Take it out, or give each its own "language"';
  if (known === own && clash === other) {
    return `"${other.name}" is in "${own.language}", as this briefing is. ${mend}.`;
  }
  return `With "${other.name}" there would be two in "${clash.language}": "${known?.name}" and "${clash.name}". ${mend}.`;
}
