import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { scriptsOf, toldEdition } from '../support/unit-json-ld.ts';

// What pages say in JSON-LD, held against schema.org's own vocabulary as schema-dts has it in types: a type or a property
// that does not exist, or a value that does not fit, is a mistake in a program that writes it down.

const HEAD = "import type { Graph } from 'schema-dts';\n";

/** The mistakes of programs, by their names. */
function mistakesOf(programs: Record<string, string>): Record<string, string[]> {
  const folder = process.cwd().replaceAll('\\', '/');
  const texts = new Map(Object.entries(programs).map(([name, text]) => [posix.join(folder, `${name}.ts`), text]));
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile(name, language, ...rest) : ts.createSourceFile(name, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return Object.fromEntries(
    [...texts.keys()].map((name) => [
      posix.basename(name, '.ts'),
      [
        ...program.getSyntacticDiagnostics(program.getSourceFile(name)),
        ...program.getSemanticDiagnostics(program.getSourceFile(name)),
      ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
}

describe('JSON-LD', () => {
  test('of every kind of page is in schema.org’s vocabulary, and what is not in it would be found', () => {
    const scripts = Object.entries(scriptsOf(toldEdition()));
    expect(scripts.length).toBeGreaterThan(8);
    const pages = scripts.map(([name, script], index) => [
      `page-${index}`,
      `${HEAD}// ${name}\nexport const graph: Graph = ${script};\n`,
    ]);
    const article = scripts.find(([name]) => name === '2026/a')?.[1] ?? '';
    const wrong = {
      property: article.replace('"headline":', '"headlines":'),
      nested: article.replace('"dateCreated":', '"dateSaid":'),
      event: article.replace('https://schema.org/EventCancelled', 'https://schema.org/EventGone'),
      type: article.replace('"BackgroundNewsArticle"', '"NewsBackgroundArticle"'),
    };
    for (const text of Object.values(wrong)) expect(text).not.toBe(article);
    const programs = {
      ...Object.fromEntries(pages),
      ...Object.fromEntries(
        Object.entries(wrong).map(([name, script]) => [
          `wrong-${name}`,
          `${HEAD}export const graph: Graph = ${script};\n`,
        ]),
      ),
    };
    const mistakes = mistakesOf(programs);
    for (const [name] of pages) expect([name, mistakes[name ?? '']]).toEqual([name, []]);
    for (const name of Object.keys(wrong)) expect([name, mistakes[`wrong-${name}`]?.length]).toEqual([name, 1]);
  }, 120_000);
});
