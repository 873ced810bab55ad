import { describe, expect, test } from 'vitest';
import { mistakesIn, wrongIn } from '../support/unit-body.ts';

describe('an image that is there', () => {
  test.each([
    '![A crane](./crane.png) ![A crane](crane.png "Title") ![A crane](<./crane.png>)',
    '![A yard](<./Große Werft.png>) ![A yard](./Gro%C3%9Fe%20Werft.png)',
    '![A map](/map.png) ![A map](/map.png?v=2#x)',
    '![All of it](./100%25.png)',
    '![A crane][c] ![c]\n\n[c]: ../pages/crane.png',
    '[![A crane](./crane.png)](/method/)',
    '<img src="/map.png" alt="A map"> <img src="/map.png" alt="">',
    '> - ![A crane](./crane.png)',
  ])('has no mistake: %s', (body) => {
    expect(mistakesIn(body)).toEqual([]);
  });
});

describe('an image that is not', () => {
  test.each([
    ['![A crane](./lost.png)', '1:12 missing-image', 'There is no file content/pages/lost.png. Put the file there'],
    ['![A crane](./Crane.png)', '1:12 missing-image', 'Its name is crane.png.'],
    ['![A crane](../crane.png)', '1:12 missing-image', 'There is no file content/crane.png.'],
    ['![A crane](./%E0%A4%A.png)', '1:12 missing-image', 'a percent sign is written as %25'],
    ['![A crane](./100%.png)', '1:12 missing-image', 'a percent sign is written as %25'],
    ['![A map](/lost.png)', '1:10 missing-image', 'There is no file public/lost.png.'],
    ['![A map](/../map.png)', '1:10 missing-image', 'There is no file public/../map.png.'],
    ['![A map](/%2E%2E/secret.png)', '1:10 missing-image', 'There is no file public'],
    ['![A map]()', '1:1 missing-image', 'The image has no address.'],
    ['![A crane][c]\n\n[c]: ./lost.png', '3:6 missing-image', 'There is no file'],
    ['<img src="./crane.png" alt="A">', '1:11 missing-image', 'is written as ![…](./crane.png)'],
    ['![A](https://example.com/a.png)', '1:6 dropped-markup', 'Images of other hosts are not loaded.'],
    ['![A](//example.com/a.png)', '1:6 dropped-markup', 'Images of other hosts are not loaded.'],
    ['![A](data:image/png;base64,AA)', '1:6 dropped-markup', 'Images of other hosts are not loaded.'],
    ['<p>\n<img src="https://example.com/a.png" alt="A">', '2:11 dropped-markup', 'Images of other hosts'],
    ['A\r\n\r\n- x\r\n  ![A](./lost.png)', '4:8 missing-image', 'There is no file'],
  ])('is told at its place: %j at %s', (body, place, message) => {
    const [found, ...others] = mistakesIn(body);
    expect(others).toEqual([]);
    expect(found?.message).toContain(message);
    expect(`${found?.line}:${found?.column} ${found?.rule}`).toBe(place);
  });

  test('is told as a file of the folder above, whatever that is called', () => {
    expect(mistakesIn('![A](./lost.png)')[0]?.message).toContain('content/pages/lost.png');
  });
});

describe('an image without a text that stands for it', () => {
  test.each([
    ['![](./crane.png)', ['1:5 image-alt']],
    ['![ ](./crane.png "A title is no such text")', ['1:6 image-alt']],
    ['![][c]\n\n[c]: ./crane.png', ['3:6 image-alt']],
    ['<img src="/map.png">', ['1:11 image-alt']],
    ['![](./lost.png)', ['1:5 image-alt', '1:5 missing-image']],
  ])('%j is told', (body, places) => {
    expect(wrongIn(body)).toEqual(places);
  });
});

describe('in MDX', () => {
  const inMdx = (body: string) => wrongIn(body, 'briefings/2026/mdx.mdx');

  test.each([
    ['<img src="/map.png" alt="A map" />', []],
    ['<img src="/map.png" alt="" />', []],
    ['<img src="/map.png" alt={words} />', []],
    ['<img src={map} alt="A map" />', []],
    ['<img src="/map.png" />', ['1:11 image-alt']],
    ['<div>\n  <img src="/lost.png" alt="A" />\n</div>', ['2:13 missing-image']],
    ['- a\n- b <a href="/lost/">A</a>', ['2:14 broken-link']],
    ['Text {1 + 1} [A](/lost/) ![](/map.png)', ['1:18 broken-link', '1:30 image-alt']],
    ['<div>\n\n> ## A\n>\n> [A](/lost/)\n\n</div>', ['5:7 broken-link']],
    ['A\r\n\r\n<a href="/lost/">\r\nA\r\n</a>', ['3:10 broken-link']],
    ['<a {...props} href="/topics/">A</a>', []],
  ])('%j has %j', (body, places) => {
    expect(inMdx(body)).toEqual(places);
  });
});
