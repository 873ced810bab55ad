import Statement from './Statement.astro';

/** What an MDX body may use without importing it. */
export const bodyComponents = { Statement };
