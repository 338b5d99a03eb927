import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning, standbyProcess } from '../../../src/publish/git/standby-mark.ts';
import { lockWithin } from '../../../src/publish/lock.ts';
import { type PublishedSite, siteAt, standbyOf } from '../../../src/publish/site-folder.ts';
import { checkPages } from './check-pages.ts';
import {
  type SyntheticArchive,
  type SyntheticEntry,
  type SyntheticEvent,
  syntheticArchive,
  wordsPerEntry,
} from './content.ts';
import { writeTexts } from './generator.ts';
import { type GitServer, makeGitServer } from './git-server.ts';
import { hugoContent } from './hugo.ts';
import { type Measurement, measure, runToEnd } from './measure.ts';
import { proseOf, randomFrom } from './prose.ts';
import { recapsuleEntry, recapsuleTexts } from './recapsule.ts';
import { type Bench, type BenchResult, fileSizes, measureRounds, writeAsMany } from './rounds.ts';
import { templatedEntry } from './templated.ts';

/** Measures how long it takes from a push until its entry can be read, beside Hugo, which makes all pages again. */
export const benchPublish = async (
  { events, size }: { readonly events: number; readonly size: number },
  bench: Bench,
): Promise<BenchResult[]> => {
  const label = `${size.toLocaleString('en')} in ${events}`;
  const stand = await putUp(syntheticArchive(events, size), join(bench.folder, `${size}-in-${events}`), bench);
  try {
    // The first one warms up what the others find warm.
    await pushOne(stand);
    const pushes = await measureRounds(label, 3 * bench.rounds, () => pushRound(stand, 'one entry live'));
    const later = await measureRounds(label, bench.rounds, () => pauseRound(stand));
    const whole = stand.archive.with(0, { ...stand.newest, entries: [...stand.newest.entries, ...stand.pushed] });
    await checkPages('Recapsule', stand.site.current, whole);
    return [...pushes, ...later];
  } finally {
    await endStandby(stand.site);
  }
};

/** An archive that is published, with a server that publishes what is pushed. */
type PublishStand = {
  readonly archive: SyntheticArchive;
  readonly newest: SyntheticEvent;
  readonly pushed: SyntheticEntry[];
  readonly folder: string;
  readonly server: GitServer;
  readonly site: PublishedSite;
  readonly bench: Bench;
};

const putUp = async (archive: SyntheticArchive, folder: string, bench: Bench): Promise<PublishStand> => {
  const [newest] = archive;
  if (!newest) throw new RangeError('There is no event to push to.');
  const site = siteAt(join(folder, 'site'));
  const server = await makeGitServer(folder, { CACHE_DIR: join(folder, 'cache') }, bench);
  await server.commit(recapsuleTexts(archive));
  await server.push();
  await server.publishInto(site.folder);
  await bench.hugo?.prepare(archive, join(folder, 'hugo'));
  return { archive, newest, pushed: [], folder, server, site, bench };
};

const pushRound = async (stand: PublishStand, what: string) => {
  const { folder, site, newest, pushed } = stand;
  const seconds = await pushOne(stand);
  const files = await fileSizes(join(site.current, newest.slug, ''));
  const loop = await writeAsMany(files, join(folder, `loop-${pushed.length}`));
  return { loop, took: new Map<string, Measurement>([[what, { seconds, peak: undefined }]]) };
};

/** A push when no process stands by; afterwards Hugo makes all pages over its earlier ones, which is fastest. */
const pauseRound = async (stand: PublishStand) => {
  const { hugo, signal } = stand.bench;
  const at = (name: string): string => join(stand.folder, name);
  await endStandby(stand.site);
  const { loop, took } = await pushRound(stand, 'one entry live, after a pause');
  if (hugo) took.set(hugo.name, await measure(hugo.build(at('hugo'), at('pages')), at('memory'), signal));
  return { loop, took };
};

/** Pushes one more entry, second by second from 22:30 of the last day, and waits for its page; gives how many seconds that took. */
const pushOne = async ({ newest, pushed, folder, server, site, bench }: PublishStand): Promise<number> => {
  const number = pushed.length + 1;
  const entry: SyntheticEntry = {
    slug: `pushed-${number}`,
    title: `Pushed ${number}`,
    day: newest.days.at(-1) ?? '',
    clock: Temporal.PlainTime.from('22:30:00').add({ seconds: number }).toString(),
    markdown: proseOf(wordsPerEntry, false, randomFrom(number)),
  };
  pushed.push(entry);
  await server.commit([recapsuleEntry(newest.slug, entry)]);
  if (bench.hugo) await writeTexts(hugoContent(join(folder, 'hugo')), [templatedEntry(newest.slug, entry)]);
  // What earlier measurements have written reaches the disk before the next one waits for that.
  await runToEnd({ file: 'sync', args: [] }, bench.signal);
  const started = performance.now();
  const page = join(site.current, newest.slug, entry.slug, 'index.html');
  const [seconds] = await Promise.all([
    isThere(page, bench.signal).then((end) => (end - started) / 1000),
    server.push(),
  ]);
  await idle(site);
  return seconds;
};

/** How often one looks whether a page is there, and how long at most, in milliseconds. */
const [every, patience] = [2, 120_000];

const isThere = async (page: string, signal: AbortSignal): Promise<number> => {
  const end = performance.now() + patience;
  while (!existsSync(page)) {
    if (performance.now() > end) throw new Error(`${page} is not there ${patience / 1000} s after it was pushed.`);
    await setTimeout(every, undefined, { signal });
  }
  return performance.now();
};

/** Waits until nothing is being published. */
const idle = async (site: PublishedSite): Promise<void> => {
  using own = await lockWithin(site.lock, 60_000);
  if (!own) throw new Error(`A publish in ${site.folder} does not end.`);
};

/** Lets the process end that stands by for the next push, as after a long pause. */
const endStandby = async (site: PublishedSite): Promise<void> => {
  const standby = standbyProcess(site);
  await rm(standbyOf(site), { force: true });
  while (isRunning(standby)) await setTimeout(20);
};
