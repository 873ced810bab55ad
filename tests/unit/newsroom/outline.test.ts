import { expect, test } from 'vitest';
import { outlineOf } from '../../../src/newsroom/outline.ts';

const html = (...headings: string[]) => headings.map((heading) => `${heading}<p>Text.</p>`).join('');
const A = '<div class="heading"><h2 id="a">A &amp; <em>b</em><sup>1</sup></h2></div>';
const NOTES = '<section><h2 class="visually-hidden" id="footnote-label">Notes</h2></section>';

test('a long text has its headings of the second level as an outline, by their ids', () => {
  const body = html(A, '<h2 id="привет">Привет</h2>', '<h3 id="c">C</h3>', '<h2 id="d">D</h2>', NOTES);
  expect(outlineOf(body, 6)).toEqual([
    { text: 'A & b', href: '#a' },
    { text: 'Привет', href: `#${encodeURIComponent('привет')}` },
    { text: 'D', href: '#d' },
  ]);
});

test('a short text and one of few headings have none', () => {
  const two = html(A, '<h2 id="d">D</h2>');
  expect(outlineOf(html(two, '<h2 id="e">E</h2>'), 5)).toEqual([]);
  expect(outlineOf(html(two, '<h3 id="e">E</h3>'), 20)).toEqual([]);
  expect(outlineOf(html(two, NOTES), 20)).toEqual([]);
});
