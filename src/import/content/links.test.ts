import { expect, test } from 'vitest';
import { prepareContent } from './prepare-content.ts';
import { markdownOf, ofHtml, print } from './testing.ts';

test('links become absolute', () => {
  expect(markdownOf('<a href="../x?y#z">a</a> <a href="//other.org/">b</a> <a href="HTTPS://example.org">c</a>')).toBe(
    '[a](https://example.org/x?y#z) [b](https://other.org/) [c](HTTPS://example.org)\n',
  );
});

test('an address that browsers would correct is corrected', () => {
  expect(markdownOf('<a href=" https://example.org/a b&#9;\n c ">a</a> <a href="https:\\\\example.org\\x">b</a>')).toBe(
    '[a](https://example.org/a%20b%20c) [b](https://example.org/x)\n',
  );
});

test('mail addresses are kept', () => {
  expect(markdownOf('<a href="mailto:a@example.org">write</a> <a href="MAILTO:b@example.org">b@example.org</a>')).toBe(
    '[write](mailto:a@example.org) <b@example.org>\n',
  );
});

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,x',
  'tel:123',
  'vbscript:x',
  'file:///etc/passwd',
  'https://[bad',
  'ftp://example.org',
])('a link to %j keeps only its text, and a note says so', (href) => {
  const content = ofHtml(`<a href="${href}">text</a>`);
  expect(print(content)).toBe('text\n');
  expect(content.notes).toEqual([
    expect.stringMatching(/^A link that does not lead to a page of the web .* keeps only its text\.$/),
  ]);
});

test('a link to a place in the page keeps only its text', () => {
  expect(markdownOf('<a href="#x">text</a> <a name="y">here</a>')).toBe('text here\n');
});

test('a relative link keeps only its text where it is not known what to', () => {
  const content = prepareContent({ kind: 'html', value: '<a href="/x">text</a>' }, [], undefined);
  expect(print(content)).toBe('text\n');
  expect(content.notes).toHaveLength(1);
});

test('a link without a text has that of its label, or is left out with a note', () => {
  const content = ofHtml('<a href="/a" aria-label="Next"><svg aria-hidden="true"></svg></a><a href="/b"></a>');
  expect(print(content)).toBe('[Next](https://example.org/a)\n');
  expect(content.notes).toEqual(['A link without a text is left out.']);
});

test('a link around blocks is in each of them', () => {
  expect(markdownOf('<a href="/x"><h2>Head</h2><p>Text</p></a>')).toBe(
    '## [Head](https://example.org/x)\n\n[Text](https://example.org/x)\n',
  );
});
