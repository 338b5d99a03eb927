import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type PublishedSite, siteAt } from '../../../../src/publish/site-folder.ts';
import { currentRelease } from '../../../../src/publish/switch-release.ts';
import { missingIn } from '../../../../src/publish/verify-complete.ts';
import { runRecapsule } from '../../../testing/run-recapsule.ts';
import { type Random, randomOf } from '../random.ts';
import { archiveIn, makeArchive, numberedEntryFile } from './archive.ts';

/** What came of a damage: what was done, how the next publish ended, and what is wrong with that. */
type Damaged = {
  readonly damage: string;
  readonly outcome: string;
  readonly faults: readonly string[];
  readonly said: string;
};

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>\n';

/** Makes a folder with a repository, its published site and a cache, to be damaged in copies. */
export const prepareSite = async (folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const archive = await makeArchive(folder);
  renameSync(archive.repo, join(folder, 'repo'));
  const { commit } = archiveIn(join(folder, 'repo'));
  await commit({ 'gala/stage.svg': drawing, ...numberedEntryFile('gala', 50, '![The stage](stage.svg)') });
  await publish(folder);
  await commit(numberedEntryFile('gala', 51));
  const { code, stderr } = await publish(folder);
  if (code !== 0) throw new Error(`The site cannot be published: ${stderr}`);
};

const publish = (base: string, ...args: readonly string[]) =>
  runRecapsule(['publish', '--repo', join(base, 'repo'), '--site', join(base, 'site'), ...args], {
    env: { CACHE_DIR: join(base, 'cache') },
    timeout: longest,
  });

/** How long a publish may take, in milliseconds: one that takes longer waits for something that never comes. */
const longest = 180_000;

/** How often what is printed is followed before it is said not to work. */
const rounds = 3;

/**
 * Damages a copy of a prepared site at random, and publishes: the same content, some more, or some without an entry that
 * readers have seen. The site must be whole then, or what is printed must lead there; and no entry may be lost.
 */
export const damageAndPublish = async (ready: string, base: string, seed: number): Promise<Damaged> => {
  cpSync(ready, base, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const site = siteAt(join(base, 'site'));
  const random = randomOf(seed, 1);
  const damage = damageAt(base, random);
  const archive = archiveIn(join(base, 'repo'));
  const change = random.pick(['same', 'more', 'lost']);
  if (change === 'more') await archive.commit(numberedEntryFile('fair', 70));
  if (change === 'lost') await archive.remove('gala/entry-51.md');
  const faults: string[] = [];
  const said: string[] = [];
  const attempt = async (...args: readonly string[]): Promise<boolean> => {
    const { code, stderr } = await publish(base, ...args);
    said.push(stderr);
    if (code === null) faults.push('it did not end');
    if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) faults.push('it printed a stack trace');
    if (/fault of the program/.test(stderr)) faults.push('it called that a fault of the program');
    return code === 0;
  };
  let isLive = await attempt();
  if (change === 'lost') {
    for (let round = 0; !isLive && round < rounds && followAdvice(base, said.at(-1) ?? ''); round += 1)
      isLive = await follow(attempt, said);
    if (isLive) faults.push('an entry is lost that readers have seen');
    else if (!/lost-address|nothing says which entries/.test(said.at(-1) ?? ''))
      faults.push('it was refused for another reason');
    await archive.commit(numberedEntryFile('gala', 51));
    isLive = await attempt();
  }
  const outcome = isLive ? 'whole at once' : 'whole by what was printed';
  for (let round = 0; !isLive && round < rounds && followAdvice(base, said.at(-1) ?? ''); round += 1)
    isLive = await follow(attempt, said);
  if (!isLive) faults.push('what it printed does not lead on');
  faults.push(...lacksOf(site));
  return { damage: `${change}: ${damage}`, outcome, faults, said: said.join('\n') };
};

const follow = async (
  attempt: (...args: readonly string[]) => Promise<boolean>,
  said: readonly string[],
): Promise<boolean> => {
  const commit = /--commit ([0-9a-f]+)/.exec(said.at(-1) ?? '')?.[1];
  if (commit !== undefined) await attempt('--commit', commit);
  return attempt();
};

/** Does what the report says to do with a file; gives false where it says nothing. */
const followAdvice = (base: string, said: string): boolean => {
  const inTheWay = /Move (\/\S+) away/.exec(said)?.[1] ?? /^(\S+) is not the link .* Move it away/m.exec(said)?.[1];
  const removed =
    /The lock (\S+) cannot be taken.*Remove it with/.exec(said)?.[1] ?? /Remove the folder (\S+),/.exec(said)?.[1];
  const forbidden = /may not write there: (\S+) .*Give the folder/.exec(said)?.[1];
  if (inTheWay !== undefined) renameSync(inTheWay, join(base, `away-${readdirSync(base).length}`));
  if (removed !== undefined) rmSync(removed, { recursive: true });
  if (forbidden !== undefined) chmodSync(forbidden, 0o755);
  return [inTheWay, removed, forbidden].some((one) => one !== undefined) || said.includes('--commit');
};

const lacksOf = (site: PublishedSite): readonly string[] => {
  try {
    const name = currentRelease(site);
    return name === undefined ? ['readers see nothing'] : missingIn(site, name).map((path) => `readers miss ${path}`);
  } catch (fault) {
    return [String(fault)];
  }
};

/** Damages something of a site or its cache, and says what. */
const damageAt = (base: string, random: Random): string => {
  const parts = ['state', 'current', 'releases', 'events', 'media', 'assets'].map((name) => join(base, 'site', name));
  const part = random.pick([...parts, join(base, 'cache')]);
  const below = lstatSync(part).isDirectory() ? readdirSync(part, { recursive: true, encoding: 'utf8' }).sort() : [];
  const path = random.integer(0, 3) === 0 || below.length === 0 ? part : join(part, random.pick(below));
  const kind = random.pick([...(lstatSync(path).isFile() ? ofFiles : []), ...ofAll, ...(isRoot ? [] : forbidding)]);
  damages[kind](path);
  return `${kind} ${path.slice(base.length + 1)}`;
};

const damages = {
  empty: (path: string) => truncateSync(path),
  'cut off': (path: string) => truncateSync(path, lstatSync(path).size >> 1),
  flip: (path: string) => {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    writeFileSync(path, bytes);
  },
  garbage: (path: string) => writeFileSync(path, '{}}\n'),
  json: (path: string) => writeFileSync(path, '{"number":"one","files":[],"events":7}'),
  remove: (path: string) => rmSync(path, { recursive: true }),
  'make a folder of': (path: string) => {
    rmSync(path, { recursive: true });
    mkdirSync(join(path, 'something'), { recursive: true });
  },
  'make a file of': (path: string) => {
    rmSync(path, { recursive: true });
    writeFileSync(path, 'something');
  },
  'make a dead link of': (path: string) => {
    rmSync(path, { recursive: true });
    symlinkSync('nowhere', path);
  },
  'make a pipe of': (path: string) => {
    rmSync(path, { recursive: true });
    execFileSync('mkfifo', [path]);
  },
  forbid: (path: string) => {
    if (existsSync(path)) chmodSync(path, 0o000);
  },
} satisfies Record<string, (path: string) => void>;

const ofFiles = ['empty', 'cut off', 'flip', 'garbage', 'json'] as const;
const ofAll = ['remove', 'make a folder of', 'make a file of', 'make a dead link of', 'make a pipe of'] as const;
const forbidding = ['forbid'] as const;
/** Nothing is forbidden to root. */
const isRoot = process.getuid?.() === 0;
