import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { GitFault, git, gitEnvironment } from '../../io/git.ts';

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
  await new Promise<void>((resolve, reject) => {
    const child = spawn('git', packing, { cwd: folder, env: gitEnvironment(), stdio: ['pipe', bundle.fd, 'pipe'] });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (fault) => reject(new GitFault(`git could not be started: ${fault.message}`)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new GitFault(said.trim() || `git pack-objects ended with ${code}`)),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`${commit}\n`);
  });
};
