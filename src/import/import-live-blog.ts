import { dirname } from 'node:path';
import { hasErrors } from '../core/diagnostics.ts';
import { checkContent } from '../inspect/check-content.ts';
import { linesOf } from '../inspect/report/check-report.ts';
import { pretty } from '../inspect/report/pretty.ts';
import { pathFromHere } from '../io/path-from-here.ts';
import { publicNames } from '../io/public-names.ts';
import { type Content, readContent } from '../io/read-content.ts';
import { root } from '../io/settings.ts';
import { doubtsOf } from './doubts.ts';
import { newEventFiles } from './event-files.ts';
import { fillInPictures, incompleteEntries } from './fill-in-pictures.ts';
import { formatOf } from './formats.ts';
import { importReport } from './import-report.ts';
import { type ImportFormat, ImportRefused, type ImportSource, type LiveBlog } from './live-blog.ts';
import { type Fetched, fetchMedia } from './media/fetch-media.ts';
import { shownAddress } from './media/web-address.ts';
import { refuseObstacles } from './obstacles.ts';
import { planEntries } from './plan-entries.ts';
import { planEvent } from './plan-event.ts';
import { readSource } from './read-source.ts';
import { sayPublished } from './say-published.ts';
import { withoutSharedHeadline } from './shared-headlines.ts';
import { targetEvent } from './target-event.ts';
import { oneLine } from './title.ts';
import { writeNewFiles } from './write-files.ts';
import { doubtOfZone } from './zone-doubt.ts';

/** What is imported, and how. */
export type ImportOptions = {
  /** A file or an address. */
  readonly name: string;
  readonly slug: string;
  /** The content folder. */
  readonly folder: string;
  readonly timezone?: string;
  /** When a text was copied, by the clocks of the event. */
  readonly savedAt?: string;
  /** Whether pictures are copied or downloaded. */
  readonly media: boolean;
  readonly allowPrivate: boolean;
  readonly now: Temporal.Instant;
  /** Whether nothing is to be written. */
  readonly isTrial: boolean;
  /** Says how far the work is. */
  readonly tell: (text: string) => void;
};

/** More than any live blog has, and as many as are read, written and checked within seconds. */
const mostUpdates = 4000;

/** The report of an import, and whether the event has errors that a person must decide on. */
export type Imported = { readonly report: string; readonly needsDecision: boolean };

/**
 * Reads a live blog and writes what is new of it into its event. Throws `UsageError` or `ImportRefused`, with nothing
 * written, where it cannot be imported.
 */
export const importLiveBlog = async (options: ImportOptions): Promise<Imported> => {
  const { slug, folder, isTrial } = options;
  const read = await readBlog(options);
  const content = await readContent(folder);
  const plan = planImport(read, content, options);
  const media = options.media ? await fetchPictures(plan, read, options) : new Map<string, Fetched>();
  const made = filesOf(plan, media, content, slug);
  await refuseObstacles(folder, slug, made.files.keys());
  const checked = await checkFiles(made, content, slug);
  if (!isTrial && made.files.size > 0) await write(folder, slug, made.files, made.changed);
  const doubts = plan.entries.length > 0 ? doubtsAbout(read, plan) : [];
  const report = reportOf({ read, plan, made, checked, doubts, notes: faultsOf(media) }, options);
  return { report, needsDecision: doubts.length > 0 || hasErrors(checked.diagnostics) };
};

/** A source, the format that it is in, and the live blog that it holds. */
type ReadBlog = { readonly source: ImportSource; readonly format: ImportFormat; readonly blog: LiveBlog };

const readBlog = async (options: ImportOptions): Promise<ReadBlog> => {
  const source = { ...(await readSource(options.name, options)), ...(options.savedAt && { savedAt: options.savedAt }) };
  const format = formatOf(source, options.name);
  const blog = withoutSharedHeadline(await format.read(source));
  if (blog.updates.length > mostUpdates)
    throw new ImportRefused(
      `Unexpected live blog of ${blog.updates.length} updates, expected at most ${mostUpdates}. Import its parts one after the other.`,
    );
  return { source, format, blog };
};

/** The address of the page on which the live blog was read. */
const pageOf = ({ source, blog }: ReadBlog): { readonly page?: string } => {
  const page = blog.url ?? source.url;
  return page === undefined ? {} : { page };
};

/** What an import does: the event where it is new, its new entries, and the pictures that earlier imports could not have. */
type ImportPlan = ReturnType<typeof planImport>;

const planImport = (read: ReadBlog, content: Content, { slug, timezone, now }: ImportOptions) => {
  const target = targetEvent(content.files, slug, read.blog, timezone);
  const planned = planEntries(read.blog, {
    ...target,
    existing: target.entries,
    language: read.blog.language ?? target.language,
    ...pageOf(read),
  });
  const { known, knownTexts, updates, skipped } = planned;
  const blog: LiveBlog = { ...read.blog, updates, skipped: [...read.blog.skipped, ...skipped] };
  if (target.isNew && planned.entries.length === 0) throw nothingIn(blog, slug);
  const settings = target.isNew ? planEvent(blog, { ...target, slug, ...pageOf(read) }) : undefined;
  const { event, entries } = sayPublished({ event: settings, entries: planned.entries }, { ...target, now });
  const incomplete = incompleteEntries(
    knownTexts.flatMap(({ entry, content: text }) => {
      const bytes = content.files.get(entry.file);
      if (!(bytes instanceof Uint8Array) || entry.withdrawn) return [];
      return [{ file: entry.file.slice(slug.length + 1), written: new TextDecoder().decode(bytes), content: text }];
    }),
  );
  return { target, blog, event, entries, known, incomplete };
};

