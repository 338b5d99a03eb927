import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { patience } from '../../../../scripts/testing/patience.ts';
import { commitWith, recapsuleIn, runIn } from '../../../../scripts/testing/repository.ts';
import type { Run } from '../../../../scripts/testing/run-recapsule.ts';
import { entryFile, settings, writeFiles } from '../../../../scripts/testing/temporary-content.ts';
import { logOf, type PublishedSite, queueOf, siteAt } from '../../site-folder.ts';

/** A bare repository with the hooks of a server, and clones that push to it. */
export type Server = {
  readonly folder: string;
  readonly repo: string;
  readonly site: PublishedSite;
  /** Makes a clone; the first one brings the first content. */
  readonly clone: (name: string) => Promise<Clone>;
  readonly log: () => string;
  /** Waits until no push is left to be reported on, and gives the log. */
  readonly settled: () => Promise<string>;
  /** The bytes of a page as readers see it, or `undefined` where there is none. */
  readonly page: (path: string) => string | undefined;
};

/** A clone of the repository, in which somebody writes. */
export type Clone = {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => Promise<Run>;
  /** Commits files, by path below `content/`; one without a text is removed. */
  readonly commit: (files: Readonly<Record<string, string | undefined>>) => Promise<void>;
  readonly push: (...args: readonly string[]) => Promise<Run>;
};

/** Makes a server below a folder. Tests isolate git before. */
export const aServer = async (folder: string, hooks = true): Promise<Server> => {
  const repo = join(folder, 'recaps.git');
  const site = siteAt(join(folder, 'site'));
  await runIn(folder, 'git', ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', repo]);
  if (hooks) {
    const { code, stderr } = await recapsuleIn(folder, ['server', 'install', '--repo', repo, '--site', site.folder]);
    if (code !== 0) throw new Error(stderr);
  }
  const log = (): string => (existsSync(logOf(site)) ? readFileSync(logOf(site), 'utf8') : '');
  return {
    folder,
    repo,
    site,
    clone: (name) => aClone(join(folder, name), repo),
    log,
    settled: async () => {
      // A push is recorded before its hook returns: when no record is left, its publish has reported on it.
      const end = performance.now() + patience;
      while (performance.now() < end) {
        if (isSettled(site, log())) return log();
        await setTimeout(25);
      }
      throw new Error(`The server does not come to rest:\n${log()}`);
    },
    page: (path) => {
      const file = join(site.current, path);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
};

/** A server to which the first content has been pushed, and the clone that did. */
export const startedServer = async (
  folder: string,
  hooks = true,
): Promise<{ readonly server: Server; readonly clone: Clone }> => {
  const server = await aServer(folder, hooks);
  const clone = await server.clone('writer');
  await clone.commit(firstContent);
  const { code, stderr } = await clone.push();
  if (code !== 0) throw new Error(stderr);
  await server.settled();
  return { server, clone };
};

/** The first content of a test: an event with one entry. */
export const firstContent = {
  'site.yml': settings.site,
  'fair/event.md': settings.event(),
  'fair/first.md': entryFile('First', '2020-03-02T10:00'),
} as const;

const aClone = async (folder: string, repo: string): Promise<Clone> => {
  await runIn(join(folder, '..'), 'git', ['clone', '--quiet', '--template=', repo, folder]);
  const git = (...args: readonly string[]): Promise<Run> => runIn(folder, 'git', args);
  return {
    folder,
    git,
    commit: async (files) => {
      const written = Object.entries(files).filter((one): one is [string, string] => one[1] !== undefined);
      const gone = Object.entries(files).filter(([, text]) => text === undefined);
      await writeFiles(join(folder, 'content'), Object.fromEntries(written));
      for (const [path] of gone) await git('rm', '--quiet', join('content', path));
      await git('add', '--all');
      await git(...commitWith(['--allow-empty']));
    },
    push: (...args) => git('push', '--quiet', 'origin', ...(args.length > 0 ? args : ['HEAD:main'])),
  };
};

/** Whether nothing is left to be reported, and the last publish has ended; one before it may have been killed. */
const isSettled = (site: PublishedSite, log: string): boolean => {
  const last = log.match(/ (?:begin|end) \d+(?: for \d+ push(?:es)?)?$/gm)?.at(-1) ?? ' end';
  return recordsIn(queueOf(site)).length === 0 && last.startsWith(' end');
};

const recordsIn = (queue: string): readonly string[] =>
  existsSync(queue) ? readdirSync(queue).filter((name) => !name.startsWith('.')) : [];
