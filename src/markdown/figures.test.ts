import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { parseBody } from './parse-body.ts';
import { aBody, plainAt, shownAt } from './testing.ts';

const htmlOf = (markdown: string): string => aBody(markdown, { mediaAt: plainAt }).html;

const img = (name: string, alt: string, { title = '', first = true, folder = 'gala' } = {}): string =>
  `<img ${first ? 'fetchpriority="high"' : 'loading="lazy"'} decoding="async" src="/media/${folder}/${name}" alt="${alt}" width="640" height="480"${title}>`;

describe('a picture', () => {
  it('alone in a paragraph becomes a figure, with its title as caption and credit', () => {
    expect(htmlOf('![Stage](a.png "Before *the* show | Photo: Ada Moon")')).toBe(
      `<figure>${img('a.png', 'Stage')}<figcaption>Before <em>the</em> show <small class="credit">Photo: Ada Moon</small></figcaption></figure>`,
    );
    expect(htmlOf('![Stage](a.png "The show")')).toBe(
      `<figure>${img('a.png', 'Stage')}<figcaption>The show</figcaption></figure>`,
    );
    expect(htmlOf('![Stage](a.png "| Ada Moon")')).toBe(
      `<figure>${img('a.png', 'Stage')}<figcaption><small class="credit">Ada Moon</small></figcaption></figure>`,
    );
    for (const plain of ['![Stage](a.png)', '![Stage](a.png " ")', '![Stage](a.png "|")'])
      expect(htmlOf(plain)).toBe(`<figure>${img('a.png', 'Stage')}</figure>`);
  });

  it('has a caption and credit in Markdown, of one line', () => {
    const captionOf = (title: string, context = {}) => {
      const { html, diagnostics } = aBody(`> ![A](a.png "${title}")`, { mediaAt: plainAt, ...context });
      return { html: /<figcaption>(.*)<\/figcaption>/.exec(html)?.[1], diagnostics };
    };
    const of = (title: string) => captionOf(title).html;
    expect(of('By `GPS` :tada: | [Ada](https://ada.example) / <https://cc.example>')).toBe(
      'By <code>GPS</code> 🎉 <small class="credit"><a href="https://ada.example" rel="external" class="external">Ada</a> / ' +
        '<a href="https://cc.example" rel="external" class="external">https://cc.example</a></small>',
    );
    expect(of('See [the *end*](./end.md), www.fair.example')).toBe(
      'See <a href="/found/">the <em>end</em></a>, <a href="http://www.fair.example" rel="external" class="external">www.fair.example</a>',
    );
    expect(of('By ada@fair.example')).toBe('By <a href="mailto:ada@fair.example">ada@fair.example</a>');
    for (const plain of ['1. FC Köln', '- 5 * 3', '# 1 ##', 'a_b_c', '2 < 3 <b>x</b>', '5\u00a0£'])
      expect(of(plain)).toBe(plain.replaceAll('<', '&#x3C;'));
    expect(of('> R&D & 3 &amp;lt; 4')).toBe('> R&#x26;D &#x26; 3 &#x26;lt; 4');
    const nowhere = {
      targets: { document: () => ({ message: 'Unexpected link', hint: 'Fix it.' }), page: () => ({ link: '/' }) },
    };
    expect(captionOf('See [it](./gone.md)', nowhere).diagnostics).toMatchObject([
      { line: 5, column: 3, rule: 'broken-link' },
    ]);
    expect(captionOf('By [Ada](https://a.example/ada berg)').diagnostics).toMatchObject([
      { line: 5, column: 3, rule: 'broken-link' },
    ]);
  });

  it('within text, a link or a table stays where it is', () => {
    expect(htmlOf('See ![A](a.png "T") here')).toBe(`<p>See ${img('a.png', 'A', { title: ' title="T"' })} here</p>`);
    expect(htmlOf('[![A](a.png)](a.png)')).toBe(`<p><a href="/media/gala/a.png">${img('a.png', 'A')}</a></p>`);
    expect(htmlOf('| a |\n|---|\n| ![A](a.png) |')).toContain(`<td>${img('a.png', 'A')}</td>`);
  });

  it('becomes a figure in lists and quotations too', () => {
    expect(htmlOf('> ![A](a.png)')).toBe(`<blockquote>\n<figure>${img('a.png', 'A')}</figure>\n</blockquote>`);
  });

  it('is found by the path from the folder of the entry, encoded or not', () => {
    expect(htmlOf('![A](<../fest/a b.png>)')).toContain('src="/media/fest/a b.png"');
    expect(htmlOf('![B](%E8%88%9E%E5%8F%B0.png?v=1)')).toContain('src="/media/gala/舞台.png"');
  });

  it('has several files between which a browser chooses, and a colour that stands in for it', () => {
    expect(aBody('![Stage](a.png)', { mediaAt: shownAt }).html).toBe(
      '<figure><a href="/media/gala/a.png-1920"><picture><source type="image/avif" srcset="/media/gala/a.png-400 400w, /media/gala/a.png-1300 1300w" sizes="min(40.375rem, 90vw)">' +
        '<img fetchpriority="high" decoding="async" src="/media/gala/a.png" alt="Stage" width="1600" height="1200" class="tone r1 g2 b3"></picture></a></figure>',
    );
  });

  it('leads to its largest file where that shows more, and has its caption beside the link', () => {
    const { html } = aBody('![Stage](a.png "The show")\n\n> ![Hall](b.png)', { mediaAt: shownAt });
    expect(html.match(/<a href="[^"]*">/g)).toEqual([
      '<a href="/media/gala/a.png-1920">',
      '<a href="/media/gala/b.png-1920">',
    ]);
    expect(html).toContain('</picture></a><figcaption>The show</figcaption>');
    expect(htmlOf('![Stage](a.png)')).not.toContain('<a ');
    expect(aBody('A word ![Stage](a.png) among others', { mediaAt: shownAt }).html).not.toContain('<a ');
  });

  it('is wanted at once where it is the first on the page of its entry, and near in time everywhere else', () => {
    const { html, blocks, absoluteHtml } = aBody('![A](a.png)\n\n![B](b.png)', { mediaAt: plainAt });
    expect(html.match(/<img [a-z]+/g)).toEqual(['<img fetchpriority', '<img loading']);
    expect(blocks.join('').match(/<img [a-z]+/g)).toEqual(['<img loading', '<img loading']);
    expect(absoluteHtml).not.toContain('fetchpriority');
  });

  it('is not mixed up with text that looks like it', () => {
    const { html } = aBody('`<img loading="lazy"` and ![say <img loading="lazy"](a.png)', { mediaAt: plainAt });
    expect(html).toContain('<code>&#x3C;img loading="lazy"</code>');
    expect(html).toContain('<img fetchpriority="high" decoding="async" src="/media/gala/a.png"');
  });
});

