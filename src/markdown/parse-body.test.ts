import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { parseBody } from './parse-body.ts';
import { aBody } from './testing.ts';

/** What is wrong with a body that begins in line 5 of its file. */
const faultsOf = (markdown: string): string => formatDiagnostics(aBody(markdown).diagnostics);

describe('what is wrong in a body', () => {
  it('names invisible characters that turn text round, written as HTML, but for those in code', () => {
    expect(faultsOf('One.\n\nTwo &#x202E;three &#8235;four')).toContain('gala/opening.md:7:1 warning bidi-control');
    expect(aBody('Two &#x202E;three').text).toBe('Two three');
    expect(faultsOf('`&#x202E;` and &#x2067;שלום&#x2069;')).toBe('0 errors, 0 warnings');
  });

  it('names characters that are no text, written as HTML, but for those in code', () => {
    expect(faultsOf('One.\n\nTwo&#x2028;three')).toContain('gala/opening.md:7:1 warning control-character');
    expect(aBody('Two&#x2028;three').text).toBe('Two three');
    expect(aBody('<div>Two&#x1;three</div>').text.trim()).toBe('Twothree');
    expect(faultsOf('`&#x2028;` and &#9;&#10;')).toBe('0 errors, 0 warnings');
  });

  it('names pictures without alt text', () => {
    expect(faultsOf('![](stage.png)\n\nText and ![ ](<舞台 1.png>)\n\n<img src="a.png">')).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 error missing-alt
        Unexpected picture "stage.png" without alt text, expected a text for those who cannot see it.
        Write what it shows: ![A runner crosses the line](stage.png)
      gala/opening.md:7:10 error missing-alt
        Unexpected picture "舞台%201.png" without alt text, expected a text for those who cannot see it.
        Write what it shows: ![A runner crosses the line](舞台%201.png)
      gala/opening.md:9:1 error missing-alt
        Unexpected picture "a.png" without alt text, expected a text for those who cannot see it.
        Write what it shows: ![A runner crosses the line](a.png)
      3 errors, 0 warnings"
    `);
  });

  it.each([
    '![A](a.jpg "The "best" caption")',
    '![A](a.jpg | Photo: Ada)',
    '![A](a.jpg =300x200)',
    '![A] (a.jpg)',
    '![A][a.jpg]',
    '![[a.jpg]]',
    '![A](Fotos vom Tag.JPG "With a caption")',
  ])('names a picture that Markdown takes for text: %s', (markdown) => {
    expect(faultsOf(`Before.\n\n${markdown}`)).toContain('gala/opening.md:7:1 error missing-picture');
    expect(faultsOf(`\`${markdown}\` and \\${markdown}`)).toBe('0 errors, 0 warnings');
  });

  it('says how a name with a blank is written, and keeps its caption', () => {
    expect(faultsOf('![A](Fotos vom Tag.JPG "With a caption")')).toContain(
      'Write ![A](<Fotos vom Tag.JPG> "With a caption")',
    );
  });

  it('names pictures without a file', () => {
    expect(faultsOf('![Stage]()\n\n- <img alt="Stage">')).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 error missing-picture
        Unexpected picture without a file, expected the name of one beside the entry.
        Save the picture beside the entry, and write its name behind the text: ![A runner crosses the line](runner.jpg)
      gala/opening.md:7:3 error missing-picture
        Unexpected picture without a file, expected the name of one beside the entry.
        Save the picture beside the entry, and write its name behind the text: ![A runner crosses the line](runner.jpg)
      2 errors, 0 warnings"
    `);
  });

  it('names pictures that are not beside the entry', () => {
    expect(
      faultsOf('![A](https://cdn.example/a.png)\n![B](//cdn.example/b.png)\n\n> ![C](/media/c.png)'),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 error remote-picture
        Unexpected picture "https://cdn.example/a.png", expected a file beside the entry.
        Save the picture beside the entry, and show it by its file name.
      gala/opening.md:6:1 error remote-picture
        Unexpected picture "//cdn.example/b.png", expected a file beside the entry.
        Save the picture beside the entry, and show it by its file name.
      gala/opening.md:8:3 error remote-picture
        Unexpected picture "/media/c.png", expected a file beside the entry.
        Save the picture beside the entry, and show it by its file name.
      3 errors, 0 warnings"
    `);
  });

  it('names pictures written as data, which are lost', () => {
    expect(faultsOf('Text ![A](data:image/png;base64,iVBORw0KGgo=)')).toMatchInlineSnapshot(`
      "gala/opening.md:5:6 error missing-picture
        Unexpected picture without a file, expected the name of one beside the entry.
        Save the picture beside the entry, and write its name behind the text: ![A runner crosses the line](runner.jpg)
      1 error, 0 warnings"
    `);
  });

  it('names HTML that is left out, where it stands', () => {
    expect(
      faultsOf(
        'Watch:\n\n<iframe src="https://video.example/1"></iframe>\n\n<div>\n  <p>x <script>alert(1)</script></p>\n</div>\n\nAnd <font>that</font>.',
      ),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:7:1 warning unsafe-html
        Unexpected HTML <iframe>, expected Markdown: it is left out.
        Write it in Markdown, or as a plain link: all up to </iframe> is left out, and without that the rest of the text.
      gala/opening.md:10:8 warning unsafe-html
        Unexpected HTML <script>, expected Markdown: it is left out.
        Write it in Markdown, or as a plain link: all up to </script> is left out, and without that the rest of the text.
      gala/opening.md:13:5 warning unsafe-html
        Unexpected HTML <font>, expected Markdown: it is left out.
        Write it in Markdown, or as a plain link; what stands around it is kept.
      0 errors, 3 warnings"
    `);
  });

  it('names addresses and attributes that are left out', () => {
    expect(
      faultsOf('A [call](tel:+1), [x](javascript:alert(1))\n\n<b onclick="x()">b</b> <i style="color:red">i</i>'),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:5:3 warning unsafe-html
        Unexpected address "tel:…", expected one of http, https, irc, ircs, mailto, xmpp: it is left out.
        Write it as text, or link to a page on the web.
      gala/opening.md:5:19 warning unsafe-html
        Unexpected address "javascript:…", expected one of http, https, irc, ircs, mailto, xmpp: it is left out.
        Write it as text, or link to a page on the web.
      gala/opening.md:7:1 warning unsafe-html
        Unexpected attribute "onclick" of <b>, expected none: it is left out.
        Remove it: an entry brings neither code nor looks of its own.
      gala/opening.md:7:24 warning unsafe-html
        Unexpected attribute "style" of <i>, expected none: it is left out.
        Remove it: an entry brings neither code nor looks of its own.
      0 errors, 4 warnings"
    `);
  });

  it('says nothing of comments', () => {
    expect(faultsOf('a <!-- b --> c\n\n<!-- d -->')).toBe('0 errors, 0 warnings');
  });

  it('names a body whose page would be above 300 KB', () => {
    expect(faultsOf('word '.repeat(60_000))).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 error long-body
        Unexpected length of 301 KB as HTML, expected at most 280 KB.
        Make several entries of it.
      1 error, 0 warnings"
    `);
    expect(faultsOf('word '.repeat(50_000))).toBe('0 errors, 0 warnings');
  });

  it.each([
    ['quotations', `${'>'.repeat(3000)} deep`],
    ['HTML', `${'<div>'.repeat(5000)}deep`],
    ['lists', Array.from({ length: 120 }, (_, level) => `${'  '.repeat(level)}- item`).join('\n')],
  ])('names %s that are nested too deeply', (_, markdown) => {
    expect(faultsOf(markdown)).toBe(
      'gala/opening.md:5:1 error deep-nesting\n' +
        '  Unexpected nesting of more than 100 levels, expected a text.\n' +
        '  Remove the rows of > or the nested HTML.\n1 error, 0 warnings',
    );
  });
});

describe('the pictures and files that a body uses', () => {
  it('are named by their path below the content folder, with their place in the file', () => {
    const markdown =
      '![A](a.png) and [large](../big/A%20B.JPG)\n\n- ![B](./b.svg "T")\n\n[file](c.pdf) [entry](d.md) ![E](https://e.example/e.png) ![F](/f.png) ![G]() [h](#h.png)\n\n<img src="i.gif">';
    const { report } = collectDiagnostics();
    const { pictures } = parseBody({ file: 'gala/day/opening.md', line: 9, markdown }, report);
    const at = (line: number, column: number) => ({ file: 'gala/day/opening.md', line, column });
    expect(pictures).toEqual([
      { picture: 'gala/day/a.png', place: at(9, 1), text: 'A' },
      { picture: 'gala/big/A B.JPG', place: at(9, 17), as: 'large', text: 'large' },
      { picture: 'gala/day/b.svg', place: at(11, 3), text: 'B' },
      { picture: 'gala/day/c.pdf', place: at(13, 1), as: 'large', text: 'file' },
      { picture: 'gala/day/i.gif', place: at(15, 1), text: '' },
    ]);
  });
});

it.each([
  ['If n<s then t>5 we win.', 'Unexpected words "then t" in the tag <s>, expected the tag alone: it is left out'],
  ['It was a <b and c> d.', 'Unexpected words "and c" in the tag <b>, expected the tag alone: it is left out'],
  ['A <code name> here.', ''],
  ['<details open><summary>More</summary>Text.</details>', ''],
  ['<abbr title="">HTML</abbr> and <ol reversed><li>One</li></ol>', ''],
])('words in what was no tag are named: %s', (markdown, message) => {
  const messages = aBody(markdown).diagnostics.map((one) => one.message);
  expect(messages).toEqual(message === '' ? [] : [message]);
});

it('an element that swallows what follows says so', () => {
  const [found] = aBody('Before.\n\n<style>\n\nAll of this.').diagnostics;
  expect(found?.hint).toBe(
    'Write it in Markdown, or as a plain link: all up to </style> is left out, and without that the rest of the text.',
  );
});
