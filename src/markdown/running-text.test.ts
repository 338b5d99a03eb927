import { expect, test } from 'vitest';
import { aBody, shownAt } from './testing.ts';

const summary = (markdown: string, language = 'en'): string => aBody(markdown, { language, mediaAt: shownAt }).summary;

test.each([
  [
    'paragraphs',
    'The *wind* is [up](https://example.org).\n\nAll boats\nare out.',
    'The wind is up. All boats are out.',
  ],
  ['a table', '| Boat | Time |\n|---|---|\n| Tern | 41:10 |', ''],
  [
    'a table below a paragraph',
    'All times:\n\n| Boat | Time |\n|---|---|\n| Tern | 41:10 |\n\nMore soon.',
    'All times: More soon.',
  ],
  ['code', '```js\nconst a = 1;\n```\n\nThat is `a`.', 'That is a.'],
  ['a gallery', '![A](a.png "At noon")\n![B](b.png "At one")', ''],
  ['a picture between paragraphs', 'One.\n\n![A](a.png "Noon | Photo: Ada")\n\nTwo.', 'One. Two.'],
  ['a picture that is a word', '![The mast](p.png) is tall.', 'The mast is tall.'],
  [
    'a picture in a link that is a word',
    'Look, [![the mast](p.png)](https://example.org) fell.',
    'Look, the mast fell.',
  ],
  ['a picture behind a sentence', 'It fell. ![The mast](p.png)\nAll are safe.', 'It fell. All are safe.'],
  ['a picture between lines', 'It fell\n![The mast](p.png)\nat noon', 'It fell at noon'],
  ['headings', '## The start\n\nThey are off.', 'They are off.'],
  ['notes', 'Ten[^1] boats.\n\n[^1]: Of eleven.', 'Ten boats.'],
  [
    'a quotation',
    '> No wind at all.\n> — Ada Berg, judge\n\nSo it stayed.',
    '“No wind at all.” — Ada Berg, judge. So it stayed.',
  ],
  ['a quotation without a speaker', '> No wind.\n>\n> None.', '“No wind. None.”'],
  ['a quotation in its own marks', '> “No wind.”\n> — Ada Berg', '“No wind.” — Ada Berg.'],
  ['a list', 'On board:\n\n- ropes\n- *three* flags\n- one cook.', 'On board: ropes; three flags; one cook.'],
  ['a list within a list', '- Ropes\n  - long\n- Flags', 'Ropes (long); Flags'],
  ['a list behind a colon in a list', '- Ropes:\n  - long\n  - short\n- Flags', 'Ropes: long; short; Flags'],
  ['an alert', '> [!WARNING]\n> Stay at home.\n>\n> All of you.', 'Warning: Stay at home. All of you.'],
  [
    'words and what they mean',
    '<dl><dt>Port</dt><dd>left</dd><dt>Starboard</dt><dd>right</dd><dd>green</dd></dl>',
    'Port: left; Starboard: right, green',
  ],
  ['details', '<details><summary>Crew</summary>All of us.</details>', 'Crew: All of us.'],
  [
    'details in blocks',
    '<details><summary>Crew</summary>\n\nAll of us.\n\n| a |\n|---|\n\n</details>',
    'Crew: All of us.',
  ],
  ['a card', '[The start](https://www.youtube.com/watch?v=abcdefghijk)', 'The start'],
  ['a line break', 'One  \ntwo', 'One two'],
  ['a rule alone', '---', ''],
  ['marks alone', '?!', ''],
  ['powers and notes', 'It is 10<sup>6</sup> km[^1], H<sub>2</sub>O.\n\n[^1]: About.', 'It is 10⁶ km, H2O.'],
  ['words that were struck', 'Toll: ~~3~~ 5 dead.', 'Toll: 5 dead.'],
  ['nothing', '', ''],
])('the running text of %s has its sentences alone', (_, markdown, text) => {
  expect(summary(markdown)).toBe(text);
});

test('a quotation stands in the marks of its language', () => {
  expect(summary('> Kein Wind.\n> — Ada Berg', 'de-CH')).toBe('„Kein Wind.“ — Ada Berg.');
  expect(summary('> Pas de vent.', 'fr')).toBe('«\u00a0Pas de vent.\u00a0»'.replace(/\s/g, ' '));
  expect(summary('> 風がない。\n> — 安田', 'ja')).toBe('「風がない。」 — 安田');
});
