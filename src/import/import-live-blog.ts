import { dirname } from 'node:path';
import { hasErrors } from '../core/diagnostics.ts';
import { checkContent } from '../inspect/check-content.ts';
import { linesOf } from '../inspect/report/check-report.ts';
import { pretty } from '../inspect/report/pretty.ts';
import { pathFromHere } from '../io/path-from-here.ts';
import { publicNames } from '../io/public-names.ts';
import { readContent } from '../io/read-content.ts';
import { root } from '../io/settings.ts';
import { doubtsOf } from './doubts.ts';
import { eventFiles } from './event-files.ts';
import { fillInPictures, incompleteEntries } from './fill-in-pictures.ts';
import { formatOf } from './formats.ts';
import { importReport } from './import-report.ts';
import { ImportRefused, type LiveBlog } from './live-blog.ts';
import { type Fetched, fetchMedia } from './media/fetch-media.ts';
import { shownAddress } from './media/web-address.ts';
import { refuseObstacles } from './obstacles.ts';
import { planEntries } from './plan-entries.ts';
import { planEvent } from './plan-event.ts';
import { readSource } from './read-source.ts';
import { withoutSharedHeadline } from './shared-headlines.ts';
import { targetEvent } from './target-event.ts';
import { oneLine } from './title.ts';
import { writeFiles } from './write-files.ts';
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
  const { name, slug, folder, isTrial, tell } = options;
  const source = { ...(await readSource(name, options)), ...(options.savedAt && { savedAt: options.savedAt }) };
  const format = formatOf(source, name);
  const read = withoutSharedHeadline(await format.read(source));
  if (read.updates.length > mostUpdates)
    throw new ImportRefused(
      `Unexpected live blog of ${read.updates.length} updates, expected at most ${mostUpdates}. Import its parts one after the other.`,
    );
  const content = await readContent(folder);
  const target = targetEvent(content.files, slug, read, options.timezone);
  const page = read.url ?? source.url;
  const language = read.language ?? target.language;
  const { entries, known, knownTexts, updates, skipped } = planEntries(read, {
    ...target,
    existing: target.entries,
    language,
    ...(page !== undefined && { page }),
  });
  const blog: LiveBlog = { ...read, updates, skipped: [...read.skipped, ...skipped] };
  if (target.isNew && entries.length === 0) throw nothingIn(blog, slug);
  const event = target.isNew ? planEvent(blog, { ...target, slug, ...(page !== undefined && { page }) }) : undefined;
  const incomplete = incompleteEntries(
    knownTexts.flatMap(({ entry, content: text }) => {
      const bytes = content.files.get(entry.file);
      if (!(bytes instanceof Uint8Array) || entry.withdrawn) return [];
      return [{ file: entry.file.slice(slug.length + 1), written: new TextDecoder().decode(bytes), content: text }];
    }),
  );
  const wanted = [
    ...(event?.standfirst.pictures ?? []),
    ...entries.flatMap(({ body }) => body.pictures),
    ...incomplete.flatMap(({ missing }) => missing.flatMap(({ addresses }) => addresses)),
  ];
  const media = options.media
    ? await fetchMedia([...new Set(wanted)], {
        allowPrivate: options.allowPrivate,
        ...(source.file !== undefined && { folder: dirname(source.file) }),
        ...(page !== undefined && { page }),
        onProgress: (done, of) => tell(`Picture ${done} of ${of}`),
      })
    : new Map<string, Fetched>();
  const isTaken = (path: string): boolean => content.files.has(`${slug}/${path}`);
  const made = eventFiles(event, entries, media, isTaken);
  const filled = fillInPictures(incomplete, media, (path) => isTaken(path) || made.files.has(path));
  const files = new Map([...made.files, ...filled.files]);
  const changed = new Map([...filled.changed].map(([path, { after }]) => [path, after]));
  await refuseObstacles(folder, slug, files.keys());
  const { files: after, readBytes } = withFiles(content, slug, new Map([...files, ...changed]));
  const concerns = (file: string): boolean => {
    const path = file.slice(slug.length + 1);
    return file.startsWith(`${slug}/`) && (files.has(path) || changed.has(path));
  };
  const checked = await checkContent({ files: after, readBytes }, { concerns, publicNames: await publicNames(root) });
  if (!isTrial && files.size > 0) await write(folder, slug, files, filled.changed);
  const pathOf = pathFromHere(folder);
  const doubts =
    entries.length > 0
      ? [...(blog.doubts ?? []), ...doubtOfZone(read, target.zone), ...doubtsOf(blog.updates, format.mayBeCut ?? false)]
      : [];
  const report = importReport({
    name,
    kind: format.name,
    blog,
    folder: pathOf(slug),
    isNew: target.isNew,
    entries: entries.length,
    known: known.length,
    pictures: filled.files.size,
    notes: [...(event?.doubts ?? []), ...made.notes, ...faultsOf(media)],
    doubts,
    madeTitles: entries
      .filter(({ hasMadeTitle }) => hasMadeTitle)
      .map(({ file, fields }) => `${pathOf(`${slug}/${file}`)}: ${String(fields['title'])}`),
    drafts: entries.flatMap(({ file, doubt }) => (doubt === undefined ? [] : `${pathOf(`${slug}/${file}`)}: ${doubt}`)),
    checked: checked.diagnostics.length > 0 ? pretty({ ...checked, pathOf, lineOf: linesOf(after) }) : '',
    isTrial,
  });
  return { report, needsDecision: doubts.length > 0 || hasErrors(checked.diagnostics) };
};

/** The content as it will be with the new files in the event's folder. */
const withFiles = (
  { files, readBytes }: Awaited<ReturnType<typeof readContent>>,
  slug: string,
  added: ReadonlyMap<string, Uint8Array | string>,
): Awaited<ReturnType<typeof readContent>> => {
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

/** An event needs an entry: without one there is nothing that its coverage could be told from. */
const nothingIn = ({ skipped }: LiveBlog, slug: string): ImportRefused => {
  const most = 5;
  const lines = skipped.slice(0, most).map(({ what, why }) => `\n  - ${oneLine(what)}: ${oneLine(why)}`);
  const others = skipped.length > most ? `\n  - and ${skipped.length - most} more` : '';
  const reasons = skipped.length > 0 ? `:${lines.join('')}${others}` : '.';
  return new ImportRefused(`No update can be imported, so that the event "${slug}" would have no entry${reasons}`);
};

const write: typeof writeFiles = async (folder, slug, files, changed) => {
  try {
    await writeFiles(folder, slug, files, changed);
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
