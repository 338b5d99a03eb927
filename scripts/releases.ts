import { parseArgs } from 'node:util';
import { UsageError } from '../src/core/usage-error.ts';
import { type Release, releasesOf } from '../src/publish/manifests.ts';
import { describeFault } from '../src/publish/publish-fault.ts';
import { findSite } from '../src/publish/site-folder.ts';
import { currentRelease } from '../src/publish/switch-release.ts';
import { describeUnreadable, unreadableReleases } from '../src/publish/unreadable-releases.ts';
import { withdrawnSince } from '../src/publish/withdrawn-since.ts';

export const help = `Lists the releases of a published site, the newest first.

recapsule releases [--site <folder>]

For each release: its name, its commit, when it was made, and how many events it has. Readers see the one that is marked
with "current"; "recapsule rollback <release>" goes to another, unless it shows what has been
withdrawn since, which is said. A release whose manifest cannot be read is named, too, and
the exit code is 1 then.

  --site <folder>     the folder of the site instead of published/
  SITE_DIR=<folder>   the same`;

/** Prints the list. Gives 1 where it lacks a release, because its manifest cannot be read. Throws `UsageError` where nothing has been published. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { site: { type: 'string' } } });
  const site = findSite(values.site);
  try {
    const current = currentRelease(site);
    const withdrawnIn = withdrawnSince(site);
    for (const release of releasesOf(site))
      console.log(describe(release, release.name === current, withdrawnIn(release.name)));
    const unreadable = unreadableReleases(site);
    for (const name of unreadable) console.error(describeUnreadable(site, name));
    return unreadable.length === 0 ? 0 : 1;
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    console.error(describeFault(fault));
    return 1;
  }
};

const describe = ({ name, commit, made, events }: Release, current: boolean, withdrawn: readonly string[]): string =>
  [
    name,
    commit === undefined ? 'from disk' : `commit ${commit.slice(0, 12)}`,
    made,
    events.length === 1 ? '1 event' : `${events.length} events`,
    ...(current ? ['current'] : []),
    ...(withdrawn.length > 0 ? [`shows what has been withdrawn since: ${withdrawn.join(', ')}`] : []),
  ].join('  ');
