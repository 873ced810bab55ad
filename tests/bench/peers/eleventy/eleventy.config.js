import markdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';

const PER_PAGE = 20;

export default function (config) {
  config.setLibrary('md', markdownIt({ html: true }).use(footnotes));
  config.addPassthroughCopy({ public: '/' });
  config.addGlobalData('site', 'https://bench.example');
  config.addFilter('day', (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter('instant', (date) => new Date(date).toISOString());
  config.addFilter('rfc822', (date) => new Date(date).toUTCString());
  config.addFilter('first', (list, count) => list.slice(0, count));
  config.addCollection('newest', newest);
  config.addCollection('topics', topics);
  config.addCollection('topicPages', (api) => topics(api).flatMap(pagesOf));
  return {
    dir: { input: 'content', includes: '../layouts' },
    // The articles are Markdown and nothing else.
    markdownTemplateEngine: false,
  };
}

function newest(api) {
  return api.getFilteredByGlob('content/briefings/**/*.md').sort((one, other) => other.date - one.date);
}

function topics(api) {
  const byName = Map.groupBy(
    newest(api).flatMap((item) => item.data.topics.map((name) => ({ name, item }))),
    ({ name }) => name,
  );
  return [...byName]
    .map(([name, entries]) => ({ name, items: entries.map(({ item }) => item) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function pagesOf({ name, items }) {
  const last = Math.ceil(items.length / PER_PAGE);
  return Array.from({ length: last }, (_, index) => ({
    name,
    items: items.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    number: index + 1,
    last,
  }));
}
