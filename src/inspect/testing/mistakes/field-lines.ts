import type { FileMistake } from './mistake.ts';

/** Mistakes in how the lines of fields are written, in whole files. */
export const inFieldLines: readonly FileMistake[] = [
  [
    'fields of which none has a blank behind its colon',
    { 'gala/a.md': '---\ntitle:The curtain rises\ntime:2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'front-matter-syntax',
    '> title: The curtain rises',
  ],
  [
    'fields of TOML',
    { 'gala/a.md': '---\ntitle = "The curtain rises"\ntime = 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'front-matter-syntax',
    '> title: "The curtain rises"',
  ],
  [
    'a name in quotes before an equals sign',
    {
      'gala/a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n"topics" = ["a"]\n---\n\nIt begins.\n',
    },
    {},
    'front-matter-syntax',
    '> "topics": ["a"]',
  ],
  [
    'a comment of HTML',
    { 'gala/a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n<!-- later -->\n---\n\nIt begins.\n' },
    {},
    'front-matter-syntax',
    '> # later',
  ],
  [
    'text behind a time',
    { 'gala/a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\nand on it goes\n---\n\nIt begins.\n' },
    {},
    'front-matter-syntax',
    'Write name: value, or indent text that goes on.',
  ],
  [
    'asterisks before fields',
    { 'gala/a.md': '---\n* title: The curtain rises\n* time: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'front-matter-syntax',
    '> title: The curtain rises',
  ],
  [
    'fields of which the second begins further to the left',
    { 'gala/a.md': '---\n  title: The curtain rises\n time: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'front-matter-syntax',
    '>   time: 2019-11-11T10:00',
  ],
];
