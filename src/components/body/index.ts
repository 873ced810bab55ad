import type { BODY_COMPONENTS } from '../../schemas/body-components.ts';
import Series from './Series.astro';
import Statement from './Statement.astro';
import Tally from './Tally.astro';

/** What an MDX body may use without importing it. */
export const bodyComponents = { Series, Statement, Tally } satisfies Record<(typeof BODY_COMPONENTS)[number], unknown>;
