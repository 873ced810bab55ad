import { describe, expect, test } from 'vitest';
import { drawingProblem } from '../../src/checks/drawings.ts';

const SVG = 'http://www.w3.org/2000/svg';

function problemOf(inner: string, before = ''): string | undefined {
  return drawingProblem(Buffer.from(`${before}<svg xmlns="${SVG}" viewBox="0 0 9 9">${inner}</svg>`))?.message;
}

describe('a drawing', () => {
  test.each([
    ['words that only look like code', '<text>The sum once = 3, javascript: the language</text>'],
    ['a picture within it', '<image href="data:image/png;base64,AA=="/>'],
    ['styles', '<style>.a { fill: red }</style><path class="a"/>'],
    ['a link', '<a href="https://example.org/"><path/></a>'],
    ['an animation', '<animate attributeName="x" values="0;9" dur="1s"/>'],
  ])('may have %s', (_, inner) => {
    expect(problemOf(inner)).toBeUndefined();
  });

  test('may name its namespaces as drawing programs do', () => {
    const doctype = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd" [<!ENTITY ns_svg "${SVG}">]>`;
    expect(problemOf('<path/>', doctype)).toBeUndefined();
  });

  test.each([
    ['a script', '<script>alert(1)</script>', '<script>'],
    ['a script of another prefix', `<x-y:script xmlns:x-y="${SVG}">alert(1)</x-y:script>`, '<x-y:script>'],
    ['a page within it', '<foreignObject><p>A</p></foreignObject>', '<foreignObject>'],
    ['a frame', '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" srcdoc="A"/>', '<h:iframe>'],
    ['what runs on an event', '<path onload="alert(1)"/>', 'onload="…"'],
    ['a link to a script', '<a href="javascript:alert(1)"/>', 'a script in href'],
    ['one by a character reference', '<a href="&#106;avascript:alert(1)"/>', 'a script in href'],
    ['one over two lines', '<a href="java\nscript:alert(1)"/>', 'a script in href'],
    ['one of another prefix', '<a xlink:href=" JavaScript:alert(1)"/>', 'a script in xLinkHref'],
    ['one that an animation brings', '<animate values="#a;javascript:alert(1)"/>', 'a script in values'],
    ['a page as data', '<use href="data:text/html,A"/>', 'a script in href'],
  ])('may not have %s', (_, inner, what) => {
    expect(problemOf(inner)).toContain(`has ${what},`);
  });

  test('may not say what it is by entities of its own, or load a style sheet', () => {
    expect(problemOf('&a;', '<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>')).toContain('has entities');
    expect(problemOf('', '<?xml-stylesheet href="https://example.org/a.css"?>')).toContain('loads a style sheet');
  });

  test('is read as UTF-8, as it is checked', () => {
    const drawing = `<svg xmlns="${SVG}"><script>alert(1)</script></svg>`;
    expect(drawingProblem(Buffer.from(`\uFEFF${drawing}`, 'utf16le'))?.message).toContain('is not UTF-8');
  });
});
