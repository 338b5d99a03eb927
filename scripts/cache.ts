import { parseArgs } from 'node:util';
import { UsageError } from '../src/core/usage-error.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { beginOfLastBuild, pruneCache } from '../src/io/prune-cache.ts';

export const help = `Looks after what builds keep: encoded pictures, social cards, rendered texts, and search indexes.

recapsule cache prune [--days <number>] [--unused]

  --days <number>   removes what no build has used for so many days, 30 if nothing is said
  --unused          removes what the last "recapsule build" did not use

  CACHE_DIR=<folder>     looks there instead of in .cache

A build that misses something makes it again. Compiled templates are looked after by builds themselves.`;

/** Prunes, and prints what has gone and what stays. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { days: { type: 'string', default: '30' }, unused: { type: 'boolean', default: false } },
  });
  const [what, ...others] = positionals;
  if (what !== 'prune' || others.length > 0)
    throw new UsageError(`Unexpected "${positionals.join(' ')}", expected recapsule cache prune.`);
  if (!/^\d{1,5}$/.test(values.days))
    throw new UsageError(`Unexpected "${values.days}" in --days, expected a number of days.`);
  const folder = cacheFolder();
  const before = values.unused ? beginOfLastBuild(folder) : Date.now() - Number(values.days) * 24 * 60 * 60 * 1000;
  if (before === undefined) throw new UsageError(`No build has used the cache in ${folder}: build first.`);
  const { gone, kept } = pruneCache(folder, before);
  console.log(`Removed ${said(gone)}; ${said(kept)} stay.`);
  return 0;
};

const said = ({ values, bytes }: { values: number; bytes: number }): string =>
  `${values} ${values === 1 ? 'value' : 'values'} (${(bytes / 1e6).toFixed(1)} MB)`;
