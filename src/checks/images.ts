import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { imageSize } from 'image-size';
import { drawingProblem } from './drawings.ts';
import type { Mistake } from './mistake.ts';

type Problem = Pick<Mistake, 'rule' | 'message'>;

/** What the endings of images stand for, as `image-size` names it. */
const TYPES: Readonly<Record<string, string>> = { jpeg: 'jpg', avif: 'heif' };

/** What one image of the content folder is by itself: plain data, like the reading of a text. */
export interface ImageReading {
  /** Relative to the content folder. */
  name: string;
  problem?: Problem;
}

/**
 * An image can be opened and read, which the build would find out too late, and no drawing is a program.
 *
 * @param folder the path of the content folder.
 * @param name of the image, relative to it.
 */
export function readImage(folder: string, name: string): ImageReading {
  const problem = problemOf(join(folder, name));
  return { name, ...(problem && { problem }) };
}

function problemOf(path: string): Problem | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return { rule: 'unreadable', message: 'The file cannot be opened. Check who may read it.' };
  }
  const ending = extname(path).slice(1).toLowerCase();
  if (ending === 'svg') {
    const problem = drawingProblem(bytes);
    if (problem) return problem;
  }
  return sizeProblem(bytes, TYPES[ending] ?? ending);
}

function sizeProblem(bytes: Buffer, expected: string): Problem | undefined {
  const rule = 'broken-image';
  try {
    const { type } = imageSize(bytes);
    // A JPEG that is named .png is shown all the same, but a program goes by the name.
    if (type === expected || (expected === 'heif' && type === 'avif')) return undefined;
    return { rule, message: `The file is of the type ${type}. Name it so, or save it again.` };
  } catch {
    const mend =
      expected === 'svg' ? 'Give its <svg> a width and a height, or a viewBox' : 'Save it again from where it was made';
    return { rule, message: `The image cannot be read, or has no size. ${mend}.` };
  }
}
