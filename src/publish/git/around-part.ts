import type { ReadOptions } from '../../core/read-archive.ts';
import { type Around, outlineOf, wholeOf } from '../../inspect/around.ts';
import { eventFoldersIn, readPart, readWithNames, settingsIn } from './read-push.ts';

/**
 * What lies around some events of a commit, by the folders of these. Settings of others are read only where an address is
 * below an alias of one; of the whole content no more than the names of files, and the documents of events that have been read.
 */
export const aroundPart = (
  repo: string,
  commit: string,
  { folders, options }: { readonly folders: readonly string[]; readonly options: ReadOptions },
): Around => {
  const own = new Set(folders.map((folder) => folder.slice(0, -1)));
  const known = new Set(own);
  return {
    own,
    tops: async (names) => {
      const found = (await eventFoldersIn(repo, commit)).filter((folder) => names.has(folder));
      const tops = found.map((folder) => [folder, folder] as const);
      if (found.length === names.size) return new Map(tops);
      const { addresses } = outlineOf((await readPart(repo, commit, await settingsIn(repo, commit))).files, options);
      const aliases = [...addresses].flatMap(([folder, slugs]) => slugs.map((slug) => [slug, folder] as const));
      return new Map([...tops, ...aliases]);
    },
    read: async (others) => {
      for (const folder of others) known.add(folder);
      return (
        await readPart(
          repo,
          commit,
          others.map((folder) => `${folder}/`),
        )
      ).files;
    },
    whole: async () => wholeOf(await readWithNames(repo, commit, (folder) => known.has(folder)), options),
  };
};
