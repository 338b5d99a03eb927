import { cyclic } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import { event, type HostileFiles } from '../hostile.ts';
import { eventFile, soakedEntryFile } from '../world.ts';
import type { Kind } from './kind.ts';

/** A harmless source, and a content folder in which something stands in its way or leads out. */
export const places: Kind = (round, random) => {
  const [what, content] = cyclic(all, round);
  const { name, file, write } = random.pick(allFormats);
  return { name: `${name} into ${what}`, file, source: write(harmlessBlog(manyPosts(3))), content };
};

const settings = { [`${event}/event.md`]: eventFile() };
const out = '../../../outside';

const all: readonly (readonly [what: string, content: HostileFiles])[] = [
  ['an event that is there', { ...settings, [`${event}/0700-before.md`]: soakedEntryFile('Before') }],
  ['an event that is a link to another folder', { [event]: { link: out } }],
  ['an event that is a link to nothing', { [event]: { link: 'nowhere' } }],
  ['an event that is a link to another event', { [event]: { link: 'calm' } }],
  ['an event that is a file', { [event]: 'A file.' }],
  ['an event whose days are links', { ...settings, [`${event}/2019-11-11`]: { link: `../${out}` } }],
  ['an event whose days are files', { ...settings, [`${event}/2019-11-11`]: 'A file.' }],
  ['an event whose settings are a link', { [`${event}/event.md`]: { link: `../${out}/secret.txt` } }],
  ['an event whose settings are a folder', { [`${event}/event.md`]: 'folder' }],
  ['an event with errors', { [`${event}/event.md`]: '---\ntitle: [\n---\n' }],
  ['a folder of that name without settings', { [`${event}/notes.txt`]: 'Notes.' }],
  ['an event with an entry of the same name', { ...settings, [`${event}/2019-11-11/0901-report-1.md`]: 'folder' }],
  [
    'an event with an entry that is a link',
    { ...settings, [`${event}/2019-11-11/0901-report-1.md`]: { link: `../../${out}/secret.txt` } },
  ],
  ['an archive without settings', { 'site.yml': { link: 'nowhere' } }],
  ['an archive of broken settings', { 'site.yml': '\0\xff{' }],
  ['an archive with what an import left behind', { [`.import-aaaaaa/${event}/event.md`]: eventFile() }],
];
