import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { schemas } from '../schemas/publication.ts';
import { refusalOf } from './failure.ts';
import { contentFolder } from './folders.ts';
import { type Choice, knownIn } from './new/known.ts';

/** Front matter by the folder that its files are in. The names stand in names of files, and Astro's own are others. */
const FRONT_MATTER = [
  { name: 'briefing', schema: schemas.briefings, files: 'briefings/**/*.{md,mdx}' },
  { name: 'story', schema: schemas.stories, files: 'stories/*.md' },
  { name: 'page', schema: schemas.pages, files: 'pages/*.md' },
];

/** Data files. `.vscode/settings.json` says which is whose. */
const DATA_FILES = [
  { name: 'site-file', schema: schemas.site },
  { name: 'topics-file', schema: z.array(schemas.topics) },
  { name: 'sources-file', schema: z.array(schemas.sources) },
  { name: 'places-file', schema: z.array(schemas.places) },
];

/**
 * Writes what editors need to complete and check content while it is typed: a JSON Schema (2020-12) for each kind of file,
 * and a list of which Markdown file is of which kind, where Astro's language server looks for both. Its list has whole
 * paths and no patterns, so it is written anew whenever there may be a new file. What holds already is left alone.
 *
 * @param root the folder that an editor opens.
 * @param content the content folder.
 * @throws what `node:fs` throws if something cannot be written.
 */
export function writeEditorFiles(root = process.cwd(), content = contentFolder()): void {
  const folder = join(root, '.astro/collections');
  mkdirSync(folder, { recursive: true });
  const known = knownIn(content);
  const named: Named =
    'problems' in known ? {} : { by: known.sources, topics: known.topics, story: known.stories, place: known.places };
  for (const { name, schema } of [...FRONT_MATTER, ...DATA_FILES]) {
    write(join(folder, `${name}.schema.json`), editorSchema(schema, named));
  }
  const entries = FRONT_MATTER.flatMap(({ name, files }) =>
    globSync(files, { cwd: content })
      .sort()
      .map((file) => [keyOf(join(content, file)), name]),
  );
  const collections = FRONT_MATTER.map(({ name }) => ({ hasSchema: true, name }));
  write(join(folder, 'collections.json'), { collections, entries: Object.fromEntries(entries) });
}

let warned = false;

/**
 * The same beside other work, which goes on whatever becomes of it: what stands in the way is told in one line, once in a
 * process. Only for `content/` in the folder that the command runs in, which `.vscode/settings.json` names: a publication from
 * elsewhere, as tests build them, does not take its place in the editor.
 */
export function helpEditors(): void {
  if (contentFolder() !== resolve('content')) return;
  try {
    writeEditorFiles();
  } catch (error) {
    if (!warned) console.warn(`Editors get no new help with the content: ${refusalOf(error) ?? String(error)}`);
    warned = true;
  }
}

/** What can be named at a key. */
type Named = Partial<Record<string, readonly Choice[]>>;

/** What may be typed, with the messages of the checks, and with what there is to be named. */
function editorSchema(schema: z.ZodType, named: Named): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      // Offered, and not demanded: what is added to a list a moment later is no mistake.
      const key = String(path.findLast((step) => step !== 'items') ?? '');
      if (jsonSchema.type === 'string' && named[key]) jsonSchema.examples = named[key].map(({ id }) => id);
      // A bare year is a number in YAML, and the schemas take it for a date.
      if (zodSchema instanceof z.ZodPipe) Object.assign(jsonSchema, { type: ['string', 'integer'] });
      // Editors would show the pattern.
      if (jsonSchema.pattern !== undefined && zodSchema instanceof z.ZodType) {
        jsonSchema.patternErrorMessage = zodSchema.safeParse('a\nb').error?.issues[0]?.message;
      }
    },
  });
}

/** As the language server writes it when it looks a file up. */
function keyOf(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

/** In one step, since an editor may be reading; not at all where nothing changes; and beside others who do the same. */
function write(path: string, data: object): void {
  const text = `${JSON.stringify(data, null, 2)}\n`;
  if (textAt(path) === text) return;
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
