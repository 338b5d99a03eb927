import { expect, test } from 'vitest';
import { ofHtml, print } from './testing.ts';

test.each([
  ['<script>x()</script>', 'A script is left out.'],
  ['<script src="https://ads.example/x.js"></script>', 'A script is left out.'],
  ['<form><label>Name <input></label><button>Send</button></form>', 'A form or one of its fields is left out.'],
  ['<select><option>A</select>', 'A form or one of its fields is left out.'],
  ['<p hidden>secret</p>', 'Hidden text is left out.'],
  ['<div style="color:red; display: none">secret</div>', 'Hidden text is left out.'],
  ['<div class="st hidden">secret</div>', 'Hidden text is left out.'],
  ['<img src="t.gif" width="1" height="1">', 'A tracking pixel is left out.'],
  ['<img src="t.gif" style="width:0;height:0">', 'A tracking pixel is left out.'],
  ['<iframe src="https://t.example/" height="0" width="0"></iframe>', 'A tracking pixel is left out.'],
  ['<svg><text>drawn</text></svg>', 'A drawing (SVG) is left out.'],
])('%s is left out, and a note says so', (html, note) => {
  const content = ofHtml(`<p>Text</p>${html}`);
  expect(print(content)).toBe('Text\n');
  expect(content.notes).toEqual([note]);
  expect(content.pictures).toEqual([]);
});

test.each(['<!-- x -->', '<style>p{}</style>', '<template><p>x</p></template>', '<title>x</title>', '<meta name=x>'])(
  '%s is nothing that a reader could miss',
  (html) => {
    const content = ofHtml(`<p>Text</p>${html}`);
    expect(print(content)).toBe('Text\n');
    expect(content.notes).toEqual([]);
  },
);

test('a form around a text loses its fields only', () => {
  expect(print(ofHtml('<form><p>Text</p><input value="x"></form>'))).toBe('Text\n');
});

test('a class that hides on some screens only hides nothing', () => {
  expect(print(ofHtml('<p class="hidden md:block">Text</p>'))).toBe('Text\n');
});
