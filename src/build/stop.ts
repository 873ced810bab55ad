/** Ends a command that cannot run: one sentence on the error stream, and exit code 2. */
export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
