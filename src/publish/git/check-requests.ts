import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellingGit } from '../../io/git.ts';
import { closeObjects } from '../../io/git-objects.ts';
import { getIndexerReady } from '../../search/fresh-indexer.ts';
import { lookAhead } from '../look-at-release.ts';
import { namesInManifest } from '../manifests.ts';
import { isSystemFault } from '../publish-fault.ts';
import { checksOf, type PublishedSite } from '../site-folder.ts';
import { refusalOf } from './check-push.ts';
import { readState } from './read-state.ts';
import { isRunning } from './standby-mark.ts';

/** What a hook tells of the place where the objects of its push lie until it is accepted, a line each (git-receive-pack(1)). */
export const quarantine = ['GIT_QUARANTINE_PATH', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'] as const;

/** The answer to a hook that has to check the push itself: no request is refused because it could not be answered. */
export const unanswered = '?\n';

/** A push that changes more files is checked by a process of its own: this one would be busy for too long. */
const mostChanges = 500;

/** Where a server publishes from and to. */
type Served = { readonly repo: string; readonly branch: string; readonly site: PublishedSite };

/** Where hooks ask this process. */
const ownRequests = (site: PublishedSite): string => join(checksOf(site), `${process.pid}`);

/** Lets hooks ask this process, until that is disposed: then they turn to others at once. Where it cannot be written, they do so anyway. */
export const openRequests = (site: PublishedSite): Disposable & { readonly folder: string } => {
  const folder = ownRequests(site);
  // Never more than these two: a site that has been removed must not come back.
  ifPossible(() => mkdirSync(checksOf(site)));
  ifPossible(() => {
    for (const pid of namesInManifest(checksOf(site)))
      if (!isRunning(Number(pid))) rmSync(join(checksOf(site), pid), { recursive: true, force: true });
    mkdirSync(folder);
  });
  return { folder, [Symbol.dispose]: () => void ifPossible(() => rmSync(folder, { recursive: true, force: true })) };
};

/**
 * Answers the hooks that ask for a check of their push, one after the other: with `0`, or with `1` and why it is refused.
 * A hook that has given up meanwhile has taken its request away, and a program that is no longer `isCurrent` leaves it all
 * to the new one.
 */
export const answerRequests = async (served: Served, isCurrent: () => boolean): Promise<void> => {
  const folder = ownRequests(served.site);
  for (const name of requestsIn(folder)) {
    const at = (state: string): string => join(folder, `${name}.${state}`);
    if (!ifPossible(() => renameSync(at('asked'), at('taken')))) continue;
    const answer = isCurrent() ? await answerTo(readState(at('taken')), served).catch(() => unanswered) : unanswered;
    ifPossible(() => {
      writeFileSync(at('written'), answer);
      renameSync(at('written'), at('answer'));
      rmSync(at('taken'));
    });
  }
};

const answerTo = (request: string, { repo, branch, site }: Served): Promise<string> => {
  const lines = request.split('\n');
  const said = quarantine.flatMap((name, index) => (lines[index] ? [[name, lines[index]] as const] : []));
  return tellingGit(Object.fromEntries(said), async () => {
    try {
      void lookAhead(site);
      // What is wrong with it is reported by whoever makes an index.
      void getIndexerReady().catch(() => undefined);
      const pushed = lines.slice(quarantine.length).join('\n');
      const refusal = await refusalOf(repo, branch, pushed, { site, mostChanges });
      return refusal === undefined ? '0\n' : `1\n${refusal}\n`;
    } finally {
      closeObjects(repo);
    }
  });
};

/** The names of the requests that nobody has taken; none where the folder is gone or is none. */
const requestsIn = (folder: string): readonly string[] => {
  try {
    return namesInManifest(folder).flatMap((name) => /^(\d+)\.asked$/.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
};

/** Whether something could be done; what is wrong with the disk is for a publish to tell. */
const ifPossible = (act: () => void): boolean => {
  try {
    act();
    return true;
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
    return false;
  }
};
