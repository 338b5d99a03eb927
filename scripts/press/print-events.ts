import type { ContentFiles } from '../../src/core/content-files.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../src/core/diagnostics.ts';
import type { EventRecord } from '../../src/core/event-record.ts';
import type { ReadOptions } from '../../src/core/read-archive.ts';
import type { ContentSource } from '../../src/io/content-source.ts';
import type { PrintedEvent } from '../../src/press/entry.ts';
import { explainErrors } from './explain-errors.ts';
import { openBodies } from './kept-bodies.ts';
import { keptCards, keptPictures } from './kept-pictures.ts';
import type { Press } from './open-press.ts';

/** What is printed, and with what. */
export type Printing = {
  readonly source: ContentSource;
  readonly options: ReadOptions;
  readonly press: Press;
  /** The version of what makes bodies: kept ones of another are not used. */
  readonly version: string;
};

/** The pages of an event whose content has no errors. */
export type EventPages = NonNullable<PrintedEvent['printed']>;

/** What printing is to do: which events, by their folders, and the addresses of all. */
export type PrintPlan = {
  readonly folders: readonly string[];
  /** The slug and the aliases of each event, by its folder. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** What is wrong above the events. */
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Makes the pages of events one after the other, so that the memory it takes is that of the largest, and hands them to
 * `take`. Gives everything that is wrong; from the first error on nothing is handed over, and the rest is only checked.
 */
export const printEvents = async (
  { source, options, press, version }: Printing,
  { folders, addresses, diagnostics }: PrintPlan,
  take: (folder: string, pages: EventPages) => Promise<void>,
): Promise<readonly Diagnostic[]> => {
  const found = [...diagnostics];
  const tops = new Map([...addresses].flatMap(([folder, slugs]) => slugs.map((slug) => [slug, folder])));
  const [pictures, cards] = [keptPictures(), keptCards()];
  const others = async (folder: string): Promise<ContentFiles> => (await source.read(folder)).files;
  for (const folder of folders) {
    const own = await source.read(folder);
    const content = { ...own, files: new Map([...source.top, ...own.files]) };
    const { shelf, save } = await openBodies(folder, version);
    const event = await press.printEvent({ folder, content, others, tops, options, shelf, pictures, cards });
    found.push(...event.diagnostics);
    if (event.printed && !hasErrors(found)) await take(folder, event.printed);
    await save();
  }
  return hasErrors(found) ? explainErrors(found, folders, { source, options }) : sortDiagnostics(found);
};

/** Whether a link of an event that has not changed leads elsewhere now, or nowhere, because of one that has. */
export const isLedAstray = async (
  { links }: EventRecord,
  changed: ReadonlySet<string>,
  { source, options, press }: Printing,
): Promise<boolean> => {
  const concerned = links.filter(({ folder }) => changed.has(folder));
  if (concerned.length === 0) return false;
  const files = new Map(source.top);
  for (const folder of new Set(concerned.map((link) => link.folder))) {
    if (!source.folders.includes(folder)) return true;
    for (const [path, content] of (await source.read(folder)).files) files.set(path, content);
  }
  const now = press.destinationsOf(concerned, files, options);
  return concerned.some(({ href }, index) => href !== now[index]);
};
