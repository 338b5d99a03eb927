import { expect, test } from 'vitest';
import { markdownOf, ofHtml, print } from './testing.ts';

test.each([
  [
    'layout vanishes with its text kept',
    '<div><font>One</font> <span>two</span><section>Three</section></div>',
    'One two\n\nThree',
  ],
  ['two line breaks make two paragraphs, one makes a line', 'One<br>two<br> <br>three<br>', 'One\\\ntwo\n\nthree'],
  ['blanks stand outside of marks', 'a <b>bold </b>word<i> it </i>is', 'a **bold** word *it* is'],
  ['marks around blocks go into them', '<b><p>One</p><p>two</p></b>', '**One**\n\n**two**'],
  ['a mark in its own kind is one mark', '<b>a <strong>b</strong></b><b> c</b>', '**a b c**'],
  ['stops before a letter stand outside of marks', '<b>Update:</b>The', '**Update**:The'],
  ['bold that a style takes back is none', '<b style="font-weight:normal"><p>Text</p></b>', 'Text'],
  ['struck text and code are kept', '<s>old</s> <code>a * b</code>', '~~old~~ `a * b`'],
  ['a short quotation has its marks', 'He said <q>yes</q>.', 'He said “yes”.'],
  ['raised digits stay raised', '10<sup>9</sup>, CO<sub>2</sub>, 1<sup>st</sup>', '10⁹, CO₂, 1st'],
  ['readings of characters stand in brackets', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢(kan)'],
  ['a formula is its text', '<math alttext="x^2"><mi>x</mi></math> is', 'x^2 is'],
  ['a heading is one line and not bold', '<h2><b>One</b><br>two</h2>', '## One two'],
  ['a picture in a heading stands below', '<h2>One<img src="a.jpg" alt="A"></h2>', '## One\n\n![A](a.jpg)'],
  ['items with one paragraph are close', '<ul><li><p>a</p></li><li>b<ul><li>c</ul></ul>', '- a\n- b\n  - c'],
  ['numbers go on', '<ol start="5"><li>a<li>b</ol>', '5. a\n6. b'],
  ['a list beside items belongs to the item before', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  ['a menu is a list', '<menu><li>a</menu>', '- a'],
  ['terms are bold, and their meaning stands below', '<dl><dt>GMV<dd>All sales</dl>', '**GMV**\n\nAll sales'],
  ['code keeps its lines', '<pre><code class="language-js">a\n  b</code></pre>', '```js\na\n  b\n```'],
  [
    'a text with links that keeps its lines keeps them',
    '<pre>One\n<a href="/x">two</a></pre>',
    'One\\\n[two](https://example.org/x)',
  ],
  ['a break between sections stays', '<p>a</p><hr><p>b</p>', 'a\n\n***\n\nb'],
  ['cells without a table are apart', '<tr><td>a</td><td>b</td></tr>', 'a\n\nb'],
])('%s', (_, html, markdown) => {
  expect(markdownOf(html)).toBe(`${markdown}\n`);
});

test('lists and quotations deeper than anybody reads become paragraphs, with a note', () => {
  const content = ofHtml(`${'<blockquote>'.repeat(14)}deep`);
  expect(print(content)).toBe(`${'> '.repeat(12)}deep\n`);
  expect(content.notes).toContain(
    'Lists and quotations that are nested more than 12 levels deep have become paragraphs.',
  );
});
