import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { slug } from '../../schemas/scalars.ts';
import { site } from '../../schemas/site.ts';

/** Something that a briefing can name. */
export interface Choice {
  id: string;
  /** Its name or headline; its id where it has none. */
  name: string;
}

/** What a new briefing has to know of the publication that it is for. */
export interface Known {
  timeZone: string;
  language: string;
  /** The instant that the site speaks as of, where it says so. */
  asOf: string | undefined;
  topics: Choice[];
  sources: Choice[];
  /** None where there is no places.yaml. */
  places: Choice[];
  stories: Choice[];
}

/**
 * Reads as much of the content folder as a new briefing needs. A mistake elsewhere is no reason not to write.
 *
 * @returns what is known, or everything that is in the way.
 */
export function knownIn(folder: string): Known | { problems: string[] } {
  const root = basename(folder);
  const problems: string[] = [];
  const read = (name: string): unknown => {
    try {
      return parse(readFileSync(join(folder, name), 'utf8'));
    } catch {
      problems.push(`${root}/${name} is missing or cannot be read. "npm run check" says what is wrong.`);
      return undefined;
    }
  };
  const settings = site.pick({ timeZone: true, language: true, asOf: true }).loose().safeParse(read('site.yaml'));
  const topics = choicesIn(read('topics.yaml'));
  const sources = choicesIn(read('sources.yaml'));
  const places = existsSync(join(folder, 'places.yaml')) ? choicesIn(read('places.yaml')) : [];
  if (problems.length > 0) return { problems };
  if (!settings.success) problems.push(`${root}/site.yaml has a mistake. "npm run check" says what is wrong.`);
  if (topics.length === 0) problems.push(`There is no topic yet. Add one to ${root}/topics.yaml first:\n\n${TOPIC}`);
  if (sources.length === 0)
    problems.push(`There is no source yet. Add one to ${root}/sources.yaml first:\n\n${SOURCE}`);
  if (!settings.success || problems.length > 0) return { problems };
  const { timeZone, language, asOf } = settings.data;
  return { timeZone, language, asOf, topics, sources, places, stories: storiesIn(folder) };
}

const TOPIC = '- id: harbour\n  name: The harbour\n  description: What is built, broken and planned in the harbour.\n';
const SOURCE = '- id: harbour-office\n  name: The harbour office\n';

/** The entries of a list that can be named; what is wrong with the others the checks tell. */
function choicesIn(list: unknown): Choice[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const id = slug().safeParse(entryAt(entry, 'id'));
    return id.success ? [{ id: id.data, name: String(entryAt(entry, 'name') ?? id.data) }] : [];
  });
}

function storiesIn(folder: string): Choice[] {
  return globSync('stories/*.md', { cwd: folder })
    .map((file) => ({ id: basename(file, '.md'), name: headlineOf(join(folder, file)) ?? basename(file, '.md') }))
    .filter(({ id }) => slug().safeParse(id).success)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function headlineOf(file: string): string | undefined {
  try {
    const [, yaml = ''] = /^\uFEFF?---\s*\n([\s\S]*?)^---/m.exec(readFileSync(file, 'utf8')) ?? [];
    const headline = entryAt(parse(yaml), 'headline');
    return typeof headline === 'string' ? headline : undefined;
  } catch {
    return undefined;
  }
}

function entryAt(entry: unknown, key: string): unknown {
  if (typeof entry !== 'object' || entry === null) return undefined;
  return Object.entries(entry).find(([name]) => name === key)?.[1];
}
