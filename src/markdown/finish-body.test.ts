import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import type { Body } from './body.ts';
import { finishBody } from './finish-body.ts';
import { parseBody } from './parse-body.ts';
import { plainAt } from './testing.ts';

/** The body of an entry with this slug, whose text begins in line 5 of its file, and what is wrong with it. */
const finished = (markdown: string, slug = 'opening'): Body & { faults: string } => {
  const files = galaWith({ [`gala/${slug}.md`]: anEntry({}, markdown) });
  const { archive } = readArchive(files);
  const { report, diagnostics } = collectDiagnostics();
  const text = { file: `gala/${slug}.md`, line: 5, markdown };
  const body = finishBody(
    parseBody(text, report),
    {
      idPrefix: slug,
      page: `https://recaps.example.org/gala/${slug}/`,
      targets: linkTargets(archive, files, permalinks(archive.site.url)),
      mediaAt: plainAt,
    },
    report,
  );
  return { ...body, faults: formatDiagnostics(diagnostics()) };
};

const htmlOf = (markdown: string): string => finished(markdown).html;

describe('a caption', () => {
  it('is lost where its picture is not alone, which is reported', () => {
    for (const markdown of [
      'Words before\n![A pad](pad.png "The pad | Photo: Ada")',
      '[![A pad](pad.png "The pad | Photo: Ada")](https://a.example)',
    ])
      expect(finished(markdown).faults).toContain('warning lost-caption');
    expect(finished('![A pad](pad.png "The pad | Photo: Ada")').faults).toBe('0 errors, 0 warnings');
    expect(finished('Words before ![A pad](pad.png)').faults).toBe('0 errors, 0 warnings');
  });

  it('is no picture of another site, which may be a video to be linked', () => {
    expect(finished('![A film](https://www.youtube.com/watch?v=abcdefghijk)').faults).toContain('it becomes a card');
    expect(finished('![A film](https://a.example/film.png)').faults).toContain('Save the picture beside the entry');
  });
});

