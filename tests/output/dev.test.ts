import { gunzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build.ts';
import { type DevServer, startDevServer } from '../support/dev-server.ts';
import { HIDDEN, idOf, word } from '../support/hidden.ts';
import { secrets, toldBy } from '../support/secrets.ts';
import { UNPUBLISHED, writeUnpublished } from '../support/unpublished.ts';

const EMBARGO = 'Under embargo until 1 January 2030 at 00:00 UTC';

const MARKED = HIDDEN.flatMap((hidden) => {
  return hidden.kind === 'withdrawn' ? [] : [{ ...hidden, banner: hidden.kind === 'draft' ? 'Draft' : EMBARGO }];
});

describe('the dev server', () => {
  let server: DevServer | undefined;

  beforeAll(async () => {
    writeUnpublished();
    server = await startDevServer(UNPUBLISHED.folder);
  });

  afterAll(() => server?.stop());

  async function open(path: string) {
    const response = await fetch(`${server?.address}${path}`);
    return { status: response.status, tree: fromHtml(await response.text()) };
  }

  test.each(MARKED)('shows the $kind .$format whole, and says above its headline that it is one', async (hidden) => {
    const { status, tree } = await open(`/briefings/${idOf(hidden)}/`);
    expect(status).toBe(200);
    const header = select('main article > header', tree);
    expect(selectAll('.unpublished, h1', header).map((element) => textOf(element))).toEqual([
      hidden.banner,
      word(hidden, 'headline'),
    ]);
    const said = textOf(tree);
    for (const field of ['bodytext', 'eventtext', 'says', 'tallylabel', 'serieslabel', 'correctionwhat']) {
      expect(said, field).toContain(word(hidden, field));
    }
  });

  test.each([
    ['the list of briefings', '/briefings/', MARKED],
    ['a topic', '/topics/cranes/', MARKED],
    ['a story', '/stories/harbour/', MARKED.filter(({ format }) => format === 'md')],
    ['the home page', '/', MARKED],
  ])('marks them in %s, and nothing that is public', async (_name, path, shown) => {
    const { tree } = await open(path);
    for (const hidden of shown) expect(bannersOf(tree, word(hidden, 'headline')), hidden.name).toEqual([hidden.banner]);
    expect(bannersOf(tree, UNPUBLISHED.headline)).toEqual([]);
    expect(selectAll('.unpublished', tree)).toHaveLength(shown.length);
  });

  test('does not bring back what was withdrawn', async () => {
    for (const hidden of HIDDEN.filter(({ kind }) => kind === 'withdrawn')) {
      const { status, tree } = await open(`/briefings/${idOf(hidden)}/`);
      expect(status).toBe(200);
      expect(textOf(tree)).toContain(word(hidden, 'notice'));
      expect(textOf(tree)).not.toContain(word(hidden, 'bodytext'));
    }
  });

  test('has a search, which finds what is not public yet in its whole text, and nothing that was withdrawn', async () => {
    const index = `${server?.address}/search/pagefind/recent`;
    const unpacked = async (response: Response) => gunzipSync(await response.arrayBuffer()).toString();
    const { languages } = await (await fetch(`${index}/pagefind-entry.json`)).json();
    const names = await unpacked(await fetch(`${index}/pagefind.${languages.en.hash}.pf_meta`));
    const answers = await Promise.all(
      [...new Set(names.match(/en_[0-9a-f]{7}/g))].map((name) => fetch(`${index}/fragment/${name}.pf_fragment`)),
    );
    const records = await Promise.all(answers.filter(({ ok }) => ok).map(unpacked));
    expect(records).toHaveLength(MARKED.length + 1);
    for (const hidden of HIDDEN) {
      const having = records.filter((text) => text.includes(word(hidden, 'bodytext')));
      expect(having, hidden.name).toHaveLength(hidden.kind === 'withdrawn' ? 0 : 1);
    }
  });

  test('leaves nothing behind that a build would publish', async () => {
    await server?.stop();
    const { exitCode, folder } = await buildSite(UNPUBLISHED.folder, 'after-dev');
    expect(exitCode).toBe(0);
    const ofHidden = ({ text }: { text: string }) => MARKED.some(({ name }) => text.includes(name));
    const kept = secrets().filter(ofHidden);
    expect(kept.length).toBeGreaterThan(250);
    expect([...toldBy(folder, kept)]).toEqual([]);
  });
});

/** What stands as a banner beside the link of a headline. */
function bannersOf(tree: ReturnType<typeof fromHtml>, headline: string): string[] {
  const places = selectAll('main article, main .briefing-list > li', tree).filter((place) =>
    selectAll(':is(h2, h3) a', place).some((link) => textOf(link) === headline),
  );
  expect(places, headline).toHaveLength(1);
  return places.flatMap((place) => selectAll('.unpublished', place).map((banner) => textOf(banner)));
}
