/**
 * A language as Intl takes it. What Intl does not know it writes as British English does, as words stand there that are in no file of
 * their own: else it would write as the machine does that it runs on.
 *
 * @param tag a BCP 47 tag.
 */
export function localesOf(tag: string): string[] {
  return [tag, 'en-GB'];
}
