import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import type { KnownEvent, Pages } from '../../src/press/entry.ts';
import { keptCards } from './kept-pictures.ts';
import { addKnown } from './known-events.ts';
import { makeMedia } from './make-media.ts';
import { type EventPages, type Printing, printEvents } from './print-events.ts';

/** Where the files of a site go, by their paths in it. */
export type Target = { readonly write: (path: string, bytes: Uint8Array) => Promise<void> };

/**
 * Makes every page of a site, event by event, and hands each file to `target`. Gives everything that is wrong: where that
 * includes errors, what has been written is not whole and must not be used.
 */
export const printSite = async (printing: Printing, target: Target): Promise<readonly Diagnostic[]> => {
  const { source, options, press } = printing;
  const { folders, top } = source;
  const { addresses, diagnostics } = press.outlineOf(
    new Map([...top, ...(await source.readSettings(folders))]),
    options,
  );
  let known: readonly KnownEvent[] = [];
  const found = await printEvents(printing, { folders, addresses, diagnostics }, async (_folder, event) => {
    await writeEvent(event, target);
    known = addKnown(known, { record: event.record, items: event.items });
  });
  if (!hasErrors(found)) await writePages(await press.printArchive(top, known, options, keptCards()), target);
  return found;
};

const writeEvent = async ({ record, pages, media }: EventPages, target: Target): Promise<void> => {
  await writePages(pages, target);
  const folder = `${record.summary.slug}/media`;
  await makeMedia(
    media,
    () => true,
    (name, bytes) => target.write(`${folder}/${name}`, bytes),
  );
};

/** The disk answers many requests at once. */
const atOnce = 32;

const writePages = async (pages: Pages, target: Target): Promise<void> => {
  const waiting = pages.entries();
  const work = async (): Promise<void> => {
    for (const [path, bytes] of waiting) await target.write(path, bytes);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};
