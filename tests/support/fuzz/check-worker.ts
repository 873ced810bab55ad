import { parentPort } from 'node:worker_threads';
import { checkContent } from '../../../src/checks/content.ts';
import { ContentError } from '../../../src/checks/mistake.ts';

/** What the checks say of a folder, or how they failed. */
export type Answer = { mistakes: Found[] } | { crash: string };

/** A mistake as it is told. */
export interface Found {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

parentPort?.on('message', (folder: string) => {
  parentPort?.postMessage(answerFor(folder));
});

function answerFor(folder: string): Answer {
  try {
    checkContent(folder);
    return { mistakes: [] };
  } catch (error) {
    if (!(error instanceof ContentError))
      return { crash: error instanceof Error ? String(error.stack) : String(error) };
    return {
      mistakes: error.mistakes.map(({ file, line, column, rule, message }) => ({ file, line, column, rule, message })),
    };
  }
}
