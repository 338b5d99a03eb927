import { join } from 'node:path';
import type { EventRecord } from '../../src/core/event-record.ts';
import { sizeOf } from '../../src/io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import type { EventPages, Handler, Handling } from '../templates/event-printer.ts';
import { makeMedia } from '../templates/make-media.ts';
import { placesOf } from './check-pages.ts';
import { type EventTree, readEvent } from './manifests.ts';
import { itemsNote, recordNote } from './previous.ts';
import type { Site } from './site-folder.ts';
import { storeEvent } from './store-event.ts';
import { type Verified, verifyFiles } from './verify-links.ts';

/** An event whose pages have been made, stored and verified. */
export type StoredEvent = Verified & { readonly tree: EventTree; readonly record: EventRecord };

/** Where events are stored, what the release before has of them, and with what addresses begin. */
type Storing = { readonly site: Site; readonly before: readonly EventTree[]; readonly base: string };

/** Stores each event that is printed. */
export const storing = (input: Storing): Handling<StoredEvent> => ({ module: import.meta.url, input });

/** What `storing` says, done. */
export const handlerOf =
  ({ site, before, base }: Storing): Handler<StoredEvent> =>
  (_folder, pages) => {
    const slug = pages.record.summary.slug;
    return storePrinted(
      site,
      pages,
      before.find(({ folder }) => folder === slug),
      base,
    );
  };

/** Stores the pages of an event, and verifies those that its tree before did not have. Addresses begin with `base`. */
const storePrinted = async (
  site: Site,
  { record, items, pages, media }: EventPages,
  before: EventTree | undefined,
  base: string,
): Promise<StoredEvent> => {
  const folder = record.summary.slug;
  const earlier = before && readEvent(site, before);
  const kept = new Set(earlier?.media.filter((name) => sizeOf(join(site.media, folder, name)) !== undefined));
  const pictures = new Map<string, MediaBytes | undefined>(
    media.flatMap(({ names }) => names.map((name) => [name, undefined] as const)),
  );
  await makeMedia(
    media,
    (name) => !kept.has(name),
    async (name, bytes) => void pictures.set(name, bytes),
  );
  const notes = new Map([
    [recordNote, JSON.stringify(record)],
    [itemsNote, JSON.stringify(items)],
  ]);
  const tree = await storeEvent(site, {
    folder,
    files: pages,
    media: pictures,
    notes,
    ...(before && { previous: before.id }),
  });
  const hashes = readEvent(site, tree)?.files ?? {};
  const changed = new Map([...pages].filter(([path]) => hashes[path] !== earlier?.files[path]));
  const view = {
    has: (path: string) =>
      pages.has(path) || (path.startsWith(`${folder}/media/`) && pictures.has(path.split('/')[2] ?? '')),
    placesIn: (path: string) => placesOf(pages.get(path)),
  };
  return { tree, record, ...verifyFiles(changed, view, base) };
};
