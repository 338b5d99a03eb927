import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signalGuard } from '../src/command-line/finish-build.ts';
import { hasErrors } from '../src/core/diagnostics.ts';
import { formatDiagnostics } from '../src/core/format-diagnostic.ts';
import { nearest } from '../src/core/nearest.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { exportArchive } from '../src/export/export-archive.ts';
import { exportFormats } from '../src/export/formats.ts';
import { openContent } from '../src/publish/content-of.ts';
import { ledgerHelp, ledgerOptions, readKnownLedger } from './known-ledger.ts';

const names = Object.keys(exportFormats);

export const help = `Makes a copy of an event, or of the whole archive, to carry away.

recapsule export <event|all> --format ${names.join('|')} [--out <path>] [--commit <rev> | --disk]

  <event>               the slug of an event; all is the whole archive
${Object.entries(exportFormats)
  .map(([name, { summary }]) => `  --format ${name.padEnd(12)} ${summary}`)
  .join('\n')}
  --out <path>          where to put it, instead of <event>.zip, or what the format is called, in this folder
  --commit <rev>        the commit or branch to export, HEAD if nothing is said
  --disk                exports the content folder as it is on disk, committed or not
${ledgerHelp}

  CONTENT_DIR=<folder>, SITE_URL=<address>, DRAFTS=1   as for build

A zip file has the same bytes for the same commit. A PDF is printed by a browser that is installed, or that CHROME_PATH=<path>
names; of all it is a folder with a document of each event. The path goes to standard output. If the content has errors, they are printed,
nothing is written, and the exit code is 1.`;

/** Exports, and prints where to. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...ledgerOptions,
      format: { type: 'string' },
      out: { type: 'string' },
      commit: { type: 'string' },
      disk: { type: 'boolean', default: false },
    },
  });
  const { commit, disk } = values;
  const what = eventIn(positionals);
  const format = formatOf(values.format);
  if (disk && commit !== undefined) throw new UsageError('--disk exports what is on disk: leave out --commit.');
  if (disk && format.needsCommit)
    throw new UsageError(`A ${values.format} has the history of what is in it: commit that, and leave out --disk.`);
  const ending = what === 'all' ? (format.folderEnding ?? format.ending) : format.ending;
  const shown = values.out ?? `${what}${ending}`;
  await checkPlace(shown, ending);
  const [{ write }, content, ledger] = await Promise.all([
    format.load(),
    openContent({ disk, ...(commit !== undefined && { commit }) }),
    readKnownLedger(values),
  ]);
  const wanted = {
    ...content,
    ...(what !== 'all' && { event: what }),
    ...(ledger && { published: { ledger, mayLose: false } }),
    write,
    out: resolve(shown),
  };
  const diagnostics = await exportArchive(wanted, signalGuard());
  if (diagnostics.length > 0) console.error(formatDiagnostics(diagnostics));
  if (hasErrors(diagnostics)) return 1;
  console.log(shown);
  return 0;
};

const eventIn = ([event, ...others]: readonly string[]): string => {
  if (event === undefined || event === '')
    throw new UsageError('Say what to export: the slug of an event, or "all" for the whole archive.');
  if (others.length > 0) throw new UsageError(`Unexpected "${others[0]}", expected one event, or "all".`);
  return event;
};

const formatOf = (name: string | undefined): (typeof exportFormats)[string] => {
  const expected = `expected ${names.join(', ')}`;
  if (name === undefined) throw new UsageError(`Say in which format, with --format: ${expected}.`);
  const format = Object.hasOwn(exportFormats, name) ? exportFormats[name] : undefined;
  if (format) return format;
  const meant = nearest(name, names);
  throw new UsageError(`Unexpected "${name}" in --format, ${expected}.${meant ? ` Did you mean "${meant}"?` : ''}`);
};

/** An earlier export may be replaced, and nothing else. */
const checkPlace = async (path: string, ending: string): Promise<void> => {
  const there = await stat(path).catch(() => undefined);
  if (!there || (there.isFile() && path.endsWith(ending))) return;
  throw new UsageError(`${path} is there already: choose another --out, or remove it yourself.`);
};
