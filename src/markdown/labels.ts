import { en } from '../languages/en.ts';
import { directionOf, wordsOf } from '../languages/index.ts';

/** What a body says of its own accord. It is rendered before anybody knows for whom, and so in English. */
export const labels = en('en').body;

/**
 * A body with these labels in another language.
 *
 * @param html as it was rendered.
 * @param language a BCP 47 tag.
 */
export function labelled(html: string, language: string): string {
  const words = wordsOf(language).body;
  return html
    .replaceAll(SECTION, () => `<span class="visually-hidden">${words.linkToSection}</span>`)
    .replaceAll(NOTES, () => `<h2 id="footnote-label">${words.notes}</h2>`)
    .replaceAll(BACK, (_found, label: string, between: string) => {
      const arrow = directionOf(language) === 'rtl' ? '↪' : '↩';
      return `aria-label="${backLabel(label, words)}"${between}${arrow}`;
    });
}

const SECTION = `<span class="visually-hidden">${labels.linkToSection}</span>`;
const NOTES = `<h2 id="footnote-label">${labels.notes}</h2>`;
// Astro and the Markdown engine write an empty attribute each in their own way.
const BACK = /(?<=data-footnote-backref(?:="")? )aria-label="([^"]*)"([^>]*>)↩/g;

/** The label of a way back from a note, as another language says it. */
function backLabel(label: string, words: typeof labels): string {
  const note = Number(/note (\d+)/.exec(label)?.[1]);
  let again = 1;
  while (again < MOST && labels.backToNote(note, again) !== label) again += 1;
  return words.backToNote(note, again);
}

/** Nobody names a note more often. */
const MOST = 100;
