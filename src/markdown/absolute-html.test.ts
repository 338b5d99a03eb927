import { describe, expect, it } from 'vitest';
import type { BodyContext } from './body.ts';
import { aBody } from './testing.ts';

const page = 'https://example.org/recaps/gala/opening/';
const context: Partial<BodyContext> = {
  page,
  targets: { document: () => ({ link: '/recaps/gala/encore/' }), page: (path) => ({ link: `/recaps${path}` }) },
  pictureAt: () => ({ src: '/recaps/gala/media/stage-1.png', width: 640, height: 480 }),
};
const absolute = (markdown: string): string => aBody(markdown, context).absoluteHtml;

describe('absoluteHtml', () => {
  it('gives the host to links between pages and to pictures', () => {
    expect(absolute('[a](./encore.md) [b](/gala/) ![A](stage.png)')).toBe(
      '<p><a href="https://example.org/recaps/gala/encore/">a</a> <a href="https://example.org/recaps/gala/">b</a> ' +
        '<img src="https://example.org/recaps/gala/media/stage-1.png" alt="A" width="640" height="480" loading="lazy" decoding="async"></p>',
    );
  });

  it('leads fragments to the page of the entry', () => {
    expect(absolute('<b id="sum">9</b> [sum](#sum)')).toBe(
      '<p><b id="opening.sum">9</b> <a href="https://example.org/recaps/gala/opening/#opening.sum">sum</a></p>',
    );
    expect(absolute('a[^1]\n\n[^1]: b').match(/href="[^"]*"/g)).toEqual([
      'href="https://example.org/recaps/gala/opening/#opening.fn-1"',
      'href="https://example.org/recaps/gala/opening/#opening.fnref-1"',
    ]);
  });

  it('gives a protocol to addresses without one, and leaves the others', () => {
    expect(absolute('[a](//a.example/x) [b](https://b.example/?x=1&y=2#z) [c](mailto:c@d.example)')).toBe(
      '<p><a href="https://a.example/x" rel="external" class="external">a</a> ' +
        '<a href="https://b.example/?x=1&#x26;y=2#z" rel="external" class="external">b</a> <a href="mailto:c@d.example">c</a></p>',
    );
  });

  it('names the sources of quotations with their host', () => {
    expect(absolute('<blockquote cite="/gala/">a</blockquote>')).toBe(
      '<blockquote cite="https://example.org/gala/">a</blockquote>',
    );
  });

  it('leaves nothing for the keyboard that only a page needs', () => {
    expect(absolute('| a |\n|---|\n| b |\n\n    code')).not.toContain('tabindex');
    expect(aBody('| a |\n|---|\n| b |\n\n    code').html.match(/tabindex/g)).toHaveLength(2);
  });

  it('changes nothing in what pages show', () => {
    const { html, blocks } = aBody('[a](./encore.md)\n\n    code', context);
    expect([html, ...blocks].join('')).not.toContain('https://');
    expect([html, ...blocks].join('').match(/tabindex/g)).toHaveLength(2);
  });
});
