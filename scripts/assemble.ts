import { parseArgs } from 'node:util';
import { reportBuild, signalGuard } from '../src/command-line/finish-build.ts';
import { checkTarget, outputFolder } from '../src/io/output-folder.ts';
import { contentFolder } from '../src/io/settings.ts';
import { openSigner } from '../src/io/signer.ts';
import { assembleSite } from '../src/templates/build-site.ts';
import { ledgerHelp, ledgerOptions, readKnownLedger } from './known-ledger.ts';

export const help = `Puts the shards of a build together, with the pages that belong to no event.

recapsule assemble part-1 part-2 [--outDir <folder>] [--published <place> | --first] [--allow-lost]

  --outDir <folder>     where to put the archive instead of dist/ in the folder of the archive
${ledgerHelp}
  --allow-lost          lets addresses go that readers have seen
  --sign <key>          signs SHA512SUMS with a private key of SSH or minisign

  CONTENT_DIR=<folder>, SITE_URL=<address>, DRAFTS=1: as with "recapsule build"

The shards are the folders that "recapsule build --shard" has made, all of them, of the content that is here. The result
is what one build makes, byte by byte.`;

/** Assembles beside the target and puts the result in its place only when all of it is there. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...ledgerOptions,
      outDir: { type: 'string' },
      sign: { type: 'string' },
      'allow-lost': { type: 'boolean', default: false },
    },
  });
  const sign = values.sign === undefined ? undefined : await openSigner(values.sign);
  const ledger = await readKnownLedger(values);
  const content = await contentFolder();
  const { folder, shown } = outputFolder(values.outDir);
  const target = await checkTarget(folder, content);
  const published = ledger && { ledger, mayLose: values['allow-lost'] };
  const means = { guard: signalGuard(), ...(published && { published }), ...(sign && { sign }) };
  return reportBuild(content, assembleSite(content, target, positionals, means), shown);
};
