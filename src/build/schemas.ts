import { writeEditorFiles } from './editor.ts';

writeEditorFiles();
console.log('.astro/collections has the JSON Schemas for editors.');
