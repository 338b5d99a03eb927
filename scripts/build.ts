import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/core/diagnostics.ts';
import { formatDiagnostics } from '../src/core/format-diagnostic.ts';
import { checkTarget, outputFolder } from '../src/io/output-folder.ts';
import { contentFolder } from '../src/io/settings.ts';
import { withoutSignals } from '../src/io/without-signals.ts';
import { buildSite, type Guard } from '../src/templates/build-site.ts';
import { ledgerHelp, ledgerOptions, readKnownLedger } from './known-ledger.ts';

export const help = `Builds the archive from content/ into dist/.

recapsule build [--outDir <folder>] [--published <place> | --first] [--allow-lost]

  --outDir <folder>     where to put it instead of dist/ in the folder of the archive
${ledgerHelp}
  --allow-lost          lets addresses go that readers have seen

  CONTENT_DIR=<folder>   reads another content folder
  SITE_URL=<address>     is the archive's address instead of that in site.yml
  DRAFTS=1               makes drafts part of the archive

If the content has errors, they are printed, nothing is written, and the exit code is 1.`;

/** Builds beside the target and puts the result in its place only when all of it is there. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { ...ledgerOptions, outDir: { type: 'string' }, 'allow-lost': { type: 'boolean', default: false } },
  });
  const ledger = await readKnownLedger(values);
  const content = await contentFolder();
  const output = outputFolder(values.outDir);
  const target = await checkTarget(output.folder, content);
  const started = performance.now();
  const { diagnostics, pages } = await buildSite(content, target, {
    guard: signalGuard(),
    ...(ledger && { published: { ledger, mayLose: values['allow-lost'] } }),
  });
  const report = formatDiagnostics(diagnostics);
  if (hasErrors(diagnostics)) {
    console.error(`The content in ${content} has errors:\n${report}`);
    return 1;
  }
  if (diagnostics.length > 0) console.warn(report);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`Built ${pages} pages into ${output.shown} in ${seconds} s.`);
  return 0;
};

/** A signal ends a build, which leaves nothing behind. Where all is there already, it waits: that is a matter of milliseconds. */
const signalGuard = (): Guard => {
  let unfinished = '';
  const stop = (_signal: string, number: number) => {
    rmSync(unfinished, { recursive: true, force: true });
    process.exit(128 + number);
  };
  return {
    begin: (aside) => {
      unfinished = aside;
      process.once('SIGINT', stop).once('SIGTERM', stop);
    },
    finish: (work) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      return withoutSignals(work);
    },
  };
};
