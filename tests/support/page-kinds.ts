/** The page that stands for all addresses that do not exist; no sitemap lists it. */
export const ERROR_PAGE = '/404.html';

/** One page of each kind, of the sample. */
export const PAGE_KINDS = {
  'the home page': '/',
  'the list of briefings': '/briefings/',
  'a briefing': '/briefings/2026/abu-dhabi-talks/',
  'a briefing with a table': '/briefings/2026/drone-war/',
  'a briefing with a note': '/briefings/2026/security-guarantees/',
  'the list of topics': '/topics/',
  'a topic': '/topics/peace-talks/',
  'the list of stories': '/stories/',
  'a story': '/stories/russia-ukraine-peace-talks/',
  'the list of sources': '/sources/',
  'a source': '/sources/dmitry-peskov/',
  'what is coming up': '/coming-up/',
  'a day': '/days/2026-01-26/',
  'the list of corrections': '/corrections/',
  'a page of prose': '/about/',
  'the Subscribe page': '/subscribe/',
  'the search': '/search/',
  'the error page': ERROR_PAGE,
};
