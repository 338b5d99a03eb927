import { anEntry, anEvent } from '../../../core/testing.ts';
import type { FileMistake } from './mistake.ts';

/** The gala in a second language. */
const inTwo = {
  'gala/event.md': anEvent({ translations: '{de: fest}' }),
  'fest/event.md': anEvent({ language: 'de', translations: '{en: gala}' }),
};

/** Mistakes in names of files and in where they lie: texts of the archive, and other files in it. */
export const inNames: readonly FileMistake[] = [
  [
    'a capital in the ending',
    {},
    { 'gala/a.MD': 'x' },
    'unread-document',
    'Rename the file to a.md; if your disk does not tell the two apart, rename it twice.',
  ],
  ['another ending', {}, { 'gala/a.markdown': 'x' }, 'unread-document', 'Rename the file to a.md.'],
  [
    'capitals and blanks in a name',
    { 'gala/My Entry.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'unusable-slug',
    'Rename the file so that its slug is "my-entry", or give it the field slug: my-entry',
  ],
  [
    'the same name in two folders',
    {
      'gala/a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n',
      'gala/x/a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n',
    },
    {},
    'duplicate-slug',
    'Rename one of the two files, or give one a field "slug".',
  ],
  [
    'names that differ in capitals',
    {
      'gala/café.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n',
      'gala/x/cafÉ.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n',
    },
    {},
    'similar-slug',
    'Rename one of the two files, or give one a field "slug".',
  ],
  [
    'the name of a page',
    { 'gala/topics.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'reserved-slug',
    'Choose another, for example with a word more.',
  ],
  [
    'another time in the name',
    { 'gala/0931-a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'file-time-disagrees',
    'Correct "time", or rename the file; its slug stays the same.',
  ],
  [
    'an entry beside the events',
    { 'a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'entry-without-event',
    "Move it into its event's folder, or into pages/ if it is a page of the archive.",
  ],
  [
    'a folder without event.md',
    { 'x/a.md': '---\ntitle: The curtain rises\ntime: 2019-11-11T10:00\n---\n\nIt begins.\n' },
    {},
    'event-without-settings',
    'Write event.md with title, description, timezone, starts, ends and order.',
  ],
  [
    'event.md in a folder of an event',
    {
      'gala/x/event.md':
        '---\ntitle: Gala\ndescription: A night of songs.\ntimezone: Asia/Shanghai\nstarts: 2019-11-10T12:00\nends: 2019-11-11T24:00\norder: newest-first\n---\n\nAll of it.\n',
    },
    {},
    'misplaced-event',
    'Move it to gala/event.md, or rename it if it is an entry.',
  ],
  ['site.yaml', { 'site.yml': undefined }, { 'site.yaml': 'x' }, 'unread-document', 'Rename the file to site.yml.'],
  [
    'no site.yml',
    { 'site.yml': undefined },
    {},
    'site-missing',
    'Write site.yml with title, description, url and language.',
  ],
  ['a symbolic link', {}, { 'gala/l.md': 'link' }, 'symbolic-link', 'Put a copy of what it leads to in its place.'],
  [
    'a pipe',
    {},
    { 'gala/l.md': 'other' },
    'not-a-file',
    'Remove it if it is a pipe, a socket or a device; rename or move it if it is a folder; allow reading it if it is a file; make several of it if it has more than 4 MB.',
  ],
  [
    'a translation with a slip in its slug',
    { ...inTwo, 'gala/event.md': anEvent({ translations: '{de: fset}' }) },
    {},
    'unknown-translation',
    '> translations: {de: fest}',
  ],
  [
    'a translation under the name of a language',
    { ...inTwo, 'gala/event.md': anEvent({ translations: '{german: fest}' }) },
    {},
    'translation-language',
    '> translations: {de: fest}',
  ],
  [
    'a translation that does not name the other event',
    { ...inTwo, 'fest/event.md': anEvent({ language: 'de' }) },
    {},
    'one-sided-translation',
    'Write translations: {en: gala} in fest/event.md, or remove it here.',
  ],
  [
    'an entry that translates one that is not there',
    { ...inTwo, 'fest/a.md': anEntry({ translates: 'otter' }) },
    {},
    'unknown-translation',
    '> translates: other',
  ],
  [
    'two entries that translate the same one',
    { ...inTwo, 'fest/a.md': anEntry({ translates: 'other' }), 'fest/b.md': anEntry({ translates: 'other' }) },
    {},
    'duplicate-translation',
    'Remove or correct "translates" in one of the two.',
  ],
];