const fetchPictures = async (
  { event, entries, incomplete }: ImportPlan,
  read: ReadBlog,
  { allowPrivate, tell }: ImportOptions,
): Promise<ReadonlyMap<string, Fetched>> => {
  const wanted = [
    ...(event?.standfirst.pictures ?? []),
    ...entries.flatMap(({ body }) => body.pictures),
    ...incomplete.flatMap(({ missing }) => missing.flatMap(({ addresses }) => addresses)),
  ];
  return fetchMedia([...new Set(wanted)], {
    allowPrivate,
    ...(read.source.file !== undefined && { folder: dirname(read.source.file) }),
    ...pageOf(read),
    onProgress: (done, of) => tell(`Picture ${done} of ${of}`),
  });
};

/** The files of an import, by path below the folder of the event: new ones, and entries that get pictures. */
type ImportFiles = ReturnType<typeof filesOf>;

const filesOf = (
  { event, entries, incomplete }: ImportPlan,
  media: ReadonlyMap<string, Fetched>,
  content: Content,
  slug: string,
) => {
  const isTaken = (path: string): boolean => content.files.has(`${slug}/${path}`);
  const made = newEventFiles(event, entries, media, isTaken);
  const filled = fillInPictures(incomplete, media, (path) => isTaken(path) || made.files.has(path));
  return {
    files: new Map([...made.files, ...filled.files]),
    changed: filled.changed,
    pictures: filled.files.size,
    notes: made.notes,
  };
};

/** What a check says of the new and the changed files, and the lines of all files as they will be. */
const checkFiles = async ({ files, changed }: ImportFiles, content: Content, slug: string) => {
  const written = [...changed].map(([path, { after }]) => [path, after] as const);
  const { files: after, readBytes } = withFiles(content, slug, new Map([...files, ...written]));
  const concerns = (file: string): boolean => {
    const path = file.slice(slug.length + 1);
    return file.startsWith(`${slug}/`) && (files.has(path) || changed.has(path));
  };
  const checked = await checkContent({ files: after, readBytes }, { concerns, publicNames: await publicNames(root) });
  return { ...checked, lineOf: linesOf(after) };
};

const doubtsAbout = ({ blog, format }: ReadBlog, plan: ImportPlan): readonly string[] => [
  ...(plan.blog.doubts ?? []),
  ...doubtOfZone(blog, plan.target.zone),
  ...doubtsOf(plan.blog.updates, format.mayBeCut ?? false),
];

type Result = {
  readonly read: ReadBlog;
  readonly plan: ImportPlan;
  readonly made: ImportFiles;
  readonly checked: Awaited<ReturnType<typeof checkFiles>>;
  readonly doubts: readonly string[];
  readonly notes: readonly string[];
};

const reportOf = (
  { read, plan, made, checked, doubts, notes }: Result,
  { name, slug, folder, isTrial }: ImportOptions,
): string => {
  const { entries, event, target, blog, known } = plan;
  const pathOf = pathFromHere(folder);
  const pathOfEntry = (file: string): string => pathOf(`${slug}/${file}`);
  return importReport({
    name,
    kind: read.format.name,
    blog,
    folder: pathOf(slug),
    isNew: target.isNew,
    entries: entries.length,
    known: known.length,
    pictures: made.pictures,
    notes: [...(event?.doubts ?? []), ...made.notes, ...notes],
    doubts,
    madeTitles: entries
      .filter(({ hasMadeTitle }) => hasMadeTitle)
      .map(({ file, fields }) => `${pathOfEntry(file)}: ${String(fields['title'])}`),
    drafts: entries.flatMap(({ file, doubt }) => (doubt === undefined ? [] : `${pathOfEntry(file)}: ${doubt}`)),
    checked: checked.diagnostics.length > 0 ? pretty({ ...checked, pathOf }) : '',
    isTrial,
  });
};

/** The content as it will be with the new files in the event's folder. */
const withFiles = (
  { files, readBytes }: Content,
  slug: string,
  added: ReadonlyMap<string, Uint8Array | string>,
): Content => {
  const all = new Map(files);
  const bytes = new Map<string, Uint8Array>();
  for (const [path, content] of added) {
    const file = `${slug}/${path}`;
    if (typeof content === 'string') all.set(file, new TextEncoder().encode(content));
    else {
      all.set(file, 'file');
      bytes.set(file, content);
    }
  }
  return { files: all, readBytes: async (path) => bytes.get(path) ?? readBytes(path) };
};

/** An event needs an entry: without one there is nothing that its coverage could be known from. */
const nothingIn = ({ skipped }: LiveBlog, slug: string): ImportRefused => {
  const most = 5;
  const lines = skipped.slice(0, most).map(({ what, why }) => `\n  - ${oneLine(what)}: ${oneLine(why)}`);
  const others = skipped.length > most ? `\n  - and ${skipped.length - most} more` : '';
  const reasons = skipped.length > 0 ? `:${lines.join('')}${others}` : '.';
  return new ImportRefused(`No update can be imported, so that the event "${slug}" would have no entry${reasons}`);
};

const write: typeof writeNewFiles = async (folder, slug, files, changed) => {
  try {
    await writeNewFiles(folder, slug, files, changed);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    throw new ImportRefused(`The event "${slug}" cannot be written: ${fault.message}.`);
  }
};

const faultsOf = (media: ReadonlyMap<string, Fetched>): string[] =>
  [...media].flatMap(([address, fetched]) => {
    if (!('fault' in fetched)) return [];
    const what = /^https?:/i.test(address) ? 'has become a link' : 'is left out, its words are kept';
    return [`The picture ${shownAddress(address)} ${what}: ${fetched.fault}`];
  });
