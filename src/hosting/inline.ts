import { fromHtml } from 'hast-util-from-html';
import { OWN_SCRIPTS } from '../scripts/own.ts';

/** A comment, or a tag with its attributes. */
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Elements whose content is text, whatever it looks like (html.spec.whatwg.org, 13.1.2). */
const TEXT_ONLY = ['style', 'script', 'title', 'textarea'];

/** Types of a `<script>` that hold data. What a browser would run, or heed, is of another type or of none. */
const DATA = /^application\/(?:[a-z.+-]+\+)?json$/i;

/** An element as it begins. */
interface Tag {
  name: string;
  attributes: string;
  /** Of the elements that hold nothing but text: the text. */
  text: string;
  inHead: boolean;
}

/**
 * Reads the HTML of a page as the build writes it: well-formed, with values between quotation marks. Takes a tenth of the
 * time that a parser takes, for every page of every build.
 */
function* tagsOf(html: string): Generator<Tag> {
  const tokens = new RegExp(TOKEN);
  let inHead = true;
  for (let token = tokens.exec(html); token; token = tokens.exec(html)) {
    const [, slash, tag = '', attributes = ''] = token;
    const name = tag.toLowerCase();
    if (name === 'body' || (slash && name === 'head')) inHead = false;
    if (slash || name === '') continue;
    const from = tokens.lastIndex;
    if (TEXT_ONLY.includes(name)) tokens.lastIndex = endOf(html, name, from);
    yield { name, attributes, text: html.slice(from, tokens.lastIndex), inHead };
  }
}

/** The texts of the `<style>` elements in the head of a page, where the build puts them. */
export function stylesOf(html: string): string[] {
  const styles: string[] = [];
  for (const { name, text, inHead } of tagsOf(html)) {
    if (!inHead) break;
    if (name === 'style') styles.push(text);
  }
  return styles;
}

/** Those of the build's own scripts that a page has; each once. */
export function ownScriptsOf(html: string): string[] {
  if (!OWN_SCRIPTS.some((script) => html.includes(script))) return [];
  const own = [...tagsOf(html)].filter((tag) => isOwnScript(tag, attributesOf(tag.attributes)));
  return [...new Set(own.map(({ text }) => text))];
}

/** One that is loaded from an address is not in the page, whatever stands between its tags. */
function isOwnScript({ name, text }: Tag, attributes: ReadonlyMap<string, string>): boolean {
  return name === 'script' && !attributes.has('src') && OWN_SCRIPTS.includes(text);
}

/** The values of the `style` attributes of a newsletter, where mail programs want its styles; each once. */
export function mailStylesOf(html: string): string[] {
  const written = [...tagsOf(html)].flatMap(({ attributes }) => attributesOf(attributes).get('style') ?? []);
  return [...new Set(written)].map(decoded);
}

const values = new Map<string, string>();

/** The value that an attribute has for browsers. All newsletters have the same few. */
function decoded(written: string): string {
  const value = values.get(written) ?? parsed(written);
  values.set(written, value);
  return value;
}

function parsed(written: string): string {
  const [element] = fromHtml(`<p title="${written}">`, { fragment: true }).children;
  return element?.type === 'element' ? String(element.properties.title) : written;
}

/** What anything that is blocked has; in the head styles are allowed, and what it is about stands there as data. */
const LIKE_BLOCKED = /<script|<style|\bstyle\s*=|\bon[a-z]+\s*=|javascript:/i;
const LIKE_BLOCKED_IN_HEAD = /<script(?! type="application\/ld\+json")|\bstyle\s*=|\bon[a-z]+\s*=|javascript:/i;

/**
 * What a page has that its policy does not allow, in words: whoever wrote it learns that it does nothing.
 *
 * @param runsScripts whether its policy allows scripts that are files of the site.
 */
export function blockedIn(html: string, runsScripts = false): string[] {
  // Hardly any page has something that looks like it, and looking closely takes ten times as long.
  const body = Math.max(0, html.search(/<body[\s>]/i));
  if (!LIKE_BLOCKED.test(html.slice(body)) && !LIKE_BLOCKED_IN_HEAD.test(html.slice(0, body))) return [];
  const blocked: string[] = [];
  for (const tag of tagsOf(html)) {
    const { name, inHead } = tag;
    const attributes = attributesOf(tag.attributes);
    blocked.push(...blockedAttributes(attributes));
    if (name === 'style' && !inHead) blocked.push('a <style> in its body');
    const isAllowed = (runsScripts && attributes.has('src')) || isOwnScript(tag, attributes);
    if (name === 'script' && !isAllowed && !DATA.test(attributes.get('type') ?? '')) blocked.push('a <script>');
  }
  return blocked;
}

function blockedAttributes(attributes: ReadonlyMap<string, string>): string[] {
  return [...attributes].flatMap(([name, value]) => {
    if (name === 'style') return ['a style="…"'];
    if (/^on[a-z]/.test(name)) return [`an ${name}="…"`];
    return /^\s*javascript:/i.test(value) ? [`a script in ${name}="…"`] : [];
  });
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  );
}

function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Where a page says what it allows: before anything that it is about. */
const AFTER = '<meta charset="utf-8">';

/**
 * Puts a policy into the HTML of a page.
 *
 * @throws RangeError if the page does not say its encoding, as every page of the site does first of all.
 */
export function withMeta(html: string, policy: string): string {
  const at = html.indexOf(AFTER);
  if (at < 0) throw new RangeError('The page has no place for its policy');
  const end = at + AFTER.length;
  return `${html.slice(0, end)}<meta http-equiv="content-security-policy" content="${policy}">${html.slice(end)}`;
}
