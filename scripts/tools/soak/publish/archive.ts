import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A git repository with a small archive, as a soak publishes it. */
type SoakArchive = {
  readonly repo: string;
  /** Writes files, by path below `content/`, commits them, and gives the commit. */
  readonly commit: (files: Readonly<Record<string, string>>) => Promise<string>;
  /** Removes a file, by its path below `content/`, commits that, and gives the commit. */
  readonly remove: (path: string) => Promise<string>;
};

/** Makes an archive of two events in a folder of its own below `above`. */
export const makeArchive = async (above: string = tmpdir()): Promise<SoakArchive> => {
  const repo = await mkdtemp(join(above, 'recapsule-archive-'));
  await gitIn(repo, 'init', '--quiet', '--template=', '--initial-branch=main');
  const archive = archiveIn(repo);
  await archive.commit({
    'site.yml': 'title: Soak\ndescription: What a soak keeps\nurl: https://soak.recaps.test\nlanguage: en\n',
    ...eventFiles('gala', 12),
    ...eventFiles('fair', 3),
  });
  return archive;
};

/** The archive in a repository that is there already. */
export const archiveIn = (repo: string): SoakArchive => {
  const commitAll = async (): Promise<string> => {
    await gitIn(repo, 'add', '--all');
    await gitIn(repo, 'commit', '--quiet', '--message', 'Soak');
    return gitIn(repo, 'rev-parse', 'HEAD');
  };
  return {
    repo,
    commit: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        const file = join(repo, 'content', path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      return commitAll();
    },
    remove: async (path) => {
      await rm(join(repo, 'content', path));
      return commitAll();
    },
  };
};

const gitIn = async (repo: string, ...args: readonly string[]): Promise<string> => {
  const person = ['-c', 'user.name=Soak', '-c', 'user.email=soak@recaps.test', '-c', 'commit.gpgSign=false'];
  const { stdout } = await promisify(execFile)('git', ['-C', repo, ...person, ...args]);
  return stdout.trim();
};

/** An entry of an event; its number makes its slug and its time. */
export const numberedEntryFile = (
  event: string,
  number: number,
  text = 'Something happened.',
): Record<string, string> => {
  const clock = `${String(Math.floor(number / 60) % 24).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`;
  return {
    [`${event}/entry-${number}.md`]: `---\ntitle: Entry ${number}\ntime: 2020-03-02T${clock}\ntopics: [news]\n---\n${text}\n`,
  };
};

const eventFiles = (event: string, count: number): Record<string, string> =>
  Object.assign(
    {
      [`${event}/event.md`]: `---\ntitle: The ${event}\ndescription: An event made for soaks\ntimezone: Europe/Berlin\nstarts: 2020-03-01\nends: 2020-03-31\norder: newest-first\n---\n`,
    },
    ...Array.from({ length: count }, (_, index) => numberedEntryFile(event, index)),
  );
