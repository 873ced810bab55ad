import { loadRenderers } from 'astro:container';
import { getEntry, render } from 'astro:content';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { ContentError } from './checks/mistake.ts';
import { bodyComponents } from './components/body/index.ts';
import { edition } from './edition.ts';
import { given, type WithBody } from './given.ts';
import { wordsOf } from './languages/index.ts';
import { labelled } from './markdown/labels.ts';
import { Body } from './newsroom/body.ts';
import { briefingOf } from './newsroom/edition.ts';
import { inLanguageOf } from './newsroom/translations.ts';

const bodies = new Map<string, Promise<Body>>();

/**
 * The rendered body of an entry. Most were rendered before; what Astro itself has to render, MDX and images, is
 * rendered here, once for its page and its feeds.
 *
 * @throws RangeError if there is no such entry, ContentError if its MDX names something that does not exist.
 */
export async function bodyOf(collection: WithBody, id: string): Promise<Body> {
  const briefing = collection === 'briefings' ? briefingOf(edition, id) : undefined;
  const { language } = (briefing ? inLanguageOf(edition, briefing) : edition).style;
  const known = given().bodyOf(collection, id);
  if (known !== undefined) return inLanguage(known, language);
  const key = `${collection}/${id}`;
  const body = bodies.get(key) ?? renderBody(collection, id);
  bodies.set(key, body);
  return inLanguage(await body, language);
}

/** The same one where it says all in that language as it is. */
function inLanguage(body: Body, language: string): Body {
  if (wordsOf(language).language === 'en') return body;
  return new Body(`${language} ${body.name}`, () => labelled(body.html, language));
}

async function renderBody(collection: WithBody, id: string): Promise<Body> {
  const entry = await getEntry(collection, id);
  if (!entry) throw new RangeError(`there is no ${collection}/${id}`);
  const { Content } = await render(entry);
  const briefing = collection === 'briefings' ? edition.briefings.find((known) => known.id === id) : undefined;
  try {
    // Components in a body name sources and figures by their ids, and find them through the edition and the briefing.
    const own = briefing ? inLanguageOf(edition, briefing) : edition;
    const locals = { edition: own, briefing, words: own.words };
    const html = await (await container()).renderToString(Content, { props: { components: bodyComponents }, locals });
    given().onBody?.(collection, id, html);
    return Body.of(html);
  } catch (error) {
    // Some carry the whole picture that they are about.
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    throw new ContentError([{ file: entry.filePath ?? id, line: 1, column: 1, rule: 'mdx-render', message }]);
  }
}

let made: Promise<AstroContainer> | undefined;

/** Made where it is needed first: most publications have little MDX, or none. */
function container(): Promise<AstroContainer> {
  made ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers }));
  return made;
}
