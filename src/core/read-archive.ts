import type { Archive, Event, Text } from './archive.ts';
import {
  type ContentFiles,
  type FileContent,
  fileName,
  folderOf,
  isCopied,
  isMeantForSite,
  isNote,
  ownFolders,
  topFolder,
} from './content-files.ts';
import { collectDiagnostics, compare, type Diagnostic, type Report } from './diagnostics.ts';
import { lastInstant } from './moment.ts';
import { readEvent } from './read-event.ts';
import { checkFormerAddresses } from './read-former-addresses.ts';
import { readPages } from './read-pages.ts';
import { readPublic } from './read-public.ts';
import { readSite } from './read-site.ts';
import { checkSlugs, type SlugClaim } from './read-slugs.ts';
import { eventSchema } from './schema/event.ts';
import { neededIn } from './schema/notes.ts';
import { reservedEventSlugs } from './slug.ts';
import type { TextHistory } from './text-history.ts';
import { isTranscriptIn } from './transcripts.ts';

/** What reading an archive depends on beside its files; all of it is an argument, so that the same files give the same archive. */
export type ReadOptions = {
  /** Whether entries with `draft: true` are part of the archive. */
  readonly drafts?: boolean;
  /** Comes instead of `url` in `site.yml`. */
  readonly siteUrl?: string;
  /** The names at the top of `public/`, which no event may have. */
  readonly publicNames?: readonly string[];
  /**
   * The moment of the content, in milliseconds since 1970: of its commit, or of now where it is still being written. What is
   * dated later is in the future; nothing is where this is not said.
   */
  readonly now?: number;
  /** When texts came and were changed, by the history of their files. */
  readonly history?: TextHistory;
  /** Since which moment that is to be reported where an entry does not say it; not at all where this is not said. */
  readonly reportSince?: number;
};

/** An archive, what is wrong with it, and the bodies that found no place in it, by the folder of their event, if they have one. */
export type ReadArchive = {
  readonly archive: Archive;
  readonly diagnostics: readonly Diagnostic[];
  readonly unplaced: readonly { readonly event: string | undefined; readonly text: Text }[];
};

/**
 * Reads a content folder: from files to a frozen archive and everything that is wrong with it, in file order. Throws
 * nothing and drops nothing silently: what cannot be part of the archive has a diagnostic of severity `error`.
 */
export const readArchive = (files: ContentFiles, options: ReadOptions = {}): ReadArchive => {
  const { report, diagnostics } = collectDiagnostics();
  const {
    drafts = false,
    siteUrl,
    publicNames = [],
    now = Number.POSITIVE_INFINITY,
    history = {},
    reportSince,
  } = options;
  const site = readSite(files, siteUrl, report);
  const { own, folders } = filesByFolder(files, report);
  const claims: SlugClaim[] = [];
  const formerClaims: SlugClaim[] = [];
  const events: Event[] = [];
  const loose: { event: string | undefined; text: Text }[] = [];
  for (const [folder, ofFolder] of folders) {
    const { event, unplaced, ...read } = readEvent(
      folder,
      ofFolder,
      { site, drafts, now, history, reportSince },
      report,
    );
    claims.push(...read.claims);
    formerClaims.push(...read.formerClaims);
    loose.push(...unplaced.map((text) => ({ event: folder, text })));
    if (event) events.push(event);
  }
  const { pages, claims: ofPages, unplaced } = readPages(own.get('pages') ?? new Map(), site, report);
  loose.push(...unplaced.map((text) => ({ event: undefined, text })));
  claims.push(...ofPages);
  const reserved = new Set([...reservedEventSlugs, ...publicNames]);
  checkSlugs(claims, reserved, false, report);
  const copied = own.get('public')?.keys() ?? [];
  const copies = readPublic(copied, { claims, names: publicNames }, report);
  checkFormerAddresses(formerClaims, { events, reserved }, report);
  const archive = deepFreeze({ site, events: inOrder(events), pages, copies });
  return { archive, diagnostics: diagnostics(), unplaced: loose };
};

/** The order of events in an archive: newest first, by the end of their coverage. */
export const inOrder = <E extends Pick<Event, 'ends' | 'timezone' | 'slug'>>(events: readonly E[]): readonly E[] =>
  events.toSorted(
    (a, b) => lastInstant(b.ends, b.timezone) - lastInstant(a.ends, a.timezone) || compare(a.slug, b.slug),
  );

type Folders = ReadonlyMap<string, ContentFiles>;

/** The files of each event, by its folder, and those of the archive's own folders. What lies elsewhere, or cannot be read, is reported. */
const filesByFolder = (files: ContentFiles, report: Report): { readonly own: Folders; readonly folders: Folders } => {
  const own = new Map<string, Map<string, FileContent>>();
  const folders = new Map<string, Map<string, FileContent>>();
  const isTranscript = isTranscriptIn(files);
  for (const [file, content] of [...files].sort(([a], [b]) => compare(a, b))) {
    if (isNote(file) || isTranscript(file)) continue;
    const folder = topFolder(file);
    const fault = unreadable(file, content) ?? misplaced(file, folder);
    const home = ownFolders.has(folder ?? '') ? own : folders;
    if (fault) report({ file, line: 1, column: 1, ...fault });
    else if (folder !== undefined) home.set(folder, (home.get(folder) ?? new Map()).set(file, content));
  }
  const misnamed = new Set([...files.keys()].filter(isMeantForEvent).map(folderOf));
  return { own, folders: dropFoldersWithoutSettings(folders, misnamed, report) };
};

