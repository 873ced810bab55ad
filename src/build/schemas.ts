import { writeEditorFiles } from './editor.ts';
import { refusalOf } from './failure.ts';

/** Writes the JSON Schemas for editors, for whatever content folder is named. Exit code 2: they could not be written. */
function main(): void {
  try {
    writeEditorFiles();
    console.log('.astro/collections has the JSON Schemas for editors.');
  } catch (error) {
    const sentence = refusalOf(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exitCode = 2;
  }
}

main();
