import { parseArgs } from 'node:util';

/** What was asked for, as it was typed. */
export interface Options {
  headline: string | undefined;
  topics: string[];
  story: string | undefined;
  slug: string | undefined;
  year: string | undefined;
  source: string | undefined;
  mdx: boolean;
  help: boolean;
}

export const USAGE = `npm run new -- "Headline" [options]

Writes the draft of a briefing to content/briefings/<year>/<slug>.md.

  --topic <id>    a topic of topics.yaml, the main one first; may stand up to six times
  --story <id>    the running story that it belongs to
  --source <id>   the source that stands in the draft; without it, the first of sources.yaml
  --slug <slug>   the name of the file; without it, it is made of the headline
  --year <year>   the folder; without it, the year that it is now
  --mdx           writes .mdx
  --help          shows this

In a terminal, it asks for topics and story where they are not given. A headline that begins with a hyphen goes
behind "--" of its own: npm run new -- --topic harbour -- "-5 degrees in the harbour"`;

/** @throws TypeError with one sentence for what is not known here. */
export function optionsIn(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      topic: { type: 'string', multiple: true, default: [] },
      story: { type: 'string' },
      slug: { type: 'string' },
      year: { type: 'string' },
      source: { type: 'string' },
      mdx: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { topic, story, slug, year, source, mdx, help } = values;
  // Words without quotation marks around them come one by one.
  const headline = positionals.length === 0 ? undefined : positionals.join(' ').trim();
  return { headline, topics: topic, story, slug, year, source, mdx, help };
}
