import { parseArgs } from 'node:util';
import { UsageError } from '../src/core/usage-error.ts';
import { type Lock, lockWithin } from '../src/publish/lock.ts';
import { readRelease, releasesOf } from '../src/publish/manifests.ts';
import { describeFault, PublishFault } from '../src/publish/publish-fault.ts';
import { findSite, openSiteFolder, type PublishedSite } from '../src/publish/site-folder.ts';
import { currentRelease, previousRelease, switchTo } from '../src/publish/switch-release.ts';
import { describeUnreadable, unreadableReleases } from '../src/publish/unreadable-releases.ts';
import { missingIn } from '../src/publish/verify-complete.ts';
import { withdrawnSince } from '../src/publish/withdrawn-since.ts';

export const help = `Shows readers an earlier release.

recapsule rollback [<release>] [--site <folder>]

Goes to the release before the current one, or to the one that is named, also a newer one; "recapsule releases" lists
them. A release that is not complete is refused, and so is one that shows what has been withdrawn since. While a publish is running, this waits for it, ten seconds at most.
The next publish shows the newest content again: to keep something away from readers, take it out of the content, too.

  --site <folder>     the folder of the site instead of published/
  SITE_DIR=<folder>   the same`;

/**
 * Switches, and waits for a running publish for so many milliseconds. Gives 1 where that could not be done; then readers see what they saw. Throws `UsageError` where there is no
 * such release, or none before the current one.
 */
export const run = async (args: readonly string[], patience = 10_000): Promise<number> => {
  const options = { site: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  if (positionals.length > 1) throw new UsageError('Name one release, or none for the one before the current one.');
  const found = findSite(values.site);
  try {
    // The locks of a site may have been removed: they are made again.
    const site = openSiteFolder(found.folder);
    const reported = await rollBack(site, positionals[0], patience);
    if (reported === undefined) return 0;
    console.error(reported);
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    console.error(describeFault(fault));
  }
  return 1;
};

/** Gives what stands in the way, if anything does. */
const rollBack = async (
  site: PublishedSite,
  wanted: string | undefined,
  patience: number,
): Promise<string | undefined> => {
  const before = currentRelease(site);
  const name = chooseRelease(site, wanted);
  using lock = await takeLock(site, patience);
  if (!lock) return 'A publish is still running. Nothing has been changed: try again when it is over.';
  // "The one before" was meant as seen from what was current then.
  if (wanted === undefined && currentRelease(site) !== before) {
    return `Meanwhile ${currentRelease(site)} has been published, and nothing has been changed. To go back all the same: recapsule rollback ${name}`;
  }
  const missing = missingIn(site, name, { hashes: false, ...(before !== undefined && { besides: before }) });
  if (missing.length > 0) return `${name} is not complete, and nothing has been changed. It lacks:\n${listed(missing)}`;
  const withdrawn = withdrawnSince(site)(name);
  if (withdrawn.length > 0) return refusalOf(name, withdrawn);
  await switchTo(site, name);
  console.log(`Readers now see ${name}.`);
  return undefined;
};

/** What stands in the way where a release shows what has been withdrawn since. */
const refusalOf = (name: string, withdrawn: readonly string[]): string =>
  `${name} shows what has been withdrawn since, and nothing has been changed:\n${listed(withdrawn)}\nTo show an earlier state of all else, publish it from the content, in which these entries stay withdrawn.`;

const chooseRelease = (site: PublishedSite, wanted: string | undefined): string => {
  const release = wanted === undefined ? previousRelease(site) : readRelease(site, wanted);
  if (release) return release.name;
  const before = currentRelease(site);
  const unreadable = unreadableReleases(site);
  const named = unreadable.filter(
    (name) => name === (wanted ?? before) || (wanted === undefined && name < (before ?? '')),
  );
  if (named.length > 0) {
    const reported = named.map((name) => describeUnreadable(site, name));
    throw new PublishFault([...reported, `Nothing has been changed. ${otherReleases}`].join('\n'));
  }
  if (wanted === undefined && before === undefined && releasesOf(site).length > 0)
    throw new PublishFault(`Nothing says which release is current: ${site.current} is gone. ${otherReleases}`);
  throw new UsageError(
    wanted === undefined
      ? 'There is no release before the current one: "recapsule releases" lists them.'
      : `There is no release ${wanted}: "recapsule releases" lists them.`,
  );
};

const otherReleases =
  '"recapsule releases" lists those that can be read; "recapsule rollback <release>" goes to one of them.';

const takeLock = async (site: PublishedSite, patience: number): Promise<Lock | undefined> => {
  const lock = await lockWithin(site.lock, 0);
  if (lock) return lock;
  console.error('A publish is running; waiting for it, ten seconds at most.');
  return lockWithin(site.lock, patience);
};

const listed = (paths: readonly string[]): string => {
  const shown = paths.slice(0, 10).map((path) => `  ${path}`);
  return [...shown, ...(paths.length > shown.length ? [`  and ${paths.length - shown.length} more`] : [])].join('\n');
};
