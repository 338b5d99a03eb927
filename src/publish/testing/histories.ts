import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from '../../../scripts/testing/fast-check.ts';
import { commitWith, type Repository } from '../../../scripts/testing/repository.ts';
import { entryFile, settings, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { allHarms, type Harm } from './harm-site.ts';

/** One thing that a writer does to an archive of a few events. Numbers choose among what is there. */
export type HistoryEdit = {
  readonly kind: keyof typeof edits;
  readonly event: number;
  readonly entry: number;
  readonly to: number;
  /** What happens to the site before it is published. */
  readonly harm: Harm;
};

/** An archive on which edits are made: its files as the last one left them, `SITE_URL` and `DRAFTS`. */
type Edited = { readonly files: Map<string, string>; siteUrl: string; drafts: '' | '1' };

/** Three events of three entries; two of them lead to the next event, by path and by address. */
export const beforeEdits = (): Edited => {
  const files = new Map<string, string>([['site.yml', settings.site]]);
  const folders = ['fair', 'gala', 'show'];
  for (const [index, folder] of folders.entries()) {
    const next = folders[(index + 1) % folders.length];
    files.set(`${folder}/event.md`, settings.event());
    files.set(`${folder}/entry-0.md`, textOf(0, 'Something happened.'));
    files.set(`${folder}/entry-1.md`, textOf(1, `See [it](../${next}/entry-0.md).`));
    files.set(`${folder}/entry-2.md`, textOf(2, `See [it](/${next}/entry-1/).`));
  }
  return { files, siteUrl: '', drafts: '' };
};

/** Makes an edit. One that fits nothing changes nothing. */
export const applyEdit = (archive: Edited, { kind, event, entry, to }: HistoryEdit, step: number): void => {
  const { files } = archive;
  const folders = [...files.keys()].filter((path) => path.endsWith('/event.md')).map((path) => path.slice(0, -9));
  const folder = folders[event % folders.length] ?? '';
  const entriesOf = (one: string) =>
    [...files.keys()].filter((path) => path.startsWith(`${one}/`) && /(?<!\/event)\.md$/.test(path)).sort();
  const own = entriesOf(folder);
  const other = folders[to % folders.length] ?? '';
  const others = entriesOf(other);
  const target = others[entry % others.length] ?? `${other}/entry-0.md`;
  edits[kind](archive, { folder, file: own[entry % own.length] ?? '', other, target, to, step });
};

/** What an edit is made with: an event and one of its entries, another event and one of its entries, and numbers. */
type Chosen = {
  readonly folder: string;
  readonly file: string;
  readonly other: string;
  readonly target: string;
  readonly to: number;
  readonly step: number;
};

const edits = {
  add: ({ files }, { folder, to, step }) => files.set(`${folder}/news-${to}.md`, textOf(to, `Added at ${step}.`)),
  edit: (archive, { file, to, step }) => rewrite(archive, file, textOf(to, `Edited at ${step}.`)),
  delete: ({ files }, { file }) => files.delete(file),
  retopic: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'Filed.', `topics: [topic-${to}]\n`)),
  draft: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'Not yet.', 'draft: true\n')),
  slug: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'Called otherwise.', `slug: slug-${to}\n`)),
  withdraw: (archive, { file, to }) =>
    rewrite(archive, file, textOf(to, 'Gone.', 'withdrawn: {time: 2020-03-05T10:00, reason: It was wrong}\n')),
  alias: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'Kept.', `aliases: [earlier-${to}]\n`)),
  milestone: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'A record.', 'milestone: true\n')),
  /** The picture may be moved away from its entry, and its bytes may change while the entry stays. */
  show: (archive, { file, to }) => {
    rewrite(archive, file, textOf(to, '![The stage](stage.svg)'));
    paint(archive, `${dirname(file)}/stage.svg`, to);
  },
  repaint: (archive, { file, to }) => {
    const path = `${dirname(file)}/stage.svg`;
    if (archive.files.has(path)) paint(archive, path, to);
  },
  linkToPicture: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'See [it](stage.svg).')),
  linkToOtherPicture: (archive, { file, other, to }) =>
    rewrite(archive, file, textOf(to, `See [it](../${other}/stage.svg).`)),
  unpaint: ({ files }, { file }) => files.delete(`${dirname(file)}/stage.svg`),
  hero: (archive, { folder, to }) => {
    archive.files.set(`${folder}/event.md`, settings.event('hero: {picture: stage.svg, alt: The stage}\n'));
    paint(archive, `${folder}/stage.svg`, to);
  },
  break: (archive, { file, to }) => rewrite(archive, file, textOf(to, 'Wrong.', 'topcis: []\n')),
  /** What can be wrong is fixed, so that histories go on. */
  fix: (archive) => {
    for (const [path, text] of archive.files) {
      if (path.endsWith('/event.md')) archive.files.set(path, settings.event());
      else if (/topcis|See \[|stage\.svg|slug:|aliases:/.test(text)) rewrite(archive, path, textOf(0, 'Corrected.'));
    }
  },
  linkByPath: (archive, { file, target, to }) => rewrite(archive, file, textOf(to, `See [it](../${target}).`)),
  linkByAddress: (archive, { file, target, to }) =>
    rewrite(archive, file, textOf(to, `See [it](/${target.replace(/\.md$/, '')}/).`)),
  linkToEvent: (archive, { file, other, to }) => rewrite(archive, file, textOf(to, `See [all](/${other}/).`)),
  linkToTopic: (archive, { file, other, to }) =>
    rewrite(archive, file, textOf(to, `See [more](/${other}/topics/topic-${to}/).`)),
  linkToAlias: (archive, { file, other, to }) =>
    rewrite(archive, file, textOf(to, `See [it](/${other}/earlier-${to}/).`)),
  rename: (archive, { file, folder, to }) => move(archive, file, `${folder}/renamed-${to}.md`),
  /** Its slug stays, and the page with it; links by its path break. */
  prefix: (archive, { file, folder, to }) =>
    move(archive, file, `${folder}/10${to}0-${file.slice(folder.length + 1).replace(/^10\d0-/, '')}`),
  subfolder: (archive, { file, folder }) => move(archive, file, `${folder}/day/${file.split('/').at(-1)}`),
  move: (archive, { file, other }) => move(archive, file, `${other}/${file.split('/').at(-1)}`),
  place: ({ files }, { folder, to }) => files.set(`${folder}/event.md`, settings.event(`location: Place ${to}\n`)),
  order: ({ files }, { folder }) => {
    const text = files.get(`${folder}/event.md`) ?? '';
    files.set(`${folder}/event.md`, text.replace('newest-first', 'oldest-first'));
  },
  /** Another event may have the address already: then it is an error. */
  eventAlias: ({ files }, { folder, other, to }) =>
    files.set(`${folder}/event.md`, settings.event(`aliases: [${to === 0 ? other : `earlier-event-${to}`}]\n`)),
  renameEvent: (archive, { folder, to }) => {
    const name = `${folder.replace(/-\d$/, '')}-${to}`;
    if (archive.files.has(`${name}/event.md`)) return;
    for (const path of [...archive.files.keys()])
      if (path.startsWith(`${folder}/`)) move(archive, path, name + path.slice(folder.length));
    archive.files.set(`${name}/event.md`, settings.event(`aliases: [${folder}]\n`));
  },
  removeEvent: ({ files }, { folder, to }) => {
    if (to === 0) for (const path of [...files.keys()]) if (path.startsWith(`${folder}/`)) files.delete(path);
    if (files.size === 1) files.set('last/event.md', settings.event());
  },
  site: ({ files }, { to }) => files.set('site.yml', settings.site.replace('Test archive', `Archive ${to}`)),
  address: (archive, { to }) => {
    archive.siteUrl = ['', 'https://other.test', 'https://other.test/recaps/'][to] ?? '';
  },
  drafts: (archive, { to }) => {
    archive.drafts = to === 0 ? '1' : '';
  },
} satisfies Record<string, (archive: Edited, chosen: Chosen) => unknown>;

