import type { Diagnostic } from '../../core/diagnostics.ts';
import { readArchive } from '../../core/read-archive.ts';
import { eventFoldersIn, readPart, settingsIn } from './read-push.ts';

/**
 * The folders of events to which links lead that were found broken: `../fair/first.md` and `/fair/first/` to `fair`, and
 * so do addresses below its aliases.
 */
export const linkedFolders = async (
  repo: string,
  commit: string,
  diagnostics: readonly Diagnostic[],
): Promise<readonly string[]> => {
  const named = new Set(diagnostics.flatMap(({ message }) => firstPart(message) ?? []));
  const folders = new Set(await eventFoldersIn(repo, commit));
  const linked = [...named].filter((name) => folders.has(name));
  if (linked.length === named.size) return linked;
  const { events } = readArchive((await readPart(repo, commit, await settingsIn(repo, commit))).files).archive;
  const aliased = events.filter(({ aliases }) => aliases.some((alias) => named.has(alias))).map(({ folder }) => folder);
  return [...linked, ...aliased];
};

/** The first part of the path that a message names. */
const firstPart = (message: string): string | undefined => {
  const [, name] = /^Unexpected (?:link to|picture) "\/?([^/"?#]+)/.exec(message) ?? [];
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
};
