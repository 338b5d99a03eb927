import type { BodyMistake } from './mistake.ts';

/** Mistakes in the text of an entry. */
export const inBodies: readonly BodyMistake[] = [
  ['![The stage](stage.png)', 'missing-picture', 'Did you mean "./stage.svg"?'],
  ['![](stage.svg)', 'missing-alt', 'Write what it shows: ![A runner crosses the line](stage.svg)'],
  [
    '![Stage](https://example.org/a.png)',
    'remote-picture',
    'Save the picture beside the entry, and show it by its file name.',
  ],
  ['![Stage] (stage.svg)', 'missing-picture', '> ![Stage](stage.svg)'],
  ['[Other](othr.md)', 'broken-link', 'Did you mean "./other.md"?'],
  ['[Other](/gala/other)', 'broken-link', 'Did you mean "/gala/other/"?'],
  ['[x](www.example.org)', 'broken-link', 'Write https://www.example.org if it is a page on the web.'],
  ['[x](other.md “title”)', 'broken-link', '> [x](other.md "title")'],
  ['[Photo]: Reuters', 'lost-reference', '> \\[Photo]: Reuters'],
  ['a[^1]', 'lost-note', 'Write the note in a paragraph of its own: [^1]: and its text.'],
  ['> [!HINT]\n> x', 'unknown-alert', '> > [!TIP]'],
  [
    ':::note\nx\n:::',
    'unknown-directive',
    'Write it as a quotation, or as a paragraph that begins with a word in bold.',
  ],
  [
    '<script>alert(1)</script>',
    'unsafe-html',
    'Write it in Markdown, or as a plain link: all up to </script> is left out, and without that the rest of the text.',
  ],
  ['<!-- x', 'lost-html', '> <!-- x -->'],
  ['| a | b |\n|---|---|\n| 1 | 2 | 3 |', 'lost-cell', '> | 1 | 2 \\| 3 |'],
  ['``` js code here\nx\n```', 'lost-code', 'Put the words on a line of their own.'],
  ['$x^2$', 'unread-mark', '> `x^2`'],
  ['H~2~O', 'unread-mark', '> H<sub>2</sub>O'],
  ['a\u0001b', 'control-character', '> ab'],
  ['a\u202eb', 'bidi-control', '> ab'],
  ['![Clip](clip.avi)', 'unknown-media', 'Export it as MP4 with H.264 and AAC, which every browser plays.'],
  [
    'text ![Stage](stage.svg "Caption") text',
    'lost-caption',
    'Put an empty line before and behind the picture, and take a link from around it.',
  ],
];
