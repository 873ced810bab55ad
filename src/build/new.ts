import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkContent } from '../checks/content.ts';
import { ContentError, formatMistake } from '../checks/mistake.ts';
import { wordingOf } from '../checks/wording.ts';
import { briefingFields } from '../schemas/briefing.ts';
import { slug as slugSchema } from '../schemas/scalars.ts';
import { helpEditors } from './editor.ts';
import { contentFolder } from './folders.ts';
import { InstantError, inTimeZone, speaksAsOf } from './instant.ts';
import { ask, NoAnswer, unknownAmong } from './new/ask.ts';
import { draftOf } from './new/draft.ts';
import { type Known, knownIn } from './new/known.ts';
import { type Options, optionsIn, USAGE } from './new/options.ts';
import { slugOf } from './new/slug.ts';

/** Writes the draft of a briefing. It ends with 0, or with 2 and all that is in the way: then nothing is written. */
async function main(): Promise<void> {
  const options = given();
  if (options.help) return console.log(USAGE);
  const folder = contentFolder();
  const known = knownIn(folder);
  if ('problems' in known) stop(known.problems);
  const publishedAt = inTimeZone(now(known.asOf), known.timeZone);
  const year = options.year ?? publishedAt.slice(0, 4);
  const name = options.slug ?? slugOf(options.headline ?? '', known.language);
  const problems = [...problemsWith(options, known), ...addressProblems(folder, year, name, options)];
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (options.topics.length === 0 && !isTerminal) {
    problems.push(`Give a topic: --topic <id>. Known: ${known.topics.map(({ id }) => id).join(', ')}.`);
  }
  if (problems.length > 0 || options.headline === undefined) stop(problems);
  const answers = isTerminal ? await answered(known, options) : options;
  const text = draftOf({
    headline: options.headline,
    publishedAt,
    ...answers,
    stories: known.stories.map(({ id }) => id),
    places: known.places.map(({ id }) => id),
    source: options.source ?? known.sources[0]?.id ?? '',
    mdx: options.mdx,
  });
  const file = `briefings/${year}/${name}.${options.mdx ? 'mdx' : 'md'}`;
  write(join(folder, file), text);
  checkOrTakeBack(folder, file);
  helpEditors();
  console.log(`${basename(folder)}/${file}

It is a draft: it will stand at /briefings/${year}/${name}/, and no build publishes it yet. Next:
  npm run dev      shows it while you write
  npm run check    says whether anything is wrong
Take "draft: true" out to publish it.`);
}

function given(): Options {
  try {
    return optionsIn(process.argv.slice(2));
  } catch (error) {
    // Node goes on to explain itself; the usage does that here.
    const [message = ''] = String(error instanceof Error ? error.message : error).split('. ', 1);
    stop([`${message}.`, '', USAGE]);
  }
}

/** What the site takes for now: a publication that stands still gets its briefings in its own time. */
function now(asOf: string | undefined): string {
  try {
    return speaksAsOf(asOf);
  } catch (error) {
    if (error instanceof InstantError) stop([error.message]);
    throw error;
  }
}

function problemsWith({ headline, topics, story, source, year }: Options, known: Known): string[] {
  const unknown = (flag: string, ids: readonly string[], choices: Known['topics']) =>
    unknownAmong(ids, choices).map((problem) => `--${flag}: ${problem}`);
  return [
    ...headlineProblems(headline),
    ...unknown('topic', topics, known.topics),
    ...(topics.length > 6 ? ['--topic: A briefing has six topics at most.'] : []),
    ...(new Set(topics).size < topics.length ? ['--topic: A topic stands twice.'] : []),
    ...unknown('story', story === undefined ? [] : [story], known.stories),
    ...unknown('source', source === undefined ? [] : [source], known.sources),
    ...(year !== undefined && !/^\d{4}$/.test(year) ? [`--year takes four digits, not "${year}".`] : []),
  ];
}

/** In the words of the checks, which would say the same of the file. */
function headlineProblems(headline: string | undefined): string[] {
  if (headline === undefined) return [`Give a headline: ${USAGE.split('\n', 1)[0]}`];
  const { error } = briefingFields.shape.headline.safeParse(headline);
  return (error?.issues ?? []).map((issue) => wordingOf(issue, 'headline', headline).message);
}

function addressProblems(folder: string, year: string, name: string, { headline, slug }: Options): string[] {
  if (slug !== undefined && !slugSchema().safeParse(slug).success) {
    const mend = slugOf(slug, 'en');
    const hint = mend === '' ? '' : ` Use "${mend}"?`;
    return [`--slug takes lower-case letters, digits and single hyphens, not "${slug}".${hint}`];
  }
  if (name === '') {
    return headline ? ['No address can be made of this headline. Give one in Latin letters: --slug my-briefing'] : [];
  }
  const taken = (other: string) => ['md', 'mdx'].find((end) => existsSync(pathOf(folder, year, other, end)));
  const end = taken(name);
  if (end === undefined) return [];
  let count = 2;
  while (taken(`${name}-${count}`) !== undefined) count += 1;
  const file = `${basename(folder)}/briefings/${year}/${name}.${end}`;
  return [`${file} is there already, and stays as it is. Give another name: --slug ${name}-${count}`];
}

function pathOf(folder: string, year: string, name: string, end: string): string {
  return join(folder, 'briefings', year, `${name}.${end}`);
}

async function answered(known: Known, options: Options): Promise<Pick<Options, 'topics' | 'story'>> {
  try {
    return await ask({ input: process.stdin, output: process.stdout }, known, options);
  } catch (error) {
    if (error instanceof NoAnswer) stop(['\nNothing was written.']);
    throw error;
  }
}

/** Never over a file that is there, even if it came a moment ago. */
function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    stop([`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** A draft that the checks refuse is not left behind. What is wrong elsewhere is not its matter. */
function checkOrTakeBack(folder: string, file: string): void {
  try {
    checkContent(folder);
  } catch (error) {
    const own = error instanceof ContentError ? error.mistakes.filter((mistake) => mistake.file.endsWith(file)) : [];
    if (error instanceof ContentError && own.length === 0) return;
    rmSync(join(folder, file), { force: true });
    if (!(error instanceof ContentError)) throw error;
    stop([...own.map(formatMistake), 'Nothing was written.']);
  }
}

function stop(problems: readonly string[]): never {
  console.error(problems.join('\n'));
  process.exit(2);
}

await main();
