import { expect, test } from 'vitest';
import { markdownOf, ofHtml, print } from './testing.ts';

test.each([
  ['https://www.youtube.com/embed/dQw4w9WgXcQ?si=1', '[Video on YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'],
  ['//www.youtube-nocookie.com/embed/dQw4w9WgXcQ', '[Video on YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'],
  ['https://player.vimeo.com/video/123?h=1', '[Video on Vimeo](https://vimeo.com/123)'],
  ['https://platform.twitter.com/embed/Tweet.html?id=115', '[Post on X](https://x.com/i/status/115)'],
  ['https://www.instagram.com/p/ABC/embed/', '[Post on Instagram](https://www.instagram.com/p/ABC/)'],
  [
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fx%2Fposts%2F1',
    '[Post on Facebook](https://www.facebook.com/x/posts/1)',
  ],
  ['https://open.spotify.com/embed/track/1', '[Audio on Spotify](https://open.spotify.com/track/1)'],
  ['https://www.google.com/maps/embed?pb=1', '[Map on Google Maps](https://www.google.com/maps/embed?pb=1)'],
  ['https://www.x.example/a', '[Embedded page on x.example](https://www.x.example/a)'],
])('a frame of %s becomes a link to the page that readers know', (src, link) => {
  expect(markdownOf(`<p>Before</p><iframe src="${src}"></iframe>`)).toBe(`Before\n\n${link}\n`);
});

test('a frame of an unknown source is called what the page calls it', () => {
  expect(markdownOf('<iframe src="https://x.example/a" title="Map of all stages"></iframe>')).toBe(
    '[Map of all stages](https://x.example/a)\n',
  );
});

test.each([
  ['<video><source src="a.mp4">Your browser is old.</video>', '[Video on example.org](https://example.org/live/a.mp4)'],
  ['<audio src="a.mp3"></audio>', '[Audio on example.org](https://example.org/live/a.mp3)'],
  ['<iframe data-src="https://vimeo.com/1" src="about:blank"></iframe>', '[Video on Vimeo](https://vimeo.com/1)'],
  [
    '<object data="player.swf"><embed src="https://www.youtube.com/v/abc"></object>',
    '[Video on YouTube](https://www.youtube.com/watch?v=abc)',
  ],
  [
    '<figure class="media"><oembed url="https://vimeo.com/1"></oembed></figure>',
    '[Video on Vimeo](https://vimeo.com/1)',
  ],
  ['<script src="https://gist.github.com/a/1.js"></script>', '[Code on GitHub](https://gist.github.com/a/1)'],
  ['<script data-telegram-post="durov/68"></script>', '[Post on Telegram](https://t.me/durov/68)'],
  ['<amp-youtube data-videoid="abc"></amp-youtube>', '[Video on YouTube](https://www.youtube.com/watch?v=abc)'],
])('%s becomes a link', (html, link) => {
  const content = ofHtml(html);
  expect(print(content)).toBe(`${link}\n`);
  expect(content.notes).toContain(`An embed has become a link: ${link.slice(1, link.indexOf(']'))}.`);
});

test('an embed with no address of the web is left out with a note', () => {
  const content = ofHtml('<iframe srcdoc="<p>x"></iframe><video src="blob:x"></video>');
  expect(print(content)).toBe('');
  expect(content.notes).toEqual(Array(2).fill('An embed without an address of the web is left out.'));
});

test('a post of a network is quoted, with the link to it below', () => {
  const tweet =
    '<blockquote class="twitter-tweet"><p>Touchdown! <a href="https://t.co/1">See</a></p>&mdash; NASA (@NASA) <a href="https://twitter.com/NASA/status/115?ref_src=x">July 20, 2019</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>';
  const content = ofHtml(tweet);
  expect(print(content)).toBe(
    '> Touchdown! [See](https://t.co/1)\n>\n> — NASA (@NASA) July 20, 2019\n>\n> [Post on X](https://twitter.com/NASA/status/115)\n',
  );
  expect(content.notes).toEqual(['An embed has become a link: Post on X.']);
});

test('a post of which only an invitation is quoted becomes a link', () => {
  expect(
    markdownOf(
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/A/?x"><div>View this post on Instagram</div></blockquote>',
    ),
  ).toBe('[Post on Instagram](https://www.instagram.com/p/A/)\n');
});

test('a quotation that is no embed stays one', () => {
  expect(markdownOf('<blockquote><p>One <a href="https://x.com/a/status/1">x</a></p><p>Two</p></blockquote>')).toBe(
    '> One [x](https://x.com/a/status/1)\n>\n> Two\n',
  );
});

test('the text of an element that only says where it was embedded from is kept', () => {
  expect(markdownOf('<div data-oembed-url="https://vimeo.com/1">A text</div>')).toBe('A text\n');
});
