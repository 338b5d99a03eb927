import { expect, test } from 'vitest';
import { firstSentence } from './first-sentence.ts';
import { ofHtml, ofText } from './testing.ts';

test.each([
  ['The doors open. Everyone comes in.', 'en', 'The doors open.'],
  [
    'President Biden met Mr. Smith of the U.S. Senate at 5 p.m. on Friday. Then he left.',
    'en',
    'President Biden met Mr. Smith of the U.S. Senate at 5 p.m. on Friday.',
  ],
  ['It is No. 5. The answer is no. Right?', 'en', 'It is No. 5.'],
  ['J. R. R. Tolkien wrote it. So.', 'en', 'J. R. R. Tolkien wrote it.'],
  ['Am 3. Oktober kam Dr. Merkel. Alle blieben.', 'de', 'Am 3. Oktober kam Dr. Merkel.'],
  ['双11开始了。大家很高兴。', 'zh', '双11开始了。'],
  ['Hey! Ho!', 'en', 'Hey!'],
  ['“Go!” she said. They went.', 'en', '“Go!” she said.'],
  ['One line\nand another.', 'en', 'One line'],
  ['… and action. Go.', 'en', '… and action.'],
  ['The doors open. Everyone.', 'no such language', 'The doors open.'],
  ['🎉🎉', 'en', '🎉🎉'],
])('of %j (%s) it is %j', (text, language, sentence) => {
  expect(firstSentence(ofText(text), language)).toBe(sentence);
});

test('a long sentence is cut behind a word', () => {
  const text = 'The gross merchandise volume of the eleventh global shopping festival passes that of 2015';
  expect(firstSentence(ofText(text), 'en')).toBe(
    'The gross merchandise volume of the eleventh global shopping festival passes…',
  );
});

test.each([
  ['a heading', '<h2>Head</h2><p>Text.</p>', 'Head'],
  ['an item', '<ul><li>Item</ul>', 'Item'],
  ['a quotation', '<blockquote><p>Said.</p></blockquote>', 'Said.'],
  [
    'what follows pictures, embeds, addresses and tables',
    '<figure><img src="a.jpg" alt="A"><figcaption>C</figcaption></figure><iframe src="https://vimeo.com/1"></iframe><p>https://example.org</p><table><tr><td>a<td>b<tr><td>c<td>d</table><p>Text <b>with</b>\n<a href="/x">a link</a>.</p>',
    'Text with a link.',
  ],
  ['a link that somebody has written', '<p><a href="/x">Read it</a></p>', 'Read it'],
])('%s can have it', (_, html, sentence) => {
  expect(firstSentence(ofHtml(html), 'en')).toBe(sentence);
});

test.each(['', '<img src="a.jpg" alt="A">', '<iframe src="https://vimeo.com/1"></iframe>', '<p>\u200b</p>'])(
  '%j has none',
  (html) => {
    expect(firstSentence(ofHtml(html), 'en')).toBeUndefined();
  },
);
