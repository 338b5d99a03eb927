import { parseArgs } from 'node:util';
import { selectFiles } from '../src/command-line/select-files.ts';
import { watchFolders } from '../src/command-line/watch.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../src/core/diagnostics.ts';
import type { ReadOptions } from '../src/core/read-archive.ts';
import { UsageError } from '../src/core/usage-error.ts';
import type { ContentPart } from '../src/inspect/around.ts';
import { type CheckOptions, checkContent } from '../src/inspect/check-content.ts';
import { checkPublished } from '../src/inspect/check-published.ts';
import { linesOf } from '../src/inspect/report/check-report.ts';
import { type Format, formats, reporterOf } from '../src/inspect/report/formats.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { type ContentPlace, diskSource } from '../src/io/content-source.ts';
import { timeOfContent } from '../src/io/content-time.ts';
import { diskCache } from '../src/io/disk-cache.ts';
import { readEnvironment } from '../src/io/environment.ts';
import { pathFromHere } from '../src/io/path-from-here.ts';
import { publicNames } from '../src/io/public-names.ts';
import { type Content, readContent } from '../src/io/read-content.ts';
import { contentFolder, root } from '../src/io/settings.ts';
import { readStaged, readStagedFolders } from '../src/io/staged.ts';
import { openHistories, refuseShallow } from '../src/io/text-history.ts';
import { programKeys } from '../src/templates/program.ts';
import { ledgerHelp, ledgerOptions, readKnownLedger } from './known-ledger.ts';

export const help = `Checks the content without building it.

recapsule check [<file or folder>…] [--format <name>] [--watch] [--published <place> | --first]
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
${ledgerHelp}

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
      ...ledgerOptions,
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
    if (values.published !== undefined || values.first)
      throw new UsageError('--staged checks what is staged: leave out --published and --first.');
    return reportStaged(values.content, { format, quiet });
  }
  if (values.content !== undefined) throw new UsageError('--content belongs to --staged.');
  const folder = await contentFolder();
  const ledger = await readKnownLedger(values);
  const selection = await selectFiles(positionals, folder);
  const check = async (): Promise<number> => {
    // Git looks for changes while files are read.
    const place: ContentPlace = { kind: 'disk', folder };
    const moment = timeOfContent(place);
    const history = ledger ? openHistories(diskCache(cacheFolder(), 'history'))(place) : refuseShallow(place);
    // Until it is waited for.
    history.catch(() => undefined);
    const options = await readOptions();
    const { tops, concerns } = selection;
    const part = tops && (await partOf(folder, tops, { ...options, now: await moment }, links));
    const content = part?.content ?? (await readContent(folder));
    const [now, known = {}] = await Promise.all([moment, history]);
    const published =
      ledger && checkPublished(part ? await readContent(folder) : content, { ...options, now, history: known }, ledger);
    const asked = { ...options, now, concerns, around: part?.around, ...(part?.known && { known: part.known }) };
    const dead = links ? await askLinks(content, asked, values['allow-private']) : [];
    return report(content, asked, { folder, format, quiet, more: [...(published ?? []), ...dead] });
  };
  if (!values.watch) return check();
  let code = 0;
  await watchFolders([folder], async () => {
    code = await check();
    console.error('Watching. Save a file to check again, press Ctrl+C to stop.');
  });
  return code;
};

/** What is checked of one file is read alone. What reads that is loaded only for it. */
const partOf = async (
  folder: string,
  tops: ReadonlySet<string>,
  options: ReadOptions & { readonly version: string },
  isRead: boolean,
): Promise<ContentPart & Pick<CheckOptions, 'known'>> => {
  const source = await diskSource(folder);
  const { knownCheck } = await import('../src/inspect/kept-checks.ts');
  const known = isRead ? undefined : await knownCheck(source, tops, options);
  if (known) return known;
  const { readContentPart } = await import('../src/inspect/around.ts');
  return readContentPart(source, tops, options);
};

type How = {
  readonly folder: string;
  readonly format: Format;
  readonly quiet: boolean;
  /** What else is wrong: what would be lost of what is published, and links that lead nowhere any more. */
  readonly more?: readonly Diagnostic[];
};

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

/** Asks other hosts for what the content links to, and says on standard error how many addresses that were. */
const askLinks = async (
  content: Content,
  options: CheckOptions,
  allowPrivate: boolean,
): Promise<readonly Diagnostic[]> => {
  const { deadLinks } = await import('../src/import/dead-links.ts');
  const { concerns = () => true, ...reading } = options;
  const { asked, diagnostics } = await deadLinks(content, { ...reading, concerns }, { allowPrivate });
  console.error(`Asked for ${asked} ${asked === 1 ? 'address' : 'addresses'} outside of the archive.`);
  return diagnostics;
};

const reportStaged = async (path: string | undefined, how: Omit<How, 'folder'>): Promise<number> => {
  const staged = path === undefined ? [await readStaged(await contentFolder())] : await readStagedFolders(path);
  const options = { ...(await readOptions()), now: Date.now() };
  let code = 0;
  for (const { content, folder, concerns } of staged)
    code = Math.max(code, await report(content, { ...options, concerns }, { ...how, folder }));
  return code;
};

const report = async (
  content: Content,
  options: CheckOptions,
  { folder, format, quiet, more = [] }: How,
): Promise<number> => {
  const found = await checkContent(content, options);
  const concerning = more.filter(({ file }) => options.concerns?.(file) ?? true);
  const checked = { ...found, diagnostics: sortDiagnostics([...found.diagnostics, ...concerning]) };
  if (quiet && checked.diagnostics.length === 0) return 0;
  const print = await formats[format]();
  process.stdout.write(`${print({ ...checked, pathOf: pathFromHere(folder), lineOf: linesOf(content.files) })}\n`);
  return hasErrors(checked.diagnostics) ? 1 : 0;
};
