import { expect, test } from 'vitest';
import { prepareContent, printMarkdown } from './prepare-content.ts';
import { markdownOf, ofHtml, ofText, print } from './testing.ts';

const gala = { address: 'gala.jpg', alt: 'Singers on a stage', caption: 'The gala', credit: 'Jane Doe' };

test('a text without words is empty', () => {
  expect([print(ofText('')), print(ofText(' \n\n ')), markdownOf('<div><p>&nbsp;</p></div>')]).toEqual(['', '', '']);
});

test('pictures come below the text, with caption and credit as their title', () => {
  expect(print(ofHtml('<p>It begins.</p>', [gala]))).toBe(
    'It begins.\n\n![Singers on a stage](gala.jpg "The gala. Photo: Jane Doe")\n',
  );
});

test('a credit that says what it is, or that the caption names already, is not named again', () => {
  const titles = [
    { ...gala, credit: 'Foto: dpa' },
    { ...gala, caption: 'The gala (Jane Doe)' },
    { address: 'gala.jpg', credit: 'Jane Doe' },
  ].map((picture) => print(ofHtml('', [picture])).match(/".*"/)?.[0]);
  expect(titles).toEqual(['"The gala. Foto: dpa"', '"The gala (Jane Doe)"', '"Photo: Jane Doe"']);
});

test('a picture that the text shows already is not shown again, and gets the words that it lacks', () => {
  const content = ofHtml('<p>Look: <img src="/live/gala.jpg"></p>', [gala]);
  expect(print(content)).toBe('Look: ![Singers on a stage](gala.jpg "The gala. Photo: Jane Doe")\n');
  expect(content.pictures).toEqual(['https://example.org/live/gala.jpg']);
});

test('a picture without alt text keeps none', () => {
  expect(print(ofHtml('', [{ address: 'gala.jpg' }]))).toBe('![](gala.jpg)\n');
});

test('the addresses of pictures are absolute, or relative to the source where that has no address', () => {
  const html = '<img src="a.jpg"><img src="//cdn.example.org/b.jpg"><img src="a.jpg">';
  expect(ofHtml(html).pictures).toEqual(['https://example.org/live/a.jpg', 'https://cdn.example.org/b.jpg']);
  expect(prepareContent({ kind: 'html', value: html }, [], undefined).pictures).toEqual([
    'a.jpg',
    'https://cdn.example.org/b.jpg',
  ]);
});

test('a picture that is not to be had becomes a link with its words, before the link that it stands in', () => {
  const html = '<p><img src="a.jpg" alt="A"></p><p><img src="b.jpg"></p><a href="/page"><img src="c.jpg" alt="C"></a>';
  expect(printMarkdown(ofHtml(html), () => undefined)).toBe(
    '[A](https://example.org/live/a.jpg)\n\n[Picture](https://example.org/live/b.jpg)\n\n[C](https://example.org/live/c.jpg) <https://example.org/page>\n',
  );
  const beside = '<p>See <a href="/page"><b><img src="c.jpg" alt="C"></b> the page</a>.</p>';
  expect(printMarkdown(ofHtml(beside), () => undefined)).toBe(
    'See [C](https://example.org/live/c.jpg) [the page](https://example.org/page).\n',
  );
  expect(printMarkdown(ofHtml('<img src="a.jpg" alt="A"><img src="b.jpg" alt="B">'), () => undefined)).toBe(
    '[A](https://example.org/live/a.jpg) [B](https://example.org/live/b.jpg)\n',
  );
});

test('a picture that is not to be had and has no address of the web leaves its words', () => {
  const content = prepareContent({ kind: 'html', value: '<img src="a.jpg" alt="A">' }, [], undefined);
  expect(printMarkdown(content, () => undefined)).toBe('A\n');
});

test('paths of pictures are written so that every character is part of the name', () => {
  expect(printMarkdown(ofHtml('<img src="a.jpg" alt="A">'), () => '../day 1/a#1 100%(b).jpg')).toBe(
    '![A](<../day 1/a%231 100%25(b).jpg>)\n',
  );
});
