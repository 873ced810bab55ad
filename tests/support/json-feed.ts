import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LANGUAGE, RFC3339, repeated } from './feed-words.ts';

/** The same ajv everywhere: every format checked, and nothing in a schema that it does not know. */
export function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  return ajv;
}

const ADDRESS = { type: 'string', format: 'uri', pattern: '^https?://' };
const TEXT = { type: 'string', pattern: '\\S' };
const AUTHORS = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    properties: { name: TEXT, url: ADDRESS, avatar: ADDRESS },
    anyOf: [{ required: ['name'] }, { required: ['url'] }, { required: ['avatar'] }],
  },
};
const EXTENSION = { '^_[A-Za-z0-9]': { type: 'object' } };

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): there is no published schema of it. */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  patternProperties: EXTENSION,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: TEXT,
    home_page_url: ADDRESS,
    feed_url: ADDRESS,
    description: TEXT,
    user_comment: TEXT,
    next_url: ADDRESS,
    icon: ADDRESS,
    favicon: ADDRESS,
    authors: AUTHORS,
    language: { type: 'string', pattern: LANGUAGE.source },
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        patternProperties: EXTENSION,
        properties: {
          id: TEXT,
          url: ADDRESS,
          external_url: ADDRESS,
          title: TEXT,
          content_html: TEXT,
          content_text: TEXT,
          summary: TEXT,
          image: ADDRESS,
          banner_image: ADDRESS,
          date_published: { type: 'string', format: 'date-time', pattern: RFC3339.source },
          date_modified: { type: 'string', format: 'date-time', pattern: RFC3339.source },
          authors: AUTHORS,
          tags: { type: 'array', items: TEXT },
          language: { type: 'string', pattern: LANGUAGE.source },
          attachments: { type: 'array' },
        },
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
      },
    },
  },
};

const validateJsonFeed = makeAjv().compile(JSON_FEED);

/** What a feed breaks of that. */
export function jsonFeedProblems(data: { items?: { id?: string }[] }): string[] {
  validateJsonFeed(data);
  const problems = validateJsonFeed.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
  const twice = repeated((data.items ?? []).map(({ id }) => id)).map((id) => `${id} stands twice`);
  return [...problems, ...twice];
}
