import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { commitWith, type Repository } from '../../testing/repository.ts';
import { entryFile, settings, writeFiles } from '../../testing/temporary-content.ts';

/** One thing that a writer does to an archive of a few events. Numbers choose among what is there. */
export type Edit =
  | {
      readonly kind: 'add' | 'edit' | 'delete' | 'withdraw' | 'alias' | 'break';
      readonly event: number;
      readonly entry: number;
    }
  | { readonly kind: 'rename' | 'move'; readonly event: number; readonly entry: number; readonly to: number }
  | {
      readonly kind: 'link';
      readonly event: number;
      readonly entry: number;
      readonly to: number;
      readonly isPath: boolean;
    }
  | { readonly kind: 'settings'; readonly event: number; readonly to: number }
  | { readonly kind: 'rename-event'; readonly event: number; readonly to: number }
  | { readonly kind: 'site'; readonly to: number };

const number = fc.nat({ max: 2 });
const event = fc.nat({ max: 2 });

/** Any history of edits. */
export const histories = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('add', 'edit', 'delete', 'withdraw', 'alias', 'break'), event, entry: number }),
    fc.record({ kind: fc.constantFrom('rename', 'move'), event, entry: number, to: number }),
    fc.record({ kind: fc.constant('link'), event, entry: number, to: event, isPath: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('settings', 'rename-event'), event, to: number }),
    fc.record({ kind: fc.constant('site'), to: number }),
  ) as fc.Arbitrary<Edit>,
  { minLength: 4, maxLength: 8 },
);

/** An archive on which edits are made: its files as the last one left them. */
export type Edited = { readonly files: Map<string, string>; readonly folders: string[] };

/** Three events with two entries each. */
export const beforeEdits = (): Edited => {
  const folders = ['gala', 'fair', 'show'];
  const files = new Map<string, string>([['site.yml', settings.site]]);
  for (const folder of folders) {
    files.set(`${folder}/event.md`, settings.event());
    for (const entry of [0, 1]) files.set(`${folder}/entry-${entry}.md`, textOf(entry, 'Something happened.'));
  }
  return { files, folders };
};

/** Makes an edit. One that fits nothing changes nothing. */
export const applyEdit = ({ files, folders }: Edited, edit: Edit, step: number): void => {
  if (edit.kind === 'site') {
    files.set('site.yml', settings.site.replace('Test archive', `Archive ${edit.to}`));
    return;
  }
  const folder = folders[edit.event] ?? '';
  if (edit.kind === 'settings') {
    files.set(`${folder}/event.md`, settings.event(`location: Place ${edit.to}\n`));
    return;
  }
  if (edit.kind === 'rename-event') {
    const name = `${folder.replace(/-\d$/, '')}-${edit.to}`;
    if (folders.includes(name)) return;
    for (const [path, text] of [...files]) {
      if (!path.startsWith(`${folder}/`)) continue;
      files.delete(path);
      const own = path.endsWith('/event.md') ? settings.event(`aliases: [${folder}]\n`) : text;
      files.set(name + path.slice(folder.length), own);
    }
    folders[edit.event] = name;
    return;
  }
  const file = `${folder}/entry-${edit.entry}.md`;
  const here = files.get(file);
  switch (edit.kind) {
    case 'add':
      if (here === undefined) files.set(file, textOf(edit.entry, `Added at ${step}.`));
      return;
    case 'delete':
      files.delete(file);
      return;
    case 'rename':
      if (here === undefined || files.has(`${folder}/10${edit.to}0-entry-${edit.entry}.md`)) return;
      files.delete(file);
      files.set(`${folder}/10${edit.to}0-entry-${edit.entry}.md`, here);
      return;
    case 'move': {
      const target = `${folders[edit.to % 3]}/entry-${edit.entry}.md`;
      if (here === undefined || files.has(target)) return;
      files.delete(file);
      files.set(target, here);
      return;
    }
    case 'edit':
      if (here !== undefined) files.set(file, textOf(edit.entry, `Edited at ${step}.`, 'topics: [news]\n'));
      return;
    case 'withdraw': {
      const more = 'withdrawn: {time: 2020-03-05T10:00, reason: It was wrong}\n';
      if (here !== undefined) files.set(file, textOf(edit.entry, 'Gone.', more));
      return;
    }
    case 'alias':
      if (here !== undefined) files.set(file, textOf(edit.entry, 'Text.', `aliases: [earlier-${edit.entry}]\n`));
      return;
    case 'break':
      if (here !== undefined)
        files.set(
          file,
          here.includes('topcis') ? textOf(edit.entry, 'Mended.') : textOf(edit.entry, 'x', 'topcis: []\n'),
        );
      return;
    case 'link': {
      const other = folders[edit.to] ?? '';
      const target = `entry-${edit.entry}`;
      const address = edit.isPath ? `../${other}/${target}.md` : `/${other}/${target}/`;
      if (here !== undefined) files.set(file, textOf(edit.entry, `See [it](${address}).`));
    }
  }
};

const textOf = (entry: number, body: string, more = ''): string =>
  entryFile(`Entry ${entry}`, `2020-03-0${2 + (entry % 2)}T1${entry}:00`, body, more);

/** Commits the archive as it is now, and gives the commit. */
export const commitEdits = async (repository: Repository, { files }: Edited): Promise<string> => {
  const content = join(repository.folder, 'content');
  await rm(content, { recursive: true, force: true });
  await writeFiles(content, Object.fromEntries(files));
  await repository.git('add', '--all');
  await repository.git(...commitWith(['--allow-empty']));
  return (await repository.git('rev-parse', 'HEAD')).trim();
};
