import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Mistake } from './mistake.ts';

/** Elements that run code or bring in a page (SVG 2, "Scripting"; HTML), whatever prefix their names have. */
const RUNNING = /^(?:.*:)?(?:script|handler|listener|foreignobject|iframe|frame|object|embed|meta|base|link)$/i;

/** Addresses that run code or hold a page of their own. */
const CODE = /^(?:javascript|vbscript|data:(?!image\/(?:avif|gif|jpe?g|png|webp)[;,]))/i;

/**
 * What makes a drawing a program. As an image it does not run, but whoever opens it by its own address runs it on the site.
 *
 * @param bytes of an SVG file.
 */
export function drawingProblem(bytes: Buffer): Pick<Mistake, 'rule' | 'message'> | undefined {
  const text = textOf(bytes);
  if (text === undefined) return unsafe('is not UTF-8');
  // Entities of its own may hold anything; those of drawing programs hold addresses of namespaces.
  if (/<!ENTITY[^>]*(?:<|&|%|SYSTEM|PUBLIC)/i.test(text.replaceAll(/<!DOCTYPE[^[>]*/gi, '')))
    return unsafe('has entities');
  if (/<\?xml-stylesheet/i.test(text)) return unsafe('loads a style sheet');
  let found: string | undefined;
  visit(fromHtml(text, { fragment: true, space: 'svg' }), 'element', (element) => {
    found ??= runningPart(element);
  });
  return found === undefined ? undefined : unsafe(`has ${found}`);
}

function runningPart({ tagName, properties }: Element): string | undefined {
  if (RUNNING.test(tagName)) return `<${tagName}>`;
  for (const [name, value] of Object.entries(properties)) {
    if (/^on/i.test(name)) return `${name.toLowerCase()}="…"`;
    // The values of an animation are several.
    const values = name === 'values' ? String(value).split(';') : [String(value)];
    // As browsers read them: without white space and control characters (url.spec.whatwg.org, "basic URL parser").
    if (values.some((part) => CODE.test(part.replaceAll(/[\s\p{Cc}]/gu, '')))) return `a script in ${name}`;
  }
  return undefined;
}

function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function unsafe(what: string): Pick<Mistake, 'rule' | 'message'> {
  return {
    rule: 'unsafe-svg',
    message: `The drawing ${what}, which a drawing does not need. Save it as "plain SVG", in UTF-8.`,
  };
}
