import { parseArgs } from 'node:util';
import { selectFiles } from '../src/command-line/select-files.ts';
import { watchFolders } from '../src/command-line/watch.ts';
import { hasErrors, sortDiagnostics } from '../src/core/diagnostics.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { checkContent } from '../src/inspect/check-content.ts';
import { linesOf } from '../src/inspect/report/check-report.ts';
import { type Format, formats, reporterOf } from '../src/inspect/report/formats.ts';
import { timeOfContent } from '../src/io/content-time.ts';
import { readEnvironment } from '../src/io/environment.ts';
import { pathFromHere } from '../src/io/path-from-here.ts';
import { publicNames } from '../src/io/public-names.ts';
import { type Content, readContent } from '../src/io/read-content.ts';
import { contentFolder, root } from '../src/io/settings.ts';
import { readStaged, readStagedFolders } from '../src/io/staged.ts';

export const help = `Checks the content without building it.

recapsule check [<file or folder>…] [--format <name>] [--watch]
recapsule check --links [<file or folder>…] [--allow-private]
recapsule check --staged [--content <path>] [--quiet]

  <file or folder>    reports on these only, in the context of their event
  --format <name>     pretty (for people), json, github (annotations) or sarif
  --links             also asks every address outside of the archive whether it is still there, each host for one at a time
  --allow-private     with --links: also addresses that are not of the public internet
  --watch             checks again whenever something is saved, until you stop it
  --staged            checks what is about to be committed instead of what is on disk
  --content <path>    with --staged: the content folder by its path in the repository, instead of CONTENT_DIR; any other
                      folder there that has a site.yml and events is checked as well, if the commit changes it
  --quiet             says nothing where nothing is wrong

  CONTENT_DIR=<folder>   checks another content folder
  DRAFTS=1               treats drafts as if they were published

The report goes to standard output. The exit code is 1 where there are errors; warnings alone give 0.`;

/** Checks once, or again and again. Gives 1 where the last check found errors. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      links: { type: 'boolean', default: false },
      'allow-private': { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      staged: { type: 'boolean', default: false },
      content: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const format = reporterOf(values.format);
  const { quiet, links } = values;
  if (links && (values.watch || values.staged))
    throw new UsageError('--links asks other hosts, and does so once: leave out --watch and --staged.');
  if (values['allow-private'] && !links) throw new UsageError('--allow-private belongs to --links.');
  if (values.staged) {
    if (values.watch || positionals.length > 0)
      throw new UsageError('--staged checks what is staged: leave out --watch and names of files.');
    return reportStaged(values.content, { format, quiet });
  }
  if (values.content !== undefined) throw new UsageError('--content belongs to --staged.');
  const folder = await contentFolder();
  const how = { folder, format, quiet };
  const concerns = await selectFiles(positionals, folder);
  const check = async (): Promise<number> => {
    const now = await timeOfContent({ kind: 'disk', folder });
    return report(await readContent(folder), {
      ...how,
      concerns,
      now,
      ...(links && { ask: { allowPrivate: values['allow-private'] } }),
    });
  };
  if (!values.watch) return check();
  let code = 0;
  await watchFolders([folder], async () => {
    code = await check();
    console.error('Watching. Save a file to check again, press Ctrl+C to stop.');
  });
  return code;
};

type How = {
  readonly folder: string;
  readonly format: Format;
  readonly quiet: boolean;
  readonly concerns: (file: string) => boolean;
  /** The moment of the content, in milliseconds since 1970. */
  readonly now: number;
  /** How addresses outside of the archive are asked for, where they are. */
  readonly ask?: { readonly allowPrivate: boolean };
};

const reportStaged = async (path: string | undefined, how: Pick<How, 'format' | 'quiet'>): Promise<number> => {
  const staged = path === undefined ? [await readStaged(await contentFolder())] : await readStagedFolders(path);
  let code = 0;
  for (const { content, ...one } of staged)
    code = Math.max(code, await report(content, { ...how, ...one, now: Date.now() }));
  return code;
};

const report = async (content: Content, { folder, format, quiet, concerns, now, ask }: How): Promise<number> => {
  const { siteUrl, drafts } = readEnvironment();
  const names = await publicNames(root);
  const options = { concerns, drafts, now, publicNames: names, ...(siteUrl && { siteUrl }) };
  const found = await checkContent(content, options);
  const dead = ask && (await (await import('../src/import/dead-links.ts')).deadLinks(content, options, ask));
  if (dead)
    console.error(`Asked for ${dead.asked} ${dead.asked === 1 ? 'address' : 'addresses'} outside of the archive.`);
  const checked = dead
    ? { ...found, diagnostics: sortDiagnostics([...found.diagnostics, ...dead.diagnostics]) }
    : found;
  if (quiet && checked.diagnostics.length === 0) return 0;
  const print = await formats[format]();
  process.stdout.write(`${print({ ...checked, pathOf: pathFromHere(folder), lineOf: linesOf(content.files) })}\n`);
  return hasErrors(checked.diagnostics) ? 1 : 0;
};
