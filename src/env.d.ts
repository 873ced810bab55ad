declare namespace App {
  /** Given to components that stand in a body; pages get their view as a prop. */
  interface Locals {
    edition: import('./newsroom/edition.ts').Edition;
    /** The briefing whose body it is; nothing for a story or a page. */
    briefing?: import('./schemas/publication.ts').Entry<import('./schemas/briefing.ts').Briefing> | undefined;
  }
}