describe('Markdown', () => {
  it('is CommonMark with the extensions of GitHub', () => {
    expect(htmlOf('Ten *billion* in **96** s, `code`, and  \na line.')).toBe(
      '<p>Ten <em>billion</em> in <strong>96</strong> s, <code>code</code>, and<br>\na line.</p>',
    );
    expect(htmlOf('> Quoted\n\n***\n\n3. Three\n4. Four')).toBe(
      '<blockquote>\n<p>Quoted</p>\n</blockquote>\n<hr>\n<ol start="3">\n<li>Three</li>\n<li>Four</li>\n</ol>',
    );
  });

  it('strikes out with two tildes, and takes one for a sign of its own', () => {
    expect(htmlOf('~~old~~ H~2~O ~5 km')).toBe('<p><del>old</del> H~2~O ~5\u00a0km</p>');
  });

  it('aligns cells by class, names headers, and lets a table scroll by keyboard', () => {
    expect(htmlOf('| Name | GMV | Share | Note |\n|:-----|----:|:-----:|------|\n| 2019 | 38 | 7 % | – |')).toBe(
      [
        '<div class="table" tabindex="0"><table>',
        '<thead><tr><th scope="col">Name</th><th class="align-right" scope="col">GMV</th>',
        '<th class="align-center" scope="col">Share</th><th scope="col">Note</th></tr></thead>',
        '<tbody><tr><td>2019</td><td class="align-right">38</td>',
        '<td class="align-center">7\u00a0%</td><td>–</td></tr></tbody></table></div>',
      ].join(''),
    );
  });

  it('keeps the scope of a header in a table written as HTML', () => {
    expect(htmlOf('<table><tr><th scope="row">2019</th><td>38</td></tr></table>')).toBe(
      '<div class="table" tabindex="0"><table><tbody><tr><th scope="row">2019</th><td>38</td></tr></tbody></table></div>',
    );
  });

  it('links bare addresses, and marks what leads out of the archive', () => {
    expect(htmlOf('https://a.example, www.b.example and c@d.example')).toBe(
      '<p><a href="https://a.example" rel="external" class="external">https://a.example</a>, <a href="http://www.b.example" rel="external" class="external">www.b.example</a> and <a href="mailto:c@d.example">c@d.example</a></p>',
    );
    expect(htmlOf('[a](HTTPS://a.example/) [b](//b.example) [c](MAILTO:c@d.example)')).toBe(
      '<p><a href="https://a.example/" rel="external" class="external">a</a> <a href="//b.example" rel="external" class="external">b</a> <a href="mailto:c@d.example">c</a></p>',
    );
  });

  it('lets code scroll by keyboard', () => {
    expect(htmlOf('```js\nlet a = 1 < 2;\n```')).toBe(
      '<pre tabindex="0"><code class="language-js">let a = 1 &#x3C; 2;\n</code></pre>',
    );
  });

  it('keeps HTML that does no harm', () => {
    expect(
      htmlOf('<kbd>F5</kbd> H<sub>2</sub>O x<sup>2</sup><br>a <abbr title="Gross">GMV</abbr> <mark>m</mark>'),
    ).toBe('<p><kbd>F5</kbd> H<sub>2</sub>O x<sup>2</sup><br>a <abbr title="Gross">GMV</abbr> <mark>m</mark></p>');
    expect(htmlOf('<details open><summary>More</summary>\n\nAll of *it*.\n\n</details>')).toBe(
      '<details open><summary>More</summary>\n<p>All of <em>it</em>.</p>\n</details>',
    );
    expect(htmlOf('<p lang="zh" dir="ltr">双十一</p>\n\n<ruby>双<rt>shuang</rt></ruby>')).toBe(
      '<p lang="zh" dir="ltr">双十一</p>\n<p><ruby>双<rt>shuang</rt></ruby></p>',
    );
  });

  it('loses every attribute of looks that HTML brings along', () => {
    expect(
      htmlOf(
        '<p align="center" style="color:red" class="big">a</p>\n\n<table border="1" cellpadding="3" width="9" bgcolor="red"><tr><td align="right" valign="top" nowrap>b</td></tr></table>\n\n<div align="right">c</div>',
      ),
    ).toBe(
      '<p>a</p>\n<div class="table" tabindex="0"><table><tbody><tr><td class="align-right">b</td></tr></tbody></table></div>\n<div>c</div>',
    );
  });

  it('is empty where nothing is written', () => {
    expect(finished('\n \n<!-- to do -->\n')).toEqual({
      html: '',
      media: [],
      links: [],
      absoluteHtml: '',
      blocks: [],
      cutBlocks: [],
      text: '',
      summary: '',
      faults: '0 errors, 0 warnings',
    });
  });
});

