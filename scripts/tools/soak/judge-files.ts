import { changesBetween, type FolderSnapshot } from './snapshot.ts';

/**
 * What is wrong with the changes that a program has made to files. It may add files and folders below `allowed`, and
 * `allowed` itself; all else stays as it was.
 */
export const judgeFiles = (before: FolderSnapshot, after: FolderSnapshot, allowed: string): string[] => {
  const { added, changed, gone } = changesBetween(before, after);
  const outside = added.filter((path) => path !== allowed && !path.startsWith(`${allowed}/`));
  const inside = added.filter((path) => path.startsWith(`${allowed}/`)).map((path) => path.slice(allowed.length + 1));
  return [
    ...listed('It writes outside of its folder', outside),
    ...listed('It changes what was there', changed),
    ...listed('It takes away what was there', gone),
    ...listed(
      'It writes names that not every system can keep',
      inside.filter((path) => path.split('/').some((name) => !isPortable(name))),
    ),
  ];
};

/** Names of devices on Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const plain = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}][-\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]*(?:\.[a-z0-9]{1,5})?$/u;

/** Whether a name can be kept by every file system and in every repository: a slug with an ending at most. */
const isPortable = (name: string): boolean =>
  plain.test(name) && !device.test(name) && name === name.normalize('NFC') && Buffer.byteLength(name) <= 255;

const listed = (what: string, paths: readonly string[]): string[] => {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return paths.length === 0
    ? []
    : [
        `${what}: ${paths
          .slice(0, 3)
          .map((path) => JSON.stringify(path))
          .join(', ')}${more}.`,
      ];
};
