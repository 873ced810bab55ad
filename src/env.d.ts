interface ImportMetaEnv {
  /** True in the dev server, where editors see drafts and embargoed briefings. */
  readonly WITH_UNPUBLISHED: boolean;
}

declare namespace App {
  interface Locals {
    /** Given to components that stand in a body; pages get their view as a prop. */
    edition: import('./newsroom/edition.ts').Edition;
  }
}
