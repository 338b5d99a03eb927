import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { bodyOf } from './body.ts';

const html = (raw: string): string => bodyOf(raw, false).html;

describe('the body of an entry', () => {
  it.each([
    ['One line', '<p>One line</p>'],
    ['One\nline', '<p>One<br>\nline</p>'],
    ['One<br />\nline', '<p>One<br>\nline</p>'],
    ['One\r\n\r\n  \r\nTwo', '<p>One</p>\n<p>Two</p>'],
    ['<p>One</p>\n\n<p>Two\n\nthree</p>', '<p>One</p><p>Two\n\nthree</p>'],
    ['Before\n<ul>\n<li>a\n\nb</li>\n</ul>\nAfter', '<p>Before</p><ul>\n<li>a\n\nb</li>\n</ul><p>After</p>'],
    ['<blockquote>One\n\nTwo</blockquote>', '<blockquote><p>One</p>\n<p>Two</p></blockquote>'],
    ['<pre>One\n\nTwo</pre>', '<pre>One\n\nTwo</pre>'],
    ['One</div>\n\nTwo', '<p>One</p></div><p>Two</p>'],
    ['<hr>\nOne', '<hr><p>One</p>'],
    ['<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->', '<p>One</p>'],
    ['One<script>alert("1")</script><style>p{}</style> two', '<p>One two</p>'],
    ['One [liveblog_key_events title="x"]', '<p>One</p>'],
    ['<strong>One</strong> <div-x>two', '<p><strong>One</strong> <div-x>two</p>'],
  ])('gets paragraphs as WordPress shows them: %j', (raw, expected) => {
    expect(html(raw)).toBe(expected);
  });

  it.each([
    [
      'https://example.org/v?a=1&amp;b=2',
      '<p><a href="https://example.org/v?a=1&amp;b=2">https://example.org/v?a=1&amp;b=2</a></p>',
    ],
    [
      '[embed width="5"]https://example.org/v[/embed]',
      '<p><a href="https://example.org/v">https://example.org/v</a></p>',
    ],
    [
      'See\nhttps://example.org/v\nnow',
      '<p>See<br>\n<a href="https://example.org/v">https://example.org/v</a><br>\nnow</p>',
    ],
    ['See https://example.org/v', '<p>See https://example.org/v</p>'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
  ])('keeps an embed, an address alone on a line, as a link: %j', (raw, expected) => {
    expect(html(raw)).toBe(expected);
  });

  it.each([
    ['<img src="//s.example.org/72x72/1f44d.png" class="liveblog-emoji emoji-+1" data-emoji="+1">', '👍'],
    ['<img src="//s.example.org/1F1E8-1F1F3.png?v=2" class="liveblog-emoji emoji-cn">', '🇨🇳'],
    ['<img src="//s.example.org/octocat.png" class="liveblog-emoji emoji-octocat" data-emoji="octocat">', ':octocat:'],
    ['<img src="//s.example.org/octocat.png" class="liveblog-emoji emoji-octocat">', ':octocat:'],
    ['<img src="x.svg" class="emoji" alt="🎉">', '🎉'],
    ['<img src="ffffff.png" class="liveblog-emoji emoji-x">', ':x:'],
    ['<img src="d800.png" class="liveblog-emoji emoji-x">', ':x:'],
  ])('shows emoji as characters, else by name: %s', (image, shown) => {
    expect(html(`So ${image}!`)).toBe(`<p>So ${shown}!</p>`);
  });

  it('keeps its pictures', () => {
    expect(html('<img src="a.png" alt="A 🎉">')).toBe('<p><img src="a.png" alt="A 🎉"></p>');
  });

  it('tells its topics, whose marks become plain words', () => {
    const raw =
      '<span class="liveblog-hash term-new-hardware">hardware</span> <a href="/tag" class="liveblog-hash term-eu">eu</a> <span class="other">x</span>';
    expect(bodyOf(raw, false)).toEqual({
      html: '<p>hardware eu <span class="other">x</span></p>',
      topics: ['new-hardware', 'eu'],
    });
  });

  it('loses the command /key, as a word, in a key entry only', () => {
    const raw = '/key Sold /key, see /keys and https://example.org/key/key';
    expect(bodyOf(raw, true).html).toBe('<p>Sold , see /keys and https://example.org/key/key</p>');
    expect(html(raw)).toBe(`<p>${raw}</p>`);
  });
});

it.each([
  ['<'.repeat(4_000_000)],
  ['<div>'.repeat(400_000) + '</p>'.repeat(400_000)],
  ['<span class="liveblog-command '.repeat(100_000)],
  [`<img class="emoji" src="${'1f'.repeat(2_000_000)}.png">`],
  ['<!--'.repeat(1_000_000)],
  ['<script>'.repeat(500_000)],
  ['\n '.repeat(2_000_000)],
  ['[embed'.repeat(600_000)],
  ['[liveblog_key_events'.repeat(200_000)],
  [`<img ${'class="emoji '.repeat(300_000)}>`],
])('takes hostile text in its stride (%#)', (raw) => {
  const start = processorTime();
  bodyOf(raw, true);
  expect(processorTime() - start).toBeLessThan(soon(5000));
});
