import { expect, test } from 'vitest';
import { markdownOf, ofHtml, print } from './testing.ts';

test.each([
  ['<img src="data:image/gif;base64,R0" data-src="real.jpg">', 'real.jpg'],
  ['<img src="/i/blank.gif" data-lazy-src="real.jpg">', 'real.jpg'],
  ['<img src="small.jpg" srcset="s.jpg 300w, real.jpg 1200w, huge.jpg 9000w">', 'real.jpg'],
  ['<img src="small.jpg" srcset="s.jpg, real.jpg 2x">', 'real.jpg'],
  ['<img src="x.gif" data-srcset="a.jpg?w=1,h=2 300w, real.jpg 600w">', 'real.jpg'],
  ['<picture><source srcset="real.jpg 800w"><img src="data:x"></picture>', 'real.jpg'],
  ['<img src="data:x" class="lazy"><noscript><img src="real.jpg"></noscript>', 'real.jpg'],
  ['<img data-src="real.jpg"><noscript><img src="real.jpg?2"></noscript>', 'real.jpg'],
  ['<a href="real.jpg"><img src="real-300x200.jpg"></a>', 'real.jpg'],
  ['<amp-img src="real.jpg"></amp-img>', 'real.jpg'],
])('%s shows its real picture, once', (html, name) => {
  expect(ofHtml(html).pictures).toEqual([`https://example.org/live/${name}`]);
});

test('a caption is the title of the picture, with all its parts on one line', () => {
  const content = ofHtml(
    '<figure><img src="a.jpg" alt="A \n runner"><figcaption>The <b>gala</b><span>Photo:\n <a href="/j">Jane</a></span></figcaption></figure>',
  );
  expect(print(content)).toBe('![A runner](a.jpg "The gala Photo: Jane")\n');
  expect(content.notes).toEqual(['The links in a caption are left out; their text is kept.']);
});

test('the captions of WordPress are captions', () => {
  expect(markdownOf('<div class="wp-caption"><img src="a.jpg" alt="A"><p class="wp-caption-text">C</p></div>')).toBe(
    '![A](a.jpg "C")\n',
  );
});

test('a gallery is its figures, its own caption below', () => {
  expect(
    markdownOf(
      '<figure><figure><img src="a.jpg" alt="A"><figcaption>One</figcaption></figure><figure><img src="b.jpg" alt="B"></figure><figcaption>All</figcaption></figure>',
    ),
  ).toBe('![A](a.jpg "One")\n\n![B](b.jpg)\n\nAll\n');
});

test('a picture that leads to a page stays a link, in a figure with the link below', () => {
  expect(markdownOf('<a href="/page"><img src="a.jpg" alt="A"></a>')).toBe('[![A](a.jpg)](https://example.org/page)\n');
  expect(markdownOf('<figure><a href="/page"><img src="a.jpg" alt="A"></a><figcaption>C</figcaption></figure>')).toBe(
    '![A](a.jpg "C")\n\nhttps://example.org/page\n',
  );
});

test('a picture that leads to itself is no link', () => {
  expect(markdownOf('<a href="/big/a.jpg"><img src="a.jpg" alt="A"></a>')).toBe('![A](a.jpg)\n');
});

test('a picture of an emoji is the emoji', () => {
  expect(markdownOf('Done <img class="emoji" alt="🎉" src="https://s.w.org/1f389.png">')).toBe('Done 🎉\n');
});

test('a picture that is nothing but data is left out with a note', () => {
  const content = ofHtml('Text <img src="data:image/png;base64,AAAA" alt="x">');
  expect(print(content)).toBe('Text\n');
  expect(content.notes).toEqual(['A picture without an address that leads to a file is left out.']);
});

test('a title is kept where it says more than the alt text or a file name', () => {
  expect(markdownOf('<img src="a.jpg" alt="A" title="IMG_1234">')).toBe('![A](a.jpg)\n');
  expect(markdownOf('<img src="a.jpg" alt="A" title="At the gala">')).toBe('![A](a.jpg "At the gala")\n');
});
