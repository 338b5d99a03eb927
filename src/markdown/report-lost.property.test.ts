import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { aBody, plainAt } from './testing.ts';

/** Words that stand in the text and neither on the page nor in a comment that is closed. */
const lostWords = (markdown: string, html: string): readonly string[] =>
  [...markdown.replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '').matchAll(/word\d+/g)]
    .map(String)
    .filter((word) => !html.includes(word));

test('no word is lost without a diagnostic', () => {
  let next = 0;
  const word = fc.constant('word').map((one) => `${one}${next++}`);
  const pieces = [
    '[^1]',
    '[^1]: ',
    '[a]: ',
    '[a]',
    '[b][a]',
    '|',
    ' | ',
    '\n|---|---|\n',
    '<!-- ',
    ' -->',
    '<?',
    '?>',
    '<!A ',
    '>',
    '<![CDATA[',
    ']]>',
    '`',
    '> ',
    '- ',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '# ',
    '*',
    '**',
    '==',
    '$',
    '~2~',
    ':tada:',
    '![',
    '[',
    ']',
    '](p.png)',
    '](./a b.md)',
    '"',
    '\\',
    '<b>',
    '</b>',
    '<div>',
    '[!NOTE]',
    '[!HINT]',
    '&lt;',
    '\n===\n',
    '\n---\n',
    '\n```\n',
  ];
  const text = fc.array(
    fc.oneof({ weight: 2, arbitrary: word }, { weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.constant(' ')),
    {
      minLength: 3,
      maxLength: 24,
    },
  );
  const leadTo = (path: string) => ({ link: `/${path}` });
  const targets = { document: leadTo, page: leadTo };
  let whole = 0;
  fc.assert(
    fc.property(text, (parts) => {
      const markdown = parts.join('');
      const { html, diagnostics } = aBody(markdown, { mediaAt: plainAt, targets });
      if (diagnostics.length > 0) return;
      whole += 1;
      expect(lostWords(markdown, html)).toEqual([]);
    }),
    { numRuns: 800 },
  );
  expect(whole).toBeGreaterThan(150);
});
