import { describe, expect, it } from 'vitest';
import { figureOf, type PostPiece, pieceOf } from './item-content.ts';
import { itemsOfPost, postSchema } from './post.ts';
import { aPost } from './testing.ts';

const pieceFor = (item: Readonly<Record<string, unknown>>): PostPiece | undefined =>
  itemsOfPost(postSchema.parse(aPost(11, [item]))).map(pieceOf)[0];
const html = (text: string): PostPiece => ({ kind: 'html', html: text });

describe('a text', () => {
  it.each([
    ['<div>One</div>', '<div>One</div>'],
    ['One <b>two</b>', '<p>One <b>two</b></p>'],
    ['<style>p{}</style><p>One<script>alert(1)</script></p>', '<p>One</p>'],
    ['<img src="a.png">', '<p><img src="a.png"></p>'],
  ])('is the HTML that editors wrote: %s', (text, expected) => {
    expect(pieceFor({ item_type: 'text', text })).toEqual(html(expected));
  });

  it.each(['', ' <p>&nbsp;</p>', '<style>p{}</style>'])('may be empty: %j', (text) => {
    expect(pieceFor({ item_type: 'text', text })).toEqual({ kind: 'nothing', why: 'It has no text.' });
  });

  it('may be that of a type that the site has made', () => {
    const text = '<div class="scorecard"><span>Germany</span> <span>1</span></div>';
    expect(pieceFor({ item_type: 'Scorecard', group_type: 'freetype', text })).toEqual(html(text));
  });
});

describe('a quotation', () => {
  it('is text, with the one who said it', () => {
    expect(pieceFor({ item_type: 'quote', meta: { quote: 'a < b\n"c"', credit: 'Ana & Ben' } })).toEqual(
      html('<blockquote><p>a &lt; b<br>&quot;c&quot;</p><p>— Ana &amp; Ben</p></blockquote>'),
    );
    expect(pieceFor({ item_type: 'quote', meta: { quote: 'a' } })).toEqual(html('<blockquote><p>a</p></blockquote>'));
  });
});

describe('an embed', () => {
  it.each([
    [
      { original_url: 'https://example.org/?a&b' },
      '<p><a href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a></p>',
    ],
    [
      {
        original_url: 'https://example.org/',
        title: '<T>',
        provider_name: 'Example',
        description: 'D',
        html: '<iframe>',
      },
      '<p><a href="https://example.org/">&lt;T&gt;</a> (Example)</p><blockquote><p>D</p></blockquote>',
    ],
    [
      { original_url: 'https://example.org/', title: 'T', credit: 'C', description: 'T' },
      '<p><a href="https://example.org/">T</a> (C)</p>',
    ],
  ])('is a link with what the editor saw of it (%#)', (meta, expected) => {
    expect(pieceFor({ item_type: 'embed', text: '<div>card</div>', meta })).toEqual(html(expected));
  });

  it.each(['', 'javascript:alert(1)', '//example.org/'])(
    'without an address of the web is its text: %j',
    (original_url) => {
      expect(pieceFor({ item_type: 'embed', text: '<div>card</div>', meta: { original_url } })).toEqual(
        html('<div>card</div>'),
      );
    },
  );
});

describe('a picture', () => {
  const rendition = (name: string, width?: number) => ({ [name]: { href: `https://example.org/${name}.jpg`, width } });
  it('is the widest rendition, with caption, credit and alternative text', () => {
    const renditions = {
      ...rendition('thumbnail', 240),
      ...rendition('viewImage', 640),
      ...rendition('original', 600),
    };
    expect(
      pieceFor({ item_type: 'image', meta: { caption: 'C', credit: 'D', alt: 'E', media: { renditions } } }),
    ).toEqual({
      kind: 'picture',
      picture: { address: 'https://example.org/viewImage.jpg', alt: 'E', caption: 'C', credit: 'D' },
    });
  });

  it('is the original where no width is given', () => {
    const renditions = { ...rendition('thumbnail'), ...rendition('viewImage'), ...rendition('original') };
    expect(pieceFor({ item_type: 'image', meta: { media: { renditions } } })).toEqual({
      kind: 'picture',
      picture: { address: 'https://example.org/original.jpg' },
    });
  });

  it('is in its HTML where there are no renditions', () => {
    const text =
      '<figure><img src="s.jpg?a&amp;b" alt="A &quot;B&quot;" srcset="m.jpg?w,1 640w, l.jpg?a&amp;b 1280w, s.jpg 480w"><figcaption>Relax <b>Credit:</b> Ana</figcaption></figure>';
    expect(pieceFor({ item_type: 'image', text })).toEqual({
      kind: 'picture',
      picture: { address: 'l.jpg?a&b', alt: 'A "B"', caption: 'Relax', credit: 'Ana' },
    });
    expect(pieceFor({ item_type: 'image', text: '<img src="s.jpg"><figcaption>C</figcaption>' })).toEqual({
      kind: 'picture',
      picture: { address: 's.jpg', caption: 'C' },
    });
  });

  it('needs an address', () => {
    expect(pieceFor({ item_type: 'image', text: '<figure></figure>' })).toEqual({
      kind: 'nothing',
      why: 'It is a picture without an address.',
    });
  });

  it('can stand in a text', () => {
    expect(figureOf({ address: 'a.jpg?a&b', alt: '"A"', caption: 'B <C>', credit: 'D' })).toBe(
      '<figure><img src="a.jpg?a&amp;b" alt="&quot;A&quot;"><figcaption>B &lt;C&gt; D</figcaption></figure>',
    );
  });
});
