import { describe, expect, it } from 'vitest';
import { elsewhereAt } from './elsewhere.ts';
import { aBody } from './testing.ts';

describe('a link to a video or a post, alone in its paragraph', () => {
  it('becomes a card of its title and its source, and is a plain link', () => {
    expect(aBody('[The keynote in full](https://www.youtube.com/watch?v=abc)').html).toBe(
      '<p class="card video"><a href="https://www.youtube.com/watch?v=abc" rel="external" class="external"><b>The keynote in full</b> <span class="source">Video on YouTube</span></a></p>',
    );
  });

  it('says where it leads if nobody has given it a title', () => {
    expect(aBody('https://mastodon.social/@ada/109876543210').html).toBe(
      '<p class="card post"><a href="https://mastodon.social/@ada/109876543210" rel="external" class="external"><b>Post on mastodon.social</b> <span class="source">mastodon.social/@ada/109876543210</span></a></p>',
    );
  });

  it('keeps what is in its title', () => {
    expect(aBody('[The *whole* keynote](https://youtu.be/abc)').html).toContain('<b>The <em>whole</em> keynote</b>');
  });

  it.each([
    'See [the keynote](https://youtu.be/abc).',
    '[One](https://youtu.be/abc) [Two](https://youtu.be/def)',
    '[A page](https://example.org/watch?v=abc)',
    '[An entry](./youtube.md)',
    '- [The keynote](https://youtu.be/abc)',
  ])('stays a link otherwise: %s', (markdown) => expect(aBody(markdown).html).not.toContain('card'));

  it('is a title in the text of the entry, and a link in feeds', () => {
    const { text, absoluteHtml } = aBody('[The keynote](https://youtu.be/abc)');
    expect(text).toBe('The keynote');
    expect(absoluteHtml).toContain('<a href="https://youtu.be/abc"');
  });
});

describe('the site to which an address leads', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc', 'Video YouTube'],
    ['https://m.youtube.com/shorts/abc', 'Video YouTube'],
    ['https://youtu.be/abc?t=3', 'Video YouTube'],
    ['https://vimeo.com/12345', 'Video Vimeo'],
    ['https://player.vimeo.com/video/12345', 'Video Vimeo'],
    ['https://x.com/ada/status/123', 'Post X'],
    ['https://twitter.com/ada/status/123', 'Post X'],
    ['https://www.instagram.com/p/abc/', 'Post Instagram'],
    ['https://www.instagram.com/ada/reel/abc/', 'Post Instagram'],
    ['https://www.tiktok.com/@ada/video/123', 'Video TikTok'],
    ['https://bsky.app/profile/ada.example/post/3k', 'Post Bluesky'],
    ['https://www.threads.net/@ada/post/C1', 'Post Threads'],
    ['https://chaos.example/@ada/109876543210', 'Post chaos.example'],
    ['https://chaos.example/@ada@mastodon.social/109876543210', 'Post chaos.example'],
    ['https://open.spotify.com/intl-de/episode/abc', 'Sound Spotify'],
    ['https://www.bilibili.com/video/BV1/', 'Video Bilibili'],
    ['https://weibo.com/123/Abc', 'Post Weibo'],
  ])('is reported for %s', (address, reported) => {
    const found = elsewhereAt(address);
    expect(found && `${found.kind} ${found.name}`).toBe(reported);
  });

  it.each([
    'https://x.com/ada',
    'https://www.youtube.com/@ada',
    'https://youtube.com.evil.example/watch?v=a',
    'https://evil.example/youtube.com/watch',
    'https://example.org/@ada/2024',
    'mailto:ada@youtube.com',
    'javascript:alert(1)',
    '/youtube.com/watch',
    'https://vimeo.com/about',
  ])('is none for %s', (address) => expect(elsewhereAt(address)).toBeUndefined());
});
