import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { aBody } from './testing.ts';

describe('colons in text', () => {
  it.each([
    'At 10:18 and 10:18:30, a ratio of 3:2, and :) or :-) or :D',
    ':) is how it begins',
    '::',
    ':::',
    'C++ has std::vector, and Rust foo::bar::T',
    '::1 is the loopback address',
    ':smile: at 16:9',
    'a:b[c]{d} and :name[text]{#id}',
    'Note: read https://example.org:8080/a:b',
    '- 09:31: The tanks are full\n- :09:32',
    '| 10:18 | ::before |\n|--|--|\n| :a | :::b |',
    '`:::gallery` is code, and so is this:\n\n    :::gallery',
    '双十一::开始 ：：晚会',
    '# :::title',
    '\\:::gallery is what others write',
  ])('stay what they are, without a word: %j', (markdown) => {
    const { diagnostics, html } = aBody(markdown);
    expect(diagnostics).toEqual([]);
    expect((html.match(/:/g) ?? []).length).toBeGreaterThanOrEqual((markdown.match(/(?<!-):(?!-)/g) ?? []).length - 2);
  });
});

it('directives of other programs stay text, with a word on how the same is written here', () => {
  const { html, diagnostics } = aBody(
    ':::gallery\n![A](a.png)\n:::\n\n::youtube[The keynote]{#abc}\n\n::: warning\nMind.\n:::\n\n:::galery{.wide}\n\n::unknown-thing',
  );
  expect(html).toContain('<p>::youtube[The keynote]{#abc}</p>');
  expect(formatDiagnostics(diagnostics)).toMatchInlineSnapshot(`
    "gala/opening.md:5:1 warning unknown-directive
      Unexpected directive ":::gallery", expected Markdown: readers see it as text.
      Put the pictures into one paragraph: together they are a gallery.
    gala/opening.md:9:1 warning unknown-directive
      Unexpected directive "::youtube", expected Markdown: readers see it as text.
      Write [The title](https://…) alone in a paragraph: it becomes a card.
    gala/opening.md:11:1 warning unknown-directive
      Unexpected directive "::: warning", expected Markdown: readers see it as text.
      Write it in Markdown; if the colons are meant, put a backslash before the first.
    gala/opening.md:15:1 warning unknown-directive
      Unexpected directive ":::galery", expected Markdown: readers see it as text.
      Put the pictures into one paragraph: together they are a gallery.
    gala/opening.md:17:1 warning unknown-directive
      Unexpected directive "::unknown-thing", expected Markdown: readers see it as text.
      Write it in Markdown; if the colons are meant, put a backslash before the first.
    0 errors, 5 warnings"
  `);
});
