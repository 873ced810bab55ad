declare namespace App {
  interface Locals {
    /** Given to components that stand in a body; pages get their view as a prop. */
    edition: import('./newsroom/edition.ts').Edition;
  }
}
