declare namespace App {
  interface Locals {
    /** What is said in the language of the page. */
    words: import('./languages/index.ts').Words;
    /** Given to components that stand in a body; pages get their view as a prop. */
    edition: import('./newsroom/edition.ts').Edition;
    /** The briefing whose body it is; nothing for a story or a page. */
    briefing?: import('./schemas/publication.ts').Entry<import('./schemas/briefing.ts').Briefing> | undefined;
  }
}
