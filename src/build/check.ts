import { publicationOrExit } from './content.ts';

const { briefings } = publicationOrExit();
console.log(`No mistakes in ${briefings.length} briefings.`);
