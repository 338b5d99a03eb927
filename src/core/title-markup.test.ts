import { describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSite, faultsIn, galaWith } from './testing.ts';

/** What a title is to be instead; `undefined` where nothing is wrong with it. */
const insteadOf = (title: string): string | undefined => {
  const files = galaWith({ 'gala/a.md': anEntry({ title: JSON.stringify(title) }) });
  const { diagnostics } = readArchive(files);
  expect(diagnostics.length).toBeLessThan(2);
  return diagnostics[0] && JSON.parse(diagnostics[0].corrected?.replace(/^title: /, '') ?? '""');
};

describe('Markdown in a title', () => {
  it('is a warning with the words alone', () => {
    expect(
      faultsIn(galaWith({ 'gala/a.md': anEntry({ title: 'The **last** lap of [Ada](https://ada.example)' }) })),
    ).toMatchInlineSnapshot(`
      "gala/a.md:2:8 warning title-markup
        Unexpected link "[Ada](https://ada.example)" in "title", expected plain text: readers see it as it is written.
        Write the words alone.
        > title: The last lap of Ada
      0 errors, 1 warning"
    `);
  });

  it.each([
    ['*At last*: a `null` lap', 'At last: a null lap'],
    ['***Gold*** and __Silver__, _bronze_', 'Gold and Silver, bronze'],
    ['**a *b* c**', 'a b c'],
    ['获得**金牌**了', '获得金牌了'],
    ['~~Nine~~ ==ten== boats', 'Nine ten boats'],
    ['![Flag](flag.png) Start of <https://fair.example>', 'Flag Start of https://fair.example'],
    ['<b class="x">Gold</b> H<sub>2</sub>O<br>Tom &amp; Ada&#39;s', "Gold H2O Tom & Ada's"],
    ['## The end', 'The end'],
    ['Why $E=mc^2$ holds', 'Why E=mc^2 holds'],
    ['A record[^1] falls <!-- really? --> at last', 'A record falls at last'],
  ])('is taken away: %s', (title, plain) => {
    expect(insteadOf(title)).toBe(plain);
    expect(insteadOf(plain)).toBeUndefined();
  });

  it.each([
    '5 * 3 * 2',
    '2*3*4 and 2**3**4',
    'snake_case_name, __init__, _why',
    'A* and B*',
    'M*A*S*H, f*** this and s***',
    'C# [live], [live](final), f[i](x, y)',
    '2 < 3, <3, a <b> tag, R&D; AT&T',
    '#1 again, #win',
    'From $5 to $10, $3_000, US$5=A$7 and $5 = $6',
    'Press [^] and x^2',
    'At 10:30:45, note:this:there',
    'From O`ahu to Moloka`i',
    'a ~ b, ~5 to ~10, a == b',
  ])('is not in %s', (title) => expect(insteadOf(title)).toBeUndefined());

  it('names an emoji that is not there', () => {
    expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ title: '"We won :tada:"' }) }))).toMatchInlineSnapshot(`
      "gala/a.md:2:8 warning title-markup
        Unexpected name of an emoji ":tada:" in "title", expected plain text: readers see it as it is written.
        Write the emoji itself.
      0 errors, 1 warning"
    `);
  });
});

it('is found in every text that is shown as it is', () => {
  const files = galaWith({
    'site.yml': aSite({ description: '"*All* recaps"' }),
    'gala/event.md': anEvent({
      title: '"*The* gala"',
      topics: '{gmv: "**GMV**"}',
      results: '[{label: "*Sum*", value: "`1`", note: "_about_"}]',
      metrics: '{gmv: {title: "*GMV*", unit: USD, references: [{name: "*Past*", value: 1}]}}',
    }),
    'gala/a.md': anEntry({ label: '"*Noon*"', corrections: '[{time: 2019-11-11T12:00, note: "*Ten*, not two"}]' }),
  });
  const { diagnostics } = readArchive(files);
  expect(diagnostics.map(({ rule, message }) => `${rule} ${message.split(',')[0]}`)).toMatchInlineSnapshot(`
    [
      "title-markup Unexpected emphasis "*Noon*" in "label"",
      "title-markup Unexpected emphasis "*Ten*" in "note"",
      "title-markup Unexpected emphasis "*The*" in "title"",
      "title-markup Unexpected emphasis "**GMV**" in "gmv"",
      "title-markup Unexpected emphasis "*Sum*" in "label"",
      "title-markup Unexpected code "\`1\`" in "value"",
      "title-markup Unexpected emphasis "_about_" in "note"",
      "title-markup Unexpected emphasis "*GMV*" in "title"",
      "title-markup Unexpected emphasis "*Past*" in "name"",
      "title-markup Unexpected emphasis "*All*" in "description"",
    ]
  `);
});
