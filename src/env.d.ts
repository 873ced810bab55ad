interface ImportMetaEnv {
  /** The instant that the site speaks as of. */
  readonly AS_OF: string;
  /** True in the dev server, where editors see drafts and embargoed briefings. */
  readonly WITH_UNPUBLISHED: boolean;
}

declare namespace App {
  /** Given to components that stand in a body; pages get their view as a prop. */
  interface Locals {
    edition: import('./newsroom/edition.ts').Edition;
    /** The briefing whose body it is; nothing for a story or a page. */
    briefing?: import('./schemas/publication.ts').Entry<import('./schemas/briefing.ts').Briefing> | undefined;
  }
}
