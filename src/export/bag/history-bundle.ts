import { open } from 'node:fs/promises';
import { git, gitInto } from '../../io/git.ts';

/** Packs all objects anew, in the order of the history: what a clone has packed before depends on how it came to be. */
const packing = [
  ...['-c', 'pack.compression=6', '-c', 'pack.threads=1', 'pack-objects', '--stdout', '--revs', '--quiet'],
  ...['--no-reuse-delta', '--no-reuse-object', '--no-use-bitmap-index', '--delta-base-offset'],
];

/**
 * Writes the history of a commit in the repository of a folder to a file: a bundle (gitformat-bundle(5)), from which
 * `git clone` makes a repository with the branch `main`. Rejects with `GitFault` where git fails.
 */
export const writeBundle = async (folder: string, commit: string, file: string): Promise<void> => {
  const format = (await git(folder, ['rev-parse', '--show-object-format'])).toString('utf8').trim();
  const begin = format === 'sha1' ? '# v2 git bundle\n' : `# v3 git bundle\n@object-format=${format}\n`;
  await using bundle = await open(file, 'wx');
  await bundle.write(`${begin}${commit} HEAD\n${commit} refs/heads/main\n\n`);
  await gitInto(bundle.fd, folder, packing, `${commit}\n`);
};
