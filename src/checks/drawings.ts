import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Mistake } from './mistake.ts';

/**
 * What makes a drawing a program (SVG 2, "Scripting and interactivity"). As an image it does not run, but whoever opens it by
 * its own address runs it on the site.
 */
const SCRIPT = /<(?:\w+:)?script\b|<(?:\w+:)?foreignObject\b|\son[a-z]+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet/i;

/**
 * @param folder the path of the content folder.
 * @param images the names of the images below it.
 */
export function checkDrawings(folder: string, images: ReadonlySet<string>): Mistake[] {
  return [...images]
    .filter((name) => /\.svg$/i.test(name) && SCRIPT.test(readFileSync(join(folder, name), 'utf8')))
    .map((name) => ({
      file: `${basename(folder)}/${name}`,
      line: 1,
      column: 1,
      rule: 'unsafe-svg',
      message: 'The drawing holds a script or what can load one. Save it without, as "plain SVG".',
    }));
}
