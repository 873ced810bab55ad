import { publicationOrExit } from './content.ts';

const { briefings } = publicationOrExit();
console.log(`No mistakes. Briefings: ${briefings.length}.`);
