/** One thing that the checks hold content to. */
export interface Rule {
  /** An error stops the build. A warning is something to look at that may be published all the same. */
  level: 'error' | 'warning';
  /** What the rule asks for, in a sentence. */
  asks: string;
  /** How much of it `npm run check -- --fix` mends. */
  fixes?: string;
}

/** Every rule, in the order of the README's list, which is made of this. */
export const RULES = {
  // Files
  'missing-file': error('The publication has its three data files.'),
  'unknown-file': error('Every file in the content folder has a place there.'),
  'case-only': error('No two names differ in capitals alone: some systems take them for one.'),
  symlink: error('A symbolic link leads to a file within the content folder.'),
  unreadable: error('Every file can be opened and is a file.'),
  'too-large': error('A text file has at most one megabyte.'),
  encoding: error('Text is UTF-8. A byte-order mark is accepted.'),
  'control-character': error('Text has no NUL and no other control character.'),
  'bidi-control': error(
    'Characters that turn the direction of text stand in right-to-left text alone, and each is ended.',
  ),
  'front-matter': error('A Markdown file starts with front matter, between two lines "---".'),
  'yaml-syntax': error(
    'Front matter and data files are YAML 1.2 without tabs, anchors, aliases and tags of their own.',
  ),
  'duplicate-key': error('No key stands twice.'),
  'trailing-space': warning('Lines of YAML do not end in spaces.', 'all'),
  // What a field takes
  'unknown-key': error('Every key is known.', 'where one known key is near'),
  missing: error('What is required is there.'),
  empty: error('What is there is not empty.'),
  'wrong-type': error('A value is of the kind that its key takes.'),
  'not-allowed': error('A value is one of those that its key takes.'),
  length: error('Texts and lists are not longer or shorter than their keys take.'),
  format: error('A value is written as its key takes it.'),
  'long-headline': warning('A headline has at most 100 characters.'),
  // Dates
  'event-date': error(
    'A date exists and is written in one of the accepted forms; a range runs forwards.',
    'dates in common forms',
  ),
  instant: error('An instant has a date, a time and an offset.', 'all but a missing offset'),
  'future-event': error('What is told as happened is not in the future.'),
  'change-time': error('A change is not dated before the briefing was published.'),
  'future-publication': warning('A briefing that is dated later than the site speaks has an embargo.'),
  'future-change': warning('A change is not dated later than the site speaks.'),
  'unconfirmed-event': warning('A briefing tells what became of a scheduled event whose date has passed.'),
  'near-duplicate-event': warning('Events of one day and nearly the same words are one event, with one id.'),
  // Names and addresses
  'unknown-topic': error('A topic is in topics.yaml.'),
  'unknown-source': error('A source is in sources.yaml.'),
  'unknown-place': error('A place is in places.yaml.'),
  'unknown-story': error('A story is a file in stories/.'),
  'unknown-briefing': error('A translation is a file in briefings/.'),
  'translation-language': error('A briefing and its translations are in languages of their own.'),
  'interface-words': warning('The interface has words in the language of the publication and of each briefing.'),
  'unknown-part': error('What an update adds and what a body shows is a part of the briefing.'),
  'duplicate-address': error('No two entries have one address.'),
  'reserved-address': error('No page stands where the site has one of its own.'),
  'unused-topic': warning('A topic has a briefing.'),
  'unused-source': warning('A source says something.'),
  'unused-place': warning('Something takes place there.'),
  'unused-story': warning('A story has a briefing.'),
  // Questions, figures and changes
  'question-standing': error('The standing of a question follows from who speaks on it.'),
  'open-question': warning('A question on which two sides speak by name is not "open".'),
  'quote-attribution': error('The body gives a quotation to the same speaker as the front matter.'),
  'tally-sum': error('The parts of a tally do not make more than its total.'),
  'tally-remainder': error('What the parts of a tally leave over is noted, where there is something.'),
  'change-kind': error('The keys of a change belong to its kind.'),
  // Bodies
  'broken-link': error('A link within the site leads to a page or file that it has.', 'a missing slash at the end'),
  'unknown-anchor': error('A link to a part of a page leads to a part that it has.'),
  'empty-link': error('A link has an address, and words that name it.'),
  'insecure-link': warning('A link is to https:, not http:.'),
  'missing-image': error('An image is a file beside the text or in public/.'),
  'broken-image': error('An image of the content folder can be read, and is what its name says.'),
  'unsafe-svg': error('A drawing in the content folder holds no script.'),
  'image-alt': error('An image has a text for those who do not see it.'),
  'heading-skip': error('A heading is at most one level below the one before it.'),
  'unknown-footnote': error('A note that is referred to is written, once.'),
  'unused-footnote': warning('A note that is written is referred to: others are not published.'),
  'unknown-reference': warning('A link by reference, [text][name], has its other half.'),
  'dropped-markup': warning(
    'A body in Markdown has no markup that is not published: scripts, frames, links and images of other kinds.',
  ),
  'reserved-text': error('A body does not have the letters by which the build finds images.'),
  'too-deep': error('Quotes, lists and elements do not stand a hundred deep within each other.'),
  // MDX
  'mdx-off': error('There is no MDX where site.yaml switches it off.'),
  'mdx-syntax': error('MDX compiles.'),
  'mdx-import': error('MDX imports images alone: the components that a body may use are there without.'),
  'mdx-component': error('A component in MDX is one of those that a body may use.'),
  'mdx-render': error('MDX renders. Found by the build.'),
  'shown-twice': error('A figure is shown once in a body.'),
} as const satisfies Record<string, Rule>;

/** The id of a rule: `unknown-topic`. */
export type RuleId = keyof typeof RULES;

/** Whether a name is that of a rule. */
export function isRule(name: unknown): name is RuleId {
  return typeof name === 'string' && Object.hasOwn(RULES, name);
}

/** The rules as a table in Markdown, for people and for the README. */
export function rulesTable(): string {
  const rows = Object.entries<Rule>(RULES).map(
    ([id, { level, asks, fixes = '' }]) => `| \`${id}\` | ${level} | ${asks} | ${fixes} |`,
  );
  return ['| rule | level | asks that | `--fix` mends |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function error(asks: string, fixes?: string): Rule {
  return { level: 'error', asks, ...(fixes !== undefined && { fixes }) };
}

function warning(asks: string, fixes?: string): Rule {
  return { level: 'warning', asks, ...(fixes !== undefined && { fixes }) };
}
