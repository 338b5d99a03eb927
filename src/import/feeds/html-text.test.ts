import { expect, it } from 'vitest';
import { attributeOf, textOfHtml, titleText, withoutCode } from './html-text.ts';

it.each([
  ['<p>One\n <b>two</b></p> &amp; &lt;three&gt;', 'One two & <three>'],
  ['no markup', 'no markup'],
  ['', ''],
])('gives the text of HTML on one line: %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it.each([
  ['Tom &amp; Jerry&#8217;s <b>day</b>', 'Tom & Jerry\u2019s day'],
  ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
])('takes a title for HTML where it looks like it: %j', (title, text) => {
  expect(titleText(title)).toBe(text);
});

it('reads no more of a long HTML than matters', () => {
  expect(textOfHtml(`${'<b>'.repeat(1000)}x${'<b>'.repeat(3_000_000)}`)).toBe('x');
});

it.each([
  ['class="a b"', 'a b'],
  ["id=1 CLASS = 'a'", 'a'],
  ['class=a/', 'a/'],
  ['data-class="a"', undefined],
  ['class', undefined],
])('finds an attribute as it is written: %j', (tag, value) => {
  expect(attributeOf(tag, 'class')).toBe(value);
});

it.each([
  ['a<script src="x">b</SCRIPT >c<STYLE>d</style>e<!-- f -->g', 'aceg'],
  ['<scripted>a</scripted>', '<scripted>a</scripted>'],
  ['a<script>b', 'a<script>b'],
])('takes out what people do not read: %j', (html, rest) => {
  expect(withoutCode(html)).toBe(rest);
});
