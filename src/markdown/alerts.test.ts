import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { aBody } from './testing.ts';

const htmlOf = (markdown: string, language = 'en'): string => aBody(markdown, { language }).html;

const alert = (kind: string, title: string, content: string): string =>
  `<div class="alert alert-${kind}" role="note"><p class="alert-title"><strong>${title}</strong></p>\n${content}\n</div>`;

describe('an alert', () => {
  it('is a box with the name of its kind, in the language of the page', () => {
    expect(htmlOf('> [!NOTE]\n> The gate is **shut**.\n>\n> Use the other one.')).toBe(
      alert('note', 'Note', '<p>The gate is <strong>shut</strong>.</p>\n<p>Use the other one.</p>'),
    );
    expect(htmlOf('> [!Warning]\n> Sturm.', 'de-AT')).toBe(alert('warning', 'Warnung', '<p>Sturm.</p>'));
    expect(htmlOf('> [!caution]\n> 大风。', 'zh-CN')).toBe(alert('caution', '当心', '<p>大风。</p>'));
  });

  it.each(['NOTE', 'tip', 'Important', 'WARNING', 'Caution'])('may be of the kind %s', (kind) => {
    expect(htmlOf(`> [!${kind}]\n> Text.`)).toContain(`<div class="alert alert-${kind.toLowerCase()}" role="note">`);
  });

  it.each(['> [!TIP] Text.', '> [!TIP]  \n> Text.', '>[!TIP]\r\n>Text.', '> [!TIP]\n>\n> Text.', '> [!tip]-\n> Text.'])(
    'may be written %j',
    (markdown) => expect(htmlOf(markdown)).toBe(alert('tip', 'Tip', '<p>Text.</p>')),
  );

  it('may stand in a list or a quotation, hold blocks, and end with a dash', () => {
    expect(
      htmlOf('- > [!NOTE]\n  > - One\n\n> > [!NOTE]\n> > Text\n> > — Ada').match(/class="alert alert-note"/g),
    ).toHaveLength(2);
    expect(htmlOf('> [!NOTE]\n> Text\n> — Ada')).not.toContain('figure');
  });

  it('is a quotation behind a backslash, and where the mark is not at its beginning', () => {
    for (const markdown of ['> \\[!NOTE]\n> Text.', '> Text: [!NOTE]', '[!NOTE]\n\nText.', '> `[!NOTE]` Text.'])
      expect(htmlOf(markdown)).not.toContain('alert');
  });

  it('is read out and described by its words, without the name of its kind', () => {
    expect(aBody('Before.\n\n> [!NOTE]\n> The gate is shut.').text).toBe('Before. The gate is shut.');
  });

  it('is set off in feeds, which have no looks of the page', () => {
    expect(aBody('> [!NOTE]\n> Text.').absoluteHtml).toBe(
      '<blockquote class="alert alert-note" role="note"><p class="alert-title"><strong>Note</strong></p>\n<p>Text.</p>\n</blockquote>',
    );
  });

  it('of an unknown kind is named, with the kind that was meant', () => {
    const { diagnostics } = aBody(
      '> [!HINT]\n> Text.\n\n- > [!Warnign]\n  > Text.\n\n> [!Hinweis]\n> Text.\n\n> \\[!HINT]',
    );
    expect(formatDiagnostics(diagnostics)).toMatchInlineSnapshot(`
      "gala/opening.md:5:3 warning unknown-alert
        Unexpected alert "[!HINT]", expected one of NOTE, TIP, IMPORTANT, WARNING, CAUTION: readers see it as text.
        Did you mean [!TIP]?
        > > [!TIP]
      gala/opening.md:8:5 warning unknown-alert
        Unexpected alert "[!Warnign]", expected one of NOTE, TIP, IMPORTANT, WARNING, CAUTION: readers see it as text.
        Did you mean [!WARNING]?
        > - > [!WARNING]
      gala/opening.md:11:3 warning unknown-alert
        Unexpected alert "[!Hinweis]", expected one of NOTE, TIP, IMPORTANT, WARNING, CAUTION: readers see it as text.
        Write one of these, or put a backslash before the bracket.
        > > \\[!Hinweis]
      0 errors, 3 warnings"
    `);
  });
});