const number = fc.nat({ max: 2 });
// Much can go wrong: as much is fixed.
const kind = fc.constantFrom(
  ...(Object.keys(edits) as HistoryEdit['kind'][]),
  ...Array<HistoryEdit['kind']>(4).fill('fix'),
);

const harm = fc.constantFrom<Harm[]>(...allHarms, ...Array<Harm>(allHarms.length).fill('nothing'));

/** Any history of edits. */
export const histories: fc.Arbitrary<readonly HistoryEdit[]> = fc.array(
  fc.record({ kind, event: number, entry: number, to: number, harm }),
  { minLength: 6, maxLength: 6 },
);

const paint = ({ files }: Edited, path: string, size: number): void => {
  files.set(
    path,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${40 + size}" height="30"><path d="M0 0h9v9z"/></svg>`,
  );
};

const rewrite = ({ files }: Edited, file: string, text: string): void => {
  if (files.has(file)) files.set(file, text);
};

const move = ({ files }: Edited, from: string, to: string): void => {
  const text = files.get(from);
  if (text === undefined || files.has(to)) return;
  files.delete(from);
  files.set(to, text);
};

const textOf = (entry: number, body: string, more = ''): string =>
  entryFile(`Entry ${entry}`, `2020-03-0${2 + (entry % 2)}T1${entry}:00`, body, more);

/** Where edits are committed. */
export type EditedRepository = Pick<Repository, 'folder' | 'git'>;

/** Commits the archive as it is now. */
export const commitEdits = async (repository: EditedRepository, { files }: Edited): Promise<void> => {
  const content = join(repository.folder, 'content');
  await rm(content, { recursive: true, force: true });
  await writeFiles(content, Object.fromEntries(files));
  await repository.git('add', '--all');
  await repository.git(...commitWith(['--allow-empty']));
};
