import { plural } from '../checks/mistake.ts';
import { contentOrExit } from './content.ts';

const { publication, warnings } = contentOrExit();
const counted = warnings > 0 ? ` ${plural(warnings, 'warning')}.` : '';
console.log(`No mistakes.${counted} Briefings: ${publication.briefings.length}.`);
