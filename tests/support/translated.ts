/**
 * The publication of a made-up harbour in several languages. One briefing is there in three; more of its translations are a
 * draft, under embargo and withdrawn.
 */
export const TRANSLATED = {
  content: 'tests/publications/good/translated/content',
  url: 'https://harbour.example/',
};
