import { aPage } from '../../../core/testing.ts';
import type { FileMistake } from './mistake.ts';

/** Pages of the archive's own, files that are copied, and files beside entries. */
export const inPages: readonly FileMistake[] = [
  [
    'a page with a blank and capitals in its name',
    { 'pages/About Us.md': aPage() },
    {},
    'unusable-slug',
    'Rename the file to "about-us.md".',
  ],
  [
    'a page in the place of the first one',
    { 'pages/index.md': aPage() },
    {},
    'reserved-slug',
    'Rename the file, for example to about.md: the first page of the archive lists its events.',
  ],
  [
    'a page in the place of the search',
    { 'pages/search.md': aPage() },
    {},
    'reserved-slug',
    'Choose another, for example with a word more.',
  ],
  ['a page with the address of an event', { 'pages/gala.md': aPage() }, {}, 'duplicate-slug', 'Rename the file.'],
  [
    'two pages of one name',
    { 'pages/imprint.md': aPage(), 'pages/legal/imprint.md': aPage() },
    {},
    'duplicate-slug',
    'Rename one of the two files.',
  ],
  [
    'a page without a title',
    { 'pages/a.md': aPage({ title: undefined }) },
    {},
    'missing-field',
    'Add title: followed by text.',
  ],
  ['a page in the foter', { 'pages/a.md': aPage({ in: 'foter' }) }, {}, 'invalid-value', '> in: footer'],
  [
    'a page without a text',
    { 'pages/a.md': aPage({}, '') },
    {},
    'empty-page',
    'Write the text below the second ---, or remove the file.',
  ],
  [
    'a page that links to nothing',
    { 'pages/a.md': aPage({}, 'See [it](/imprnt/).'), 'pages/imprint.md': aPage() },
    {},
    'broken-link',
    'Did you mean "/imprint/"?',
  ],
  ['an event called pages', { 'pages/event.md': aPage() }, {}, 'reserved-slug', 'Rename the folder.'],
  [
    'a link to elsewhere among copies',
    {},
    { 'public/l': 'link' },
    'symbolic-link',
    'Put a copy of what it leads to in its place.',
  ],
  [
    'a copy in the place of the first page',
    {},
    { 'public/index.html': 'x' },
    'taken-address',
    'Rename the file, or remove it.',
  ],
  ['a copy below an event', {}, { 'public/gala/a.pdf': 'x' }, 'taken-address', 'Rename the folder, or remove it.'],
  [
    'a copy that differs from another in capitals only',
    {},
    { 'public/A.pdf': 'x', 'public/a.pdf': 'x' },
    'taken-address',
    'Rename the file, or remove it.',
  ],
  [
    'the name of another host',
    {},
    { 'public/CNAME': 'old.example.org' },
    'other-host',
    'Write recaps.example.org, or correct "url" in site.yml.',
  ],
  [
    'a file that no entry names',
    {},
    { 'gala/rain.pdf': '%PDF-1.7' },
    'unused-file',
    'Link to it with [What it is](rain.pdf), or put it into a folder whose name begins with an underscore.',
  ],
];