describe('headings', () => {
  const levels = (html: string): string => [...html.matchAll(/<h([1-6])/g)].map(([, level]) => level).join('');
  const written = (chosen: string): string =>
    [...chosen].map((level) => `${'#'.repeat(Number(level))} Heading`).join('\n\n');

  it('stand below the title: an h1 on the page of the entry, an h3 in lists', () => {
    const { html, blocks } = finished('# One\n\nText\n\n## Two');
    expect(html).toBe('<h2>One</h2>\n<p>Text</p>\n<h3>Two</h3>');
    expect(blocks).toEqual(['<h4>One</h4>', '<p>Text</p>', '<h5>Two</h5>']);
  });

  it.each([
    ['1', '2'],
    ['2', '2'],
    ['6', '2'],
    ['222', '222'],
    ['1234', '2345'],
    ['2323', '2323'],
    ['246', '234'],
    ['2424', '2323'],
    ['243', '233'],
    ['332', '222'],
    ['4261', '2232'],
    ['123456', '234566'],
  ])('written at the levels %s stand at %s, none left out and siblings kept', (chosen, shown) => {
    expect(levels(finished(written(chosen)).html)).toBe(shown);
  });

  it('leave out no level, whatever levels the writer chose', () => {
    const all = [1, 2, 3, 4, 5, 6];
    for (const chosen of all.flatMap((a) => all.flatMap((b) => all.map((c) => `${a}${b}${c}`)))) {
      const { html, blocks } = finished(written(chosen));
      for (const [shown, first] of [
        [levels(html), 2],
        [levels(blocks.join('')), 4],
      ] as const) {
        expect(Number(shown[0]), chosen).toBe(first);
        const steps = [...shown].slice(1).map((level, index) => Number(level) - Number(shown[index]));
        expect(Math.max(...steps), `${chosen} became ${shown}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('of the notes stand at the top, and move no heading of the writer', () => {
    const notes = '\n\nText[^1]\n\n[^1]: Note.';
    expect(levels(finished(notes).html)).toBe('2');
    expect(levels(finished(`### A\n\n### B${notes}`).html)).toBe('222');
    expect(levels(finished(`# A\n\n## B${notes}`).html)).toBe('232');
    expect(levels(finished(`# A\n\n## B${notes}`).blocks.join(''))).toBe('454');
  });
});

describe('footnotes', () => {
  const idsIn = (html: string): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  const fragmentsIn = (html: string): string[] =>
    [...html.matchAll(/ href="#([^"]*)"/g)].map(([, fragment = '']) => decodeURIComponent(fragment));

  it('stand last, and lead there and back', () => {
    expect(htmlOf('GMV[^1]\n\n[^1]: Gross merchandise volume.')).toBe(
      [
        '<p>GMV<sup><a href="#opening.fn-1" id="opening.fnref-1" data-footnote-ref aria-describedby="opening.footnote-label">1</a></sup></p>',
        '<section data-footnotes class="footnotes"><h2 class="sr-only" id="opening.footnote-label">Footnotes</h2>',
        '<ol>\n<li id="opening.fn-1">',
        '<p>Gross merchandise volume. <a href="#opening.fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>',
        '</li>\n</ol>\n</section>',
      ].join('\n'),
    );
  });

  it.each(['1', 'note', 'Note', '注', 'über', '100%', 'a.b', 'a>b'])('may be called %s', (label) => {
    const { html, faults } = finished(`A[^${label}] and again[^${label}].\n\n[^${label}]: Note.`);
    expect(faults).toBe('0 errors, 0 warnings');
    expect(fragmentsIn(html)).toHaveLength(4);
    expect(idsIn(html)).toEqual(expect.arrayContaining(fragmentsIn(html)));
  });

  it('of two entries on one page have nothing in common', () => {
    const markdown = 'A[^1][^b]\n\n[^1]: One.\n[^b]: Two.';
    const [one, other] = [finished(markdown, 'one'), finished(markdown, 'other')];
    const ids = [...idsIn(one.blocks.join('')), ...idsIn(other.blocks.join(''))];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(10);
    for (const { blocks } of [one, other]) {
      const html = blocks.join('');
      expect(idsIn(html)).toEqual(expect.arrayContaining(fragmentsIn(html)));
      const described = [...html.matchAll(/aria-describedby="([^"]*)"/g)].map(([, id = '']) => id);
      expect(idsIn(html)).toEqual(expect.arrayContaining(described));
    }
  });
});

describe('ids', () => {
  it('are made the own ones of the entry, with the links to them', () => {
    expect(htmlOf('<p id="body">a</p>\n\n[up](#body) <a name="forms" id="two words">b</a> [b](#two%20words)')).toBe(
      '<p id="opening.body">a</p>\n<p><a href="#opening.body">up</a> <a id="opening.two-words">b</a> <a href="#opening.two-words">b</a></p>',
    );
  });

  it('stand only once', () => {
    expect(htmlOf('<b id="a">1</b> <b id="a">2</b>')).toBe('<p><b id="opening.a">1</b> <b>2</b></p>');
  });
});

describe('figures', () => {
  it('keep to one line with their units, but in code, and are searched with plain blanks', () => {
    const body = finished('Turnout was **71.4 %** after 7 h 28 min, not `12 km`.');
    expect(body.html).toBe(
      '<p>Turnout was <strong>71.4\u00a0%</strong> after 7\u00a0h 28\u00a0min, not <code>12 km</code>.</p>',
    );
    expect(body.text).toBe('Turnout was 71.4 % after 7 h 28 min, not 12 km.');
  });
});

describe('the text of a body', () => {
  it('is one line without markup and without notes, whose numbers would run into figures', () => {
    expect(finished('# GMV\n\nUS$ 10[^1] *billion*,\nnow[^b].\n\n[^1]: Net.\n[^b]: Gross.').text).toBe(
      'GMV US$ 10 billion, now.',
    );
  });

  it('keeps apart what stands apart', () => {
    expect(finished('<ul><li>one</li><li>two</li></ul>\n\na<br>b\n\n| c | d |\n|---|---|\n| e | f |').text).toBe(
      'one two a b c d e f',
    );
    expect(finished('un<b>believ</b>able, H<sub>2</sub>O').text).toBe('unbelievable, H2O');
  });
});
