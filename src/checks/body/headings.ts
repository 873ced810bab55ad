import GithubSlugger from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import { type Body, type Found, nodesOf } from './read.ts';

interface Heading {
  level: number;
  text: string;
  at: ReturnType<Body['placeOf']>;
}

/** The headings of a body. One of the first level is shown as one of the second, below the headline. */
function headingsOf(body: Body): Heading[] {
  return [...nodesOf(body.tree)].flatMap((node) =>
    node.type === 'heading' ? [{ level: Math.max(2, node.depth), text: textOf(node), at: body.placeOf(node) }] : [],
  );
}

/** Levels that skip: who goes from heading to heading would look for one between. */
export function headingMistakes(body: Body): Found[] {
  let before = 1;
  return headingsOf(body).flatMap(({ level, at }) => {
    const skips = level > before + 1;
    const message = `The heading is of level ${level}, after one of level ${before}. Write it with ${before + 1} "#".`;
    before = level;
    return skips ? [{ ...at, rule: 'heading-skip' as const, message }] : [];
  });
}

/** The ids of the headings, as the page has them (rehypeHeadingIds, with typographic quotation marks and dashes). */
export function headingIds(body: Body): string[] {
  const slugger = new GithubSlugger();
  return headingsOf(body).map(({ text }) => slugger.slug(text.replaceAll(/-{2,3}|\.{3}/g, '')));
}
