import { MANY } from '../support/many.ts';

/** The built sites that these tests look at. */
export const SITES = {
  /** The publication of this repository. */
  sample: { name: 'sample', folder: 'tests/.output/sample', url: 'https://readout.example/' },
  /** A long one, under a path. */
  many: { name: 'many', folder: 'tests/.output/many', url: MANY.url },
};
