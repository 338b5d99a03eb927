import { expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEvent, aPage, aSite, contentOf, faultsIn } from './testing.ts';

it('pages have an order, and are linked from the footer unless they say otherwise', () => {
  const files = contentOf({
    'site.yml': aSite({ language: 'de' }),
    'pages/b.md': aPage({ title: 'B' }),
    'pages/a.md': aPage({ title: 'A' }),
    'pages/first.md': aPage({ title: 'Z', order: '-1', in: 'header', language: 'en' }),
    'pages/README.md': 'No page.',
  });
  const { pages } = readArchive(files).archive;
  expect(pages.map(({ slug, linkedIn, language }) => [slug, linkedIn, language])).toEqual([
    ['first', 'header', 'en'],
    ['a', 'footer', 'de'],
    ['b', 'footer', 'de'],
  ]);
});

it('what is wrong with pages and copies is reported with how to fix it', () => {
  const files = contentOf(
    {
      'site.yml': aSite(),
      'gala/event.md': anEvent(),
      'pages/empty.md': aPage({}, ''),
      'pages/event.md': anEvent(),
      'pages/index.md': aPage(),
    },
    {
      'public/A/b.txt': 'file',
      'public/Sitemap.XML': 'file',
      'public/a/c.txt': 'file',
      'public/a/d.txt': 'file',
      'public/empty/x.txt': 'file',
      'public/favicon.svg': 'file',
      'public/notes.md': 'file',
      'public/robots.txt': 'file',
    },
  );
  expect(faultsIn(files, { publicNames: ['favicon.svg'] })).toMatchInlineSnapshot(`
    "pages/empty.md:4:1 warning empty-page
      Unexpected end of the page, expected a text below its fields.
      Write the text below the second ---, or remove the file.
    pages/event.md:1:1 error reserved-slug
      Unexpected event in the folder "pages", expected another: it is kept for pages of the archive.
      Rename the folder.
    pages/index.md:1:1 error reserved-slug
      Unexpected page name "index", expected another: this address is a page of its own.
      Rename the file, for example to about.md: the first page of the archive lists its events.
    public/Sitemap.XML:1:1 error taken-address
      Unexpected "Sitemap.XML" in "public", expected another name: the archive has one of its own there.
      Rename the file, or remove it.
    public/a/c.txt:1:1 error taken-address
      Unexpected "a" in "public", expected another name: "A" is there, too.
      Rename the folder, or remove it.
    public/empty/x.txt:1:1 error taken-address
      Unexpected "empty" in "public", expected another name: it is the page name of pages/empty.md.
      Rename the folder, or remove it.
    public/favicon.svg:1:1 error taken-address
      Unexpected "favicon.svg" in "public", expected another name: the archive has one of its own there.
      Rename the file, or remove it.
    6 errors, 1 warning"
  `);
});