type Fault = Pick<Diagnostic, 'rule' | 'message' | 'hint'>;

/** Why a file cannot be read, if it cannot. */
const unreadable = (file: string, content: FileContent): Fault | undefined => {
  if (content === 'link')
    return {
      rule: 'symbolic-link',
      message: 'Unexpected symbolic link or submodule, expected a file or folder',
      hint: 'Put a copy of what it leads to in its place.',
    };
  if (content === 'other')
    return {
      rule: 'not-a-file',
      message: `Unexpected "${fileName(file)}", expected a file that can be read`,
      hint: 'Remove it if it is a pipe, a socket or a device; rename or move it if it is a folder; allow reading it if it is a file; make several of it if it has more than 4 MB.',
    };
  return typeof content === 'string' && !isCopied(file) && looksLikeDocument(file)
    ? {
        rule: 'unread-document',
        message: `Unexpected ${isOtherCase(file) ? 'capitals in' : 'ending of'} "${fileName(file)}", expected "${meantName(file)}"`,
        hint: `Rename the file to ${meantName(file)}${isOtherCase(file) ? otherCaseHint : '.'}`,
      }
    : undefined;
};

/** Why an entry, or the settings of an event, cannot be where they are. */
const misplaced = (file: string, folder: string | undefined): Fault | undefined => {
  if (folder === undefined)
    return file.endsWith('.md')
      ? {
          rule: 'entry-without-event',
          message: `Unexpected entry "${file}" beside the events, expected it in the folder of one`,
          hint: "Move it into its event's folder, or into pages/ if it is a page of the archive.",
        }
      : undefined;
  if (ownFolders.has(folder))
    return file === `${folder}/event.md`
      ? {
          rule: 'reserved-slug',
          message: `Unexpected event in the folder "${folder}", expected another: it is kept for ${keptFor[folder]}`,
          hint: 'Rename the folder.',
        }
      : undefined;
  if (/^event\.md$/i.test(fileName(file)) && fileName(file) !== 'event.md')
    return {
      rule: 'misplaced-event',
      message: `Unexpected "${fileName(file)}", expected "event.md" in lower case`,
      hint: `Rename the file to event.md${otherCaseHint}`,
    };
  return fileName(file) === 'event.md' && file !== `${folder}/event.md`
    ? {
        rule: 'misplaced-event',
        message: 'Unexpected "event.md" in a folder inside an event, expected it at the top of the event',
        hint: `Move it to ${folder}/event.md, or rename it if it is an entry.`,
      }
    : undefined;
};

const keptFor: Readonly<Record<string, string>> = {
  pages: 'pages of the archive',
  public: 'files that are copied as they are',
  theme: 'the look of the archive',
};

/** Whether the program would pass over a file that a person means it to read. */
const looksLikeDocument = (file: string): boolean =>
  /\.(mdx|markdown|mdown|mkdn?|md\.txt|markdown\.txt)$/i.test(file) ||
  (/\.md$/i.test(file) && !file.endsWith('.md')) ||
  (isMeantForEvent(file) && !file.endsWith('.md')) ||
  isMeantForSite(fileName(file));

/** Whether a file has nearly the name of an event's settings. */
const isMeantForEvent = (file: string): boolean =>
  fileName(file) !== 'event.md' &&
  /^event\.(md|ya?ml|txt|mdx|markdown|mdown|mkdn?|md\.txt|markdown\.txt)$/i.test(fileName(file));

const meantName = (file: string): string => {
  const name = fileName(file);
  if (/^site\.(?!md$)/i.test(name)) return 'site.yml';
  if (isMeantForEvent(file)) return 'event.md';
  return `${name.replace(/(\.[a-z]+)(\.txt)?$/i, '')}.md`;
};

const isOtherCase = (file: string): boolean => fileName(file).toLowerCase() === meantName(file).toLowerCase();

const otherCaseHint = '; if your disk does not tell the two apart, rename it twice.';

/** Of a folder whose settings have nearly the right name, their name alone is wrong. */
const dropFoldersWithoutSettings = (
  folders: Map<string, ContentFiles>,
  misnamed: ReadonlySet<string>,
  report: Report,
): Map<string, ContentFiles> => {
  for (const [folder, ofFolder] of folders) {
    if (ofFolder.has(`${folder}/event.md`)) continue;
    const entries = [...ofFolder.keys()].filter((file) => file.endsWith('.md'));
    if (entries.length === 0) folders.delete(folder);
    else if (!misnamed.has(folder))
      report({
        file: `${folder}/event.md`,
        line: 1,
        column: 1,
        rule: 'event-without-settings',
        message: `Unexpected folder with ${entries.length === 1 ? 'an entry' : `${entries.length} entries`} but no "event.md", expected the settings of the event`,
        hint: `Write event.md with ${neededIn(eventSchema)}.`,
      });
  }
  return folders;
};

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(inner);
  return value;
};
