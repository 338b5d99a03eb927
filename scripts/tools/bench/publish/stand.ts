import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning, standbyProcess } from '../../../../src/publish/git/standby-mark.ts';
import { lockWithin } from '../../../../src/publish/lock.ts';
import { type PublishedSite, siteAt, standbyOf } from '../../../../src/publish/site-folder.ts';
import type { SyntheticArchive, SyntheticEntry } from '../content.ts';
import { type Generator, writeTexts } from '../generator.ts';
import { hugoContent } from '../hugo.ts';
import { type Measurement, measure, outputOf } from '../measure.ts';
import { call, plain, recapsuleEntry, recapsuleTexts } from '../recapsule.ts';
import { templatedEntry } from '../templated.ts';
import { type GitServer, makeGitServer } from './git-server.ts';
import { startWebServer, type WebServer } from './web-server.ts';

/** An archive that has been published and is served, with everything that is measured with it. */
export type Stand = {
  readonly server: GitServer;
  readonly web: WebServer;
  /** The folders that Recapsule's and Hugo's pages are in. */
  readonly pages: { readonly own: string; readonly hugo: string };
  /** Commits one more entry, of which Hugo hears, too. */
  readonly add: (event: string, entry: SyntheticEntry) => Promise<void>;
  /** Brings to the disk what earlier measurements have written, so that the next one need not. */
  readonly settle: () => Promise<void>;
  /** Waits until nothing is being published. */
  readonly idle: () => Promise<void>;
  /** Lets the process end that stands by for the next push, as after a long pause. */
  readonly pause: () => Promise<void>;
  /** Makes all pages again, as a publish to a new site, with all caches warm. */
  readonly makeAnew: () => Promise<Measurement>;
  /** Lets Hugo make all pages again, over those that it made before, or from nothing. */
  readonly rebuild: (how: 'again' | 'from nothing') => Promise<Measurement | undefined>;
};

/** Where a stand is put up, and who is compared. */
export type StandPlace = {
  readonly folder: string;
  readonly hugo: Generator | undefined;
  readonly signal: AbortSignal;
};

/** Publishes an archive in an empty folder, and gets everything ready. */
export const putUp = async (archive: SyntheticArchive, { folder, hugo, signal }: StandPlace): Promise<Stand> => {
  const environment = { ...plain, CACHE_DIR: join(folder, 'cache') };
  const memory = join(folder, 'memory');
  const site = siteAt(join(folder, 'site'));
  const hugoSource = join(folder, 'hugo');
  const hugoPages = join(folder, 'hugo-pages');
  // Nothing is removed before the end: a file system that still clears up after that would be slow for who comes next.
  let count = 0;
  const unused = (name: string): string => join(folder, `${name}-${++count}`);
  const server = await makeGitServer(folder, environment, signal);
  await server.commit(recapsuleTexts(archive));
  await server.push();
  const publish = (into: string): Promise<Measurement> => {
    const args = ['publish', '--repo', server.repo, '--commit', 'refs/heads/main', '--site', into];
    return measure({ ...call(args), environment }, memory, signal);
  };
  const rebuild: Stand['rebuild'] = async (how) =>
    hugo && measure(hugo.build(hugoSource, how === 'again' ? hugoPages : unused('hugo-pages')), memory, signal);
  await publish(site.folder);
  await hugo?.prepare(archive, hugoSource);
  await rebuild('again');
  await server.publishInto(site.folder);
  return {
    server,
    web: await startWebServer(site.current, join(folder, 'web')),
    pages: { own: site.current, hugo: hugoPages },
    add: async (event, entry) => {
      await server.commit([recapsuleEntry(event, entry)]);
      if (hugo) await writeTexts(hugoContent(hugoSource), [templatedEntry(event, entry)]);
    },
    settle: async () => {
      await outputOf({ file: 'sync', args: [] }, signal);
    },
    idle: () => idle(site),
    pause: () => pause(site),
    makeAnew: () => publish(unused('site')),
    rebuild,
  };
};

const pause = async (site: PublishedSite): Promise<void> => {
  const standby = standbyProcess(site);
  await rm(standbyOf(site), { force: true });
  while (isRunning(standby)) await setTimeout(20);
};

const idle = async (site: PublishedSite): Promise<void> => {
  using own = await lockWithin(site.lock, 60_000);
  if (!own) throw new Error(`A publish in ${site.folder} does not end.`);
};
