/** A build that must not be published. The message is a sentence for who started it. */
export class BuildError extends Error {}
