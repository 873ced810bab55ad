import Series from './Series.astro';
import Statement from './Statement.astro';
import Tally from './Tally.astro';

/** What an MDX body may use without importing it. */
export const bodyComponents = { Series, Statement, Tally };