describe('several pictures in one paragraph', () => {
  it('are a gallery, in which each leads to its largest file', () => {
    expect(
      aBody('![A](a.png "One | Ada")\n![B](b.png)', { mediaAt: shownAt }).html.replace(/ srcset="[^"]*"/g, ''),
    ).toBe(
      '<div class="gallery">' +
        '<figure><a href="/media/gala/a.png-1920"><picture><source type="image/avif" sizes="min(20.2rem, 45vw)"><img fetchpriority="high" decoding="async" src="/media/gala/a.png" alt="A" width="1600" height="1200" class="tone r1 g2 b3"></picture></a><figcaption>One <small class="credit">Ada</small></figcaption></figure>' +
        '<figure><a href="/media/gala/b.png-1920"><picture><source type="image/avif" sizes="min(20.2rem, 45vw)"><img loading="lazy" decoding="async" src="/media/gala/b.png" alt="B" width="1600" height="1200" class="tone r1 g2 b3"></picture></a></figure>' +
        '</div>',
    );
  });

  it.each(['![A](a.png) ![B](b.png)', '![A](a.png)![B](b.png)', '![A](a.png)  \n![B](b.png)'])(
    'are one however they are written: %j',
    (markdown) => {
      expect(htmlOf(markdown).match(/<figure>/g)).toHaveLength(2);
      expect(htmlOf(markdown)).toMatch(/^<div class="gallery">/);
    },
  );

  it('of which there is an odd number begin with a wide one', () => {
    const { html } = aBody('![A](a.png)\n![B](b.png)\n![C](c.png)', { mediaAt: shownAt });
    expect(html.match(/sizes="[^"]*"/g)).toEqual([
      'sizes="min(40.375rem, 90vw)"',
      'sizes="min(20.2rem, 45vw)"',
      'sizes="min(20.2rem, 45vw)"',
    ]);
  });

  it('show what counts: all of a drawing, and the upper part of what stands upright', () => {
    const of = (name: string) => {
      const shown = shownAt(name);
      if (shown.kind !== 'picture') throw new Error(name);
      return /tall|poster/.test(name)
        ? { ...shown, height: 4000 }
        : name.includes('chart')
          ? { ...shown, isDrawn: true as const }
          : shown;
    };
    const classes = (markdown: string) =>
      [...aBody(markdown, { mediaAt: of }).html.matchAll(/class="tone r1 g2 b3([^"]*)"/g)].map(([, more]) => more);
    expect(classes('![A](a.png)\n![B](tall.png)\n![C](chart.png)')).toEqual(['', ' tall', ' drawn']);
    expect(classes('![A](a.png)\n\n![B](poster.png)\n\n![C](chart.png)')).toEqual(['', ' steep', '']);
  });

  it('need a large file, and so does one alone, but not one among words', () => {
    const { report } = collectDiagnostics();
    const usesOf = (markdown: string) =>
      parseBody({ file: 'gala/opening.md', line: 1, markdown }, report).pictures.map(({ picture, as }) => [
        picture,
        as,
      ]);
    expect(usesOf('![A](a.png)\n\nA word ![B](b.png)')).toEqual([
      ['gala/a.png', 'large'],
      ['gala/a.png', undefined],
      ['gala/b.png', undefined],
    ]);
    expect(usesOf('![A](a.png)\n![B](b.png)\n\n[large](c.png)')).toEqual([
      ['gala/a.png', 'large'],
      ['gala/a.png', undefined],
      ['gala/b.png', 'large'],
      ['gala/b.png', undefined],
      ['gala/c.png', 'large'],
    ]);
  });

  it('say their captions in the text of the entry, and not whose they are', () => {
    expect(aBody('![A](a.png "One | Ada")\n![B](b.png "Two")', { mediaAt: plainAt }).text).toBe('One Two');
  });
});

