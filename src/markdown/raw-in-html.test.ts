import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { aBody, plainAt } from './testing.ts';

const found = (markdown: string) => aBody(markdown, { mediaAt: plainAt }).diagnostics;

const correctedOf = (markdown: string): string => {
  const lines = markdown.split('\n');
  for (const { line, corrected } of found(markdown)) if (corrected !== undefined) lines[line - 5] = corrected;
  return lines.join('\n');
};

describe('Markdown directly within HTML', () => {
  it('is named with the line that shows it as it was meant', () => {
    const markdown =
      '<details>\n<summary>The **times**</summary>\nAda was *first*:\n\n</details>\n\n<div>\n- One\n- Two\n</div>';
    expect(formatDiagnostics(found(markdown))).toMatchInlineSnapshot(`
      "gala/opening.md:6:14 warning unread-mark
        Unexpected "**times**" directly within <summary>, expected HTML: Markdown is not read there, and readers see it as it is written.
        Write it as HTML, or put an empty line before the text and another behind it.
        > <summary>The <strong>times</strong></summary>
      gala/opening.md:7:9 warning unread-mark
        Unexpected "*first*" directly within <summary>, expected HTML: Markdown is not read there, and readers see it as it is written.
        Write it as HTML, or put an empty line before the text and another behind it.
        > Ada was <em>first</em>:
      gala/opening.md:12:1 warning unread-mark
        Unexpected "- One" directly within <div>, expected an empty line before it: Markdown is not read there, and readers see it as it is written.
        Put an empty line before it, and another behind all that is Markdown.
        > 
        > - One
      0 errors, 3 warnings"
    `);
    expect(found(correctedOf(markdown))).toEqual([]);
    expect(aBody(correctedOf(markdown)).html.replaceAll('\n', '')).toBe(
      '<details><summary>The <strong>times</strong></summary>Ada was <em>first</em>:</details><div><ul><li>One</li><li>Two</li></ul></div>',
    );
  });

  it.each([
    ['<div>See [the hall](https://fair.example/hall)</div>', '<a href="https://fair.example/hall"'],
    [
      '<figure>\n![The hall](hall.png)\n<figcaption>By _Ada_</figcaption>\n</figure>',
      'src="/media/gala/hall.png" alt="The hall"',
    ],
    ['<table><tr><td>`a b`</td><td>~~old~~</td></tr></table>', '<code>a b</code></td><td><del>old</del>'],
    ['<p align="center">\n**Ende**\n</p>', '<strong>Ende</strong>'],
    ['<details>\n<summary>ผล</summary>\n**"ใช่"** ครับ\n</details>', '<strong>"ใช่"</strong>'],
    ['<div>\n## The end\n</div>', '<h2>The end</h2>'],
    ['- <div>\n  **x y**\n  </div>', '<strong>x y</strong>'],
  ])('is right in the corrected line: %s', (markdown, html) => {
    expect(found(markdown).map(({ rule }) => rule)).toContain('unread-mark');
    expect(found(correctedOf(markdown))).toEqual([]);
    expect(aBody(correctedOf(markdown), { mediaAt: plainAt }).html).toContain(html);
  });

  it.each([
    '<div>\n\n**bold**\n\n</div>',
    '<p>5 * 3 * 2, snake_case_name, f(*a, **b), [sic] and 2*3*4</p>',
    '<pre>\n**bold**\n</pre>',
    '<div><code>**bold**</code> and <kbd>*</kbd></div>',
    '<!-- **bold** -->',
    'A <b>**bold**</b> word',
    '<div title="**bold**">bold</div>',
    '<ul>\n<li>One</li>\n<li>-5 °C</li>\n</ul>',
  ])('is none in %s', (markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});
