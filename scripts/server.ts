import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isUsageError, UsageError } from '../src/core/usage-error.ts';
import { GitFault } from '../src/io/git.ts';
import { branchIn } from '../src/publish/git/branch.ts';
import { refusalOf } from '../src/publish/git/check-push.ts';
import { installServer } from '../src/publish/git/install.ts';
import { reportFault } from '../src/publish/git/publish-branch.ts';
import { pullAndPublish } from '../src/publish/git/pull.ts';
import { publishAndStandBy } from '../src/publish/git/standby.ts';
import { describeFault } from '../src/publish/publish-fault.ts';
import { logOf, siteAt } from '../src/publish/site-folder.ts';

export const help = `Publishes what is pushed to a git repository on this machine.

recapsule server install --repo <bare.git> --site <dir> [--branch <name>]
recapsule server pull --from <address> --repo <bare.git> --site <dir> [--branch <name>]

  install             puts two hooks into the repository: one refuses a push with errors, in the terminal of the one who
                      pushes; the other lets readers see what was pushed, a moment later
  pull                fetches a branch of another repository and publishes it; for a timer

  --repo <bare.git>   the bare repository; it needs nothing but content/
  --site <dir>        the folder of the site, of which a web server serves current/
  --branch <name>     the branch that is published: that of the repository's HEAD if nothing is said
  --from <address>    the other repository

Templates, configuration and program are those of this installation: what is pushed can run nothing here. One publish runs
and one waits; the one that waits publishes what is newest then. <dir>/state/log says which release has which push. The
hooks call "server check-push" and "server publish". To let entries go that readers have seen, for a while:
git config recapsule.allowLost true in the repository.

A pull does nothing where nothing is new: it does not undo a rollback. Its exit code is 1 where it could not be fetched,
or where readers do not see what the branch holds.`;

/** Does what its first word says. */
export const run = async (args: readonly string[]): Promise<number> => {
  const parsed = parse(args);
  try {
    return await runVerb(parsed);
  } catch (fault) {
    if (isUsageError(fault)) throw fault;
    console.error(describeFault(fault));
    return 1;
  }
};

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      repo: { type: 'string' },
      site: { type: 'string' },
      branch: { type: 'string' },
      from: { type: 'string' },
      ahead: { type: 'boolean' },
    },
  });

const runVerb = async ({ values, positionals }: ReturnType<typeof parse>): Promise<number> => {
  const needed = (name: 'repo' | 'site' | 'from'): string => {
    const value = values[name];
    if (value === undefined) throw new UsageError(`Say --${name}.`);
    return value;
  };
  const own = values.branch === undefined ? {} : { branch: values.branch };
  const branch = (): Promise<string> => branchIn(needed('repo'), values.branch);
  switch (positionals.join(' ')) {
    case 'install': {
      const {
        files,
        branch: published,
        isThere,
      } = await installServer({
        repo: needed('repo'),
        site: needed('site'),
        ...own,
      });
      for (const file of files) console.log(file);
      console.error(
        `Readers will see the branch ${published}${isThere ? '' : ', which is not there yet: push it, or name another with --branch'}.`,
      );
      return 0;
    }
    case 'check-push': {
      const site = values.site === undefined ? undefined : siteAt(values.site);
      const refusal = await refusalOf(needed('repo'), await branch(), readFileSync(0, 'utf8'), { site });
      if (refusal !== undefined) console.error(refusal);
      return refusal === undefined ? 0 : 1;
    }
    case 'publish':
      return publish(needed('repo'), needed('site'), await branch(), values.ahead);
    case 'pull':
      return pull({ from: needed('from'), repo: needed('repo'), site: needed('site'), ...own });
    default:
      throw new UsageError('Write "recapsule server install" or "recapsule server pull".');
  }
};

/** What the hooks call: the one that checks a push ahead of its record, and the one that records it. */
const publish = async (repo: string, folder: string, branch: string, ahead = false): Promise<number> => {
  try {
    return (await publishAndStandBy(repo, folder, { branch, ahead })) ? 0 : 1;
  } catch (fault) {
    // Nobody watches: the log and the next push report it.
    reportFault(siteAt(folder), fault);
    return 1;
  }
};

const pull = async (options: Parameters<typeof pullAndPublish>[0]): Promise<number> => {
  try {
    if (await pullAndPublish(options)) return 0;
    console.error(`Readers do not see what ${options.from} holds: ${logOf(siteAt(options.site))} says why.`);
    return 1;
  } catch (fault) {
    if (!(fault instanceof GitFault)) throw fault;
    console.error(`${options.from} cannot be fetched: ${fault.message}`);
    return 1;
  }
};