describe('a video', () => {
  it('is shown where a picture would be, and loads nothing before it is played', () => {
    expect(aBody('![A launch](clip.mp4 "Off | Video: Ada")', { mediaAt: shownAt }).html).toBe(
      '<figure><video controls preload="none" playsinline aria-label="A launch"><source src="/media/gala/clip.mp4" type="video/mp4"></video>' +
        '<figcaption>Off <small class="credit">Video: Ada</small></figcaption></figure>',
    );
  });

  it('has its poster, which says how large it is, and its captions by language', () => {
    const poster = shownAt('gala/clip.jpg');
    const tracks = [{ src: '/t.vtt' }, { src: '/t.de.vtt', language: 'de' }, { src: '/t.x.vtt', language: 'x' }];
    const video = { ...shownAt('gala/clip.mp4'), tracks, ...(poster.kind === 'picture' && { poster }) };
    expect(aBody('![A](clip.mp4)', { mediaAt: () => video }).html).toBe(
      '<figure><video controls preload="none" playsinline aria-label="A" poster="/media/gala/clip.jpg" width="1600" height="1200"><source src="/media/gala/clip.mp4" type="video/mp4">' +
        '<track kind="captions" src="/t.vtt" label="Captions"><track kind="captions" src="/t.de.vtt" srclang="de" label="German"><track kind="captions" src="/t.x.vtt" srclang="x" label="x"></video></figure>',
    );
    const german = aBody('![A](clip.mp4)', { mediaAt: () => video, language: 'de' }).html;
    expect(german.match(/ label="[^"]*"/g)).toEqual([' label="Untertitel"', ' label="Deutsch"', ' label="x"']);
  });

  it('among pictures is no part of a gallery', () => {
    const { html } = aBody('![A](a.png)\n![B](clip.mp4)', { mediaAt: shownAt });
    expect(html).not.toContain('gallery');
    expect(html.match(/<figure>/g)).toHaveLength(2);
  });

  it('that cannot be known, or comes from elsewhere, is an error', () => {
    const { diagnostics } = aBody('![](clip.mp4)\n\n![A](https://a.example/clip.mp4)', { mediaAt: shownAt });
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['missing-alt', 'Unexpected video "clip.mp4" without alt text, expected a text for those who cannot see it'],
      ['remote-picture', 'Unexpected video "https://a.example/clip.mp4", expected a file beside the entry'],
    ]);
  });

  it('can be linked to', () => {
    expect(aBody('[Watch](clip.mp4)', { mediaAt: shownAt }).html).toBe(
      '<p><a href="/media/gala/clip.mp4">Watch</a></p>',
    );
  });
});
