import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { readSite } from '../../core/read-site.ts';
import { UsageError } from '../../core/usage-error.ts';
import { archivePlace, isFolder, nearestFolder } from '../../io/archive-folder.ts';
import { GitFault, git } from '../../io/git.ts';

/** The folder in which an archive is made, and what is there already. */
export type ArchiveTarget = {
  /** Its absolute path. It need not be there. */
  readonly folder: string;
  /** The top of the git repository in which it lies, if it lies in one, and whether that is a folder above. */
  readonly repository: string | undefined;
  readonly isBelow: boolean;
  /** What `content/site.yml` says, where there is one. */
  readonly settings: Readonly<Record<'title' | 'url' | 'language', string>> | undefined;
  readonly hasEvents: boolean;
};

/** Looks at the folder that was named, or at the working folder. Throws `UsageError` where no archive can be made there. */
export const archiveTarget = async (named: readonly string[], cwd: string): Promise<ArchiveTarget> => {
  const [name = '.', other] = named;
  if (other !== undefined)
    throw new UsageError(`Unexpected "${other}" behind the folder, expected one folder: put its name in quotes.`);
  const folder = resolve(cwd, name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`${name} is a file: name a folder for the archive.`);
  const around = archivePlace(folder, {}).content;
  if (!relative(around, folder).startsWith('..'))
    throw new UsageError(`${folder} lies in the content of an archive, ${around}: choose a folder outside.`);
  const content = join(folder, 'content');
  const nearest = nearestFolder(folder);
  const repository = await repositoryAround(nearest);
  const isBelow = repository !== undefined && join(realpathSync(nearest), relative(nearest, folder)) !== repository;
  return {
    folder,
    repository,
    isBelow,
    settings: settingsIn(folder),
    hasEvents: isFolder(content) && readdirSync(content).some((one) => isThere(join(content, one, 'event.md'))),
  };
};

/** A title for an archive: the name of its folder in words. */
export const titleFrom = (folder: string): string => {
  const words = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Recaps' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

/** Whether anything is at a path, a link that leads nowhere included. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const settingsIn = (folder: string): ArchiveTarget['settings'] => {
  const file = join(folder, 'content/site.yml');
  if (!isThere(file)) return undefined;
  // What is wrong in it, "check" reports.
  const { title, ...others } = readSite(new Map([['site.yml', readFileSync(file)]]), undefined, () => {});
  return { ...others, title: title || titleFrom(folder) };
};

/** Hosts look for workflows at the top of a repository alone. */
const repositoryAround = async (folder: string): Promise<string | undefined> => {
  try {
    const up = (await git(folder, ['rev-parse', '--show-toplevel'])).toString('utf8').trimEnd();
    return up === '' ? undefined : resolve(up);
  } catch (fault) {
    if (fault instanceof GitFault) return undefined;
    throw fault;
  }
};
