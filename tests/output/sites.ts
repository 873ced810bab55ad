import { HOSTED } from '../support/hosted.ts';
import { HOSTILE } from '../support/hostile.ts';
import { MANY } from '../support/many.ts';
import { PORT } from '../support/port.ts';
import { TRANSLATED } from '../support/translated.ts';

/** The built sites that these tests look at. */
export const SITES = {
  /** The publication of this repository. */
  sample: { name: 'sample', folder: 'tests/.output/sample', url: 'https://readout.example/' },
  /** A long one, under a path. */
  many: { name: 'many', folder: 'tests/.output/many', url: MANY.url },
  /** One of several years, with everything that a publication can have. */
  port: { name: 'port', folder: 'tests/.output/port', url: PORT.url },
  /** One in several languages. */
  translated: { name: 'translated', folder: 'tests/.output/translated', url: TRANSLATED.url },
  /** One of which every text tries to be something else than text. */
  hostile: { name: 'hostile', folder: 'tests/.output/hostile', url: HOSTILE.url },
};

/** The same small publication under a path and at the root of its host, for the tests of what servers make of it. */
export const HOSTED_SITES = {
  path: { name: 'hosted', folder: 'tests/.output/hosted', url: HOSTED.url, base: '/news/' },
  root: { name: 'hosted-root', folder: 'tests/.output/hosted-root', url: HOSTED.rootUrl, base: '/' },
};
