import { parseArgs } from 'node:util';
import { isUsageError, UsageError } from '../src/core/usage-error.ts';
import { openSigner } from '../src/io/signer.ts';
import { type ContentChoice, openContent } from '../src/publish/content-of.ts';
import { lock, takeTurn } from '../src/publish/lock.ts';
import { pruneOrWarn, removeDiscarded } from '../src/publish/prune.ts';
import { describeFault } from '../src/publish/publish-fault.ts';
import { publishSite } from '../src/publish/publish-site.ts';
import { reportOf } from '../src/publish/report-published.ts';
import { openSiteFolder, siteAt } from '../src/publish/site-folder.ts';
import { tellHub } from '../src/publish/tell-hub.ts';

export const help = `Publishes a commit: makes what has changed, verifies it, and lets readers see it in one step.

recapsule publish [--site <dir>] [--commit <rev>] [--repo <dir>] [--disk] [--keep <number>] [--sign <key>] [--allow-lost]

  --site <dir>       the folder of the site, of which a web server serves current/; SITE_DIR or published/ if nothing is said
  --commit <rev>     the commit or branch to publish, HEAD if nothing is said
  --repo <dir>       a git repository with the content in content/, instead of the one that holds the content folder
  --disk             publishes the content folder as it is on disk, committed or not
  --keep <number>    how many releases stay for a rollback, 10 if nothing is said
  --sign <key>       signs SHA512SUMS with a private key of SSH or minisign
  --allow-lost       lets entries go that readers have seen; otherwise each must leave an alias or be withdrawn

  CONTENT_DIR=<folder>, SITE_URL=<address>, DRAFTS=1   as for build

One publish runs and one waits; the one that waits publishes what is newest when its turn comes, and any other ends at
once, unless it was asked for something in particular (--commit, --repo, --disk, --sign, --allow-lost): then it waits, too.
What fails leaves the release that readers see as it is. The name of the release goes to standard output. The exit code
is 1 where the content has errors, or where the release would lose pages or hold links that lead nowhere.`;

/** Publishes, and prints the name of the release that readers see then. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { site: folder, keep, allowLost, key, choice } = optionsOf(args);
  const started = performance.now();
  try {
    const sign = key === undefined ? undefined : await openSigner(key);
    const site = openSiteFolder(siteAt(folder).folder);
    // Somebody who waits already publishes what is newest then, and with its own options: that is the same thing only
    // where neither asks for anything in particular.
    const isPlain = choice.commit === undefined && choice.repo === undefined && !choice.disk && !allowLost && !sign;
    using turn = isPlain ? await takeTurn(site) : await lock(site.lock);
    if (!turn) {
      console.error('Another publish waits already, and will publish what is newest.');
      return 0;
    }
    const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
    const how = { now, mayLose: async () => allowLost, ...(sign && { sign }) };
    const published = await publishSite(site, await openContent(choice), how);
    console.error(reportOf(published, performance.now() - started));
    if ('release' in published) console.log(published.release);
    pruneOrWarn(site, keep);
    // Nobody waits for the rest: the next publish may go on.
    turn.release();
    const unheard = published.kind === 'live' && published.news && (await tellHub(published.news));
    if (unheard) console.error(unheard);
    await removeDiscarded(site);
    return published.kind === 'live' || published.kind === 'unchanged' ? 0 : 1;
  } catch (fault) {
    if (isUsageError(fault)) throw fault;
    console.error(describeFault(fault));
    return 1;
  }
};

type Options = {
  readonly site: string | undefined;
  readonly keep: number;
  readonly allowLost: boolean;
  readonly key: string | undefined;
  readonly choice: ContentChoice;
};

const optionsOf = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { type: 'string' },
      commit: { type: 'string' },
      repo: { type: 'string' },
      disk: { type: 'boolean', default: false },
      keep: { type: 'string', default: '10' },
      sign: { type: 'string' },
      'allow-lost': { type: 'boolean', default: false },
    },
  });
  const { site, commit, repo, disk } = values;
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 2)
    throw new UsageError(`Unexpected "${values.keep}" in --keep, expected 2 or more.`);
  if (disk && (commit !== undefined || repo !== undefined))
    throw new UsageError('--disk publishes what is on disk: leave out --commit and --repo.');
  const choice = { disk, ...(commit !== undefined && { commit }), ...(repo !== undefined && { repo }) };
  return { site, keep, allowLost: values['allow-lost'], key: values.sign, choice };
};
