import { globSync, readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { makeAjv } from '../support/json-feed.ts';
import { SITES } from './sites.ts';

/** Read as JSON, to be held against a schema or to be changed. */
type Data = Record<string, unknown>;

describe.each(Object.values(SITES))('the JSON of $name', ({ folder, url }) => {
  const read = (file: string): Data => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const files = globSync('{briefings,stories}/**/index.json', { cwd: folder }).sort();
  const schemas = globSync('schema/v1/*.json', { cwd: folder }).sort();

  /** It compiles each schema once. */
  const ajv = makeAjv();
  for (const file of schemas) ajv.addSchema(read(file));

  /** Out of the schema that the data itself names. */
  function validatorOf({ $schema }: Data): ValidateFunction {
    const validate = ajv.getSchema(String($schema));
    if (!validate) throw new Error(`There is no schema ${$schema}`);
    return validate;
  }

  test('has a schema for briefings and one for stories', () => {
    expect(schemas).toEqual(['schema/v1/briefing.json', 'schema/v1/story.json']);
  });

  test.each(schemas)('%s is a schema itself', (file) => {
    const schema = read(file);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(url + file);
    expect(makeAjv().validateSchema(schema)).toBe(true);
  });

  test('is there for every briefing and every story', () => {
    const pages = globSync('{briefings/*/*,stories/*}/index.html', { cwd: folder }).sort();
    expect(files).toEqual(
      pages
        .map((page) => page.replace(/html$/, 'json'))
        .filter((file) => !/\/\d+\//.test(file) || /briefings\/\d{4}\/[a-z]/.test(file)),
    );
    expect(files.length).toBeGreaterThan(5);
  });

  test.each(files)('%s is as its schema says', (file) => {
    const data = read(file);
    const validate = validatorOf(data);
    expect(validate(data) ? [] : validate.errors).toEqual([]);
    expect(data.url).toBe(url + file.replace(/index\.json$/, ''));
    expect(data.$schema).toBe(`${url}schema/v1/${file.startsWith('stories/') ? 'story' : 'briefing'}.json`);
  });

  test('would not be, were it wrong', () => {
    const wrong: [string, (data: Data) => Data][] = [
      ['without a headline', ({ headline, ...data }) => data],
      ['with sources that are none', (data) => ({ ...data, sources: ['x'] })],
      ['with a number for a headline', (data) => ({ ...data, headline: 3 })],
      ['with a headline that is too long', (data) => ({ ...data, headline: 'x'.repeat(201) })],
      ['with half an address', (data) => ({ ...data, url: '/briefings/' })],
      ['with a date that is none', (data) => ({ ...data, updatedAt: '2026-02-30' })],
      ['with events of no kind', (data) => ({ ...data, timeline: [{ text: 'x' }] })],
    ];
    const whole = ['briefings', 'stories'].map((kind) => {
      const found = files
        .map(read)
        .find((data) => String(data.url).includes(`/${kind}/`) && data.timeline !== undefined);
      if (!found) throw new Error(`There is nothing in ${kind}`);
      return found;
    });
    for (const data of whole) {
      const validate = validatorOf(data);
      expect(validate(data)).toBe(true);
      for (const [name, breakIt] of wrong) expect(validate(breakIt(data)), `${data.url} ${name}`).toBe(false);
    }
  });
});
