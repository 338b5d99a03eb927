import { parseArgs } from 'node:util';
import { reportBuild, signalGuard } from '../src/command-line/finish-build.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { checkTarget, outputFolder } from '../src/io/output-folder.ts';
import { contentFolder } from '../src/io/settings.ts';
import { openSigner } from '../src/io/signer.ts';
import { buildShard, buildSite } from '../src/templates/build-site.ts';
import { earlierShard, readShard, type Shard } from '../src/templates/shard.ts';
import { ledgerHelp, ledgerOptions, readKnownLedger } from './known-ledger.ts';

export const help = `Builds the archive from content/ into dist/.

recapsule build [--outDir <folder>] [--published <place> | --first] [--allow-lost]
recapsule build --shard 2/8 --outDir part-2

  --outDir <folder>     where to put it instead of dist/ in the folder of the archive
${ledgerHelp}
  --allow-lost          lets addresses go that readers have seen
  --sign <key>          signs SHA512SUMS with a private key of SSH or minisign
  --shard 2/8           makes the events that fall to the second of eight machines; "recapsule assemble" puts all
                        eight together, and is told what was published

  CONTENT_DIR=<folder>   reads another content folder
  SITE_URL=<address>     is the archive's address instead of that in site.yml
  DRAFTS=1               makes drafts part of the archive

If the content has errors, they are printed, nothing is written, and the exit code is 1.`;

/** Builds beside the target and puts the result in its place only when all of it is there. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...ledgerOptions,
      outDir: { type: 'string' },
      shard: { type: 'string' },
      sign: { type: 'string' },
      'allow-lost': { type: 'boolean', default: false },
    },
  });
  if (values.shard !== undefined) return runShard(readShard(values.shard), values);
  const sign = values.sign === undefined ? undefined : await openSigner(values.sign);
  const ledger = await readKnownLedger(values);
  const content = await contentFolder();
  const { folder, shown } = outputFolder(values.outDir);
  const target = await checkTarget(folder, content);
  const published = ledger && { ledger, mayLose: values['allow-lost'] };
  const building = buildSite(content, target, {
    guard: signalGuard(),
    ...(published && { published }),
    ...(sign && { sign }),
  });
  return reportBuild(content, building, shown);
};

type ShardOptions = {
  readonly outDir?: string;
  readonly published?: string;
  readonly first?: boolean;
  readonly sign?: string;
};

const runShard = async (shard: Shard, { outDir, published, first, sign }: ShardOptions): Promise<number> => {
  if (outDir === undefined)
    throw new UsageError(`A shard is no whole archive: say where to put it, such as --outDir part-${shard.number}.`);
  if (published !== undefined || first)
    throw new UsageError(
      'What was published concerns the whole archive: give --published and --first to "recapsule assemble".',
    );
  if (sign !== undefined) throw new UsageError('A shard has no sums: give --sign to "recapsule assemble".');
  const content = await contentFolder();
  const { folder, shown } = outputFolder(outDir);
  const target = await checkTarget(folder, content, earlierShard);
  return reportBuild(content, buildShard(content, target, shard, signalGuard()), shown);
};
