import type { CostlyFile } from './costly-file.ts';

const beside = (name: string, files: Iterable<readonly [string, string]>): CostlyFile => ({
  name,
  files: new Map(files),
});

const numbered = (length: number, path: (index: number) => string): (readonly [string, string])[] =>
  Array.from({ length }, (_, index) => [path(index), ''] as const);

/** Files and folders around an entry that make the program look at much. */
export const costlyFolders: readonly CostlyFile[] = [
  beside(
    '5,000 pictures that nobody shows',
    numbered(5000, (index) => `gala/p${index}.jpg`),
  ),
  beside(
    '2,000 folders',
    numbered(2000, (index) => `gala/f${index}/a.jpg`),
  ),
  beside('folders in folders', [[`gala/${'f/'.repeat(900)}a.jpg`, '']]),
  beside(
    'notes that are left alone',
    numbered(2000, (index) => `gala/_notes/n${index}.md`),
  ),
  beside(
    'odd names',
    ['a b', 'ü', 'u\u0308', '%41', "'", '&', '#', 'a\tb', '\u202e', '日', '-', '~'].map(
      (name) => [`gala/${name}.jpg`, ''] as const,
    ),
  ),
  beside(
    'names that differ in nothing but their case',
    numbered(500, (index) => `gala/${index % 2 ? 'P' : 'p'}${index >> 1}.jpg`),
  ),
  {
    ...beside(
      'a name that is nearly one of 5,000',
      numbered(5000, (index) => `gala/pad-${index}.jpg`),
    ),
    body: '![A pad](pad-x.jpg)\n\n'.repeat(200),
  },
  beside(
    'entries without front matter',
    numbered(300, (index) => `gala/e${index}.md`),
  ),
  beside('an entry of 3 MB beside it', [['gala/b.md', 'a'.repeat(3e6)]]),
  beside('an entry that is no text', [['gala/b.md', '\0'.repeat(1e6)]]),
  beside('an entry of byte marks', [['gala/b.md', '\ufeff'.repeat(300_000)]]),
];
