import { parseArgs } from 'node:util';
import { selectFiles } from '../src/command-line/select-files.ts';
import { watchFolders } from '../src/command-line/watch.ts';
import { hasErrors } from '../src/core/diagnostics.ts';
import type { ReadOptions } from '../src/core/read-archive.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { readPart } from '../src/inspect/around.ts';
import { type CheckOptions, checkContent } from '../src/inspect/check-content.ts';
import { linesOf } from '../src/inspect/report/check-report.ts';
import { type Format, formats, reporterOf } from '../src/inspect/report/formats.ts';
import { diskSource } from '../src/io/content-source.ts';
import { timeOfContent } from '../src/io/content-time.ts';
import { readEnvironment } from '../src/io/environment.ts';
import { pathFromHere } from '../src/io/path-from-here.ts';
import { publicNames } from '../src/io/public-names.ts';
import { type Content, readContent } from '../src/io/read-content.ts';
import { contentFolder, root } from '../src/io/settings.ts';
import { readStaged, readStagedFolders } from '../src/io/staged.ts';
import { programKeys } from '../src/templates/program.ts';

export const help = `Checks the content without building it.

recapsule check [<file or folder>…] [--format <name>] [--watch]
recapsule check --staged [--content <path>] [--quiet]

  <file or folder>    reports on these only, in the context of their event
  --format <name>     pretty (for people), json, github (annotations) or sarif
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
      watch: { type: 'boolean', default: false },
      staged: { type: 'boolean', default: false },
      content: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  const format = reporterOf(values.format);
  const { quiet } = values;
  if (values.staged) {
    if (values.watch || positionals.length > 0)
      throw new UsageError('--staged checks what is staged: leave out --watch and names of files.');
    return reportStaged(values.content, { format, quiet });
  }
  if (values.content !== undefined) throw new UsageError('--content belongs to --staged.');
  const folder = await contentFolder();
  const selection = await selectFiles(positionals, folder);
  const check = async (): Promise<number> => {
    // Git looks for changes while files are read.
    const moment = timeOfContent({ kind: 'disk', folder });
    const options = await readOptions();
    const { tops, concerns } = selection;
    const part = tops && (await readPart(await diskSource(folder), tops, options));
    const content = part?.content ?? (await readContent(folder));
    const now = await moment;
    return report(content, { ...options, now, concerns, around: part?.around }, { folder, format, quiet });
  };
  if (!values.watch) return check();
  let code = 0;
  await watchFolders([folder], async () => {
    code = await check();
    console.error('Watching. Save a file to check again, press Ctrl+C to stop.');
  });
  return code;
};

type How = { readonly folder: string; readonly format: Format; readonly quiet: boolean };

const readOptions = async (): Promise<ReadOptions & Required<Pick<CheckOptions, 'version'>>> => {
  const { siteUrl, drafts } = readEnvironment();
  const { templates, bodies } = programKeys();
  return {
    drafts,
    publicNames: await publicNames(root),
    version: `${templates} ${bodies}`,
    ...(siteUrl && { siteUrl }),
  };
};

const reportStaged = async (path: string | undefined, how: Omit<How, 'folder'>): Promise<number> => {
  const staged = path === undefined ? [await readStaged(await contentFolder())] : await readStagedFolders(path);
  const options = { ...(await readOptions()), now: Date.now() };
  let code = 0;
  for (const { content, folder, concerns } of staged)
    code = Math.max(code, await report(content, { ...options, concerns }, { ...how, folder }));
  return code;
};

const report = async (content: Content, options: CheckOptions, { folder, format, quiet }: How): Promise<number> => {
  const checked = await checkContent(content, options);
  if (quiet && checked.diagnostics.length === 0) return 0;
  const print = await formats[format]();
  process.stdout.write(`${print({ ...checked, pathOf: pathFromHere(folder), lineOf: linesOf(content.files) })}\n`);
  return hasErrors(checked.diagnostics) ? 1 : 0;
};
