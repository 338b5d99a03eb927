import { parseArgs } from 'node:util';
import { reportBuild, signalGuard } from '../src/command-line/finish-build.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { checkTarget, outputFolder } from '../src/io/output-folder.ts';
import { contentFolder } from '../src/io/settings.ts';
import { buildShard, buildSite } from '../src/templates/build-site.ts';
import { earlierShard, readShard } from '../src/templates/shard.ts';

export const help = `Builds the archive from content/ into dist/.

recapsule build [--outDir <folder>]
recapsule build --shard 2/8 --outDir part-2

  --outDir <folder>   where to put it instead of dist/ in the folder of the archive
  --shard 2/8         makes the events that fall to the second of eight machines; "recapsule assemble" puts all
                      eight together

  CONTENT_DIR=<folder>   reads another content folder
  SITE_URL=<address>     is the archive's address instead of that in site.yml
  DRAFTS=1               makes drafts part of the archive

If the content has errors, they are printed, nothing is written, and the exit code is 1.`;

/** Builds beside the target and puts the result in its place only when all of it is there. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { outDir: { type: 'string' }, shard: { type: 'string' } } });
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  if (shard && values.outDir === undefined)
    throw new UsageError(`A shard is no whole archive: say where to put it, such as --outDir part-${shard.number}.`);
  const content = await contentFolder();
  const { folder, shown } = outputFolder(values.outDir);
  const target = await checkTarget(folder, content, shard && earlierShard);
  const guard = signalGuard();
  const building = shard ? buildShard(content, target, shard, guard) : buildSite(content, target, guard);
  return reportBuild(content, building, shown);
};
