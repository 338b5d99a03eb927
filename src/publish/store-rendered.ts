import { join } from 'node:path';
import type { EventRecord } from '../core/event-record.ts';
import { sizeOf } from '../io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import type { RenderedEvent } from '../templates/entry.ts';
import type { Handler, Handling } from '../templates/event-renderer.ts';
import { makeMedia } from '../templates/make-media.ts';
import { placesOfPages } from './check-pages.ts';
import { type EventTree, readEventManifest } from './manifests.ts';
import { itemsNote, outlinesNote, recordNote, titlesNote } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';
import { storeEvent } from './store-event.ts';
import { type Verified, verifyFiles } from './verify-links.ts';

/** An event whose pages have been made, stored and verified. */
export type StoredEvent = Verified & { readonly tree: EventTree; readonly record: EventRecord };

/** Where events are stored, what the release before has of them, and with what addresses begin. */
type Storing = { readonly site: PublishedSite; readonly before: readonly EventTree[]; readonly base: string };

/** Stores each event that is printed. */
export const storing = (input: Storing): Handling<StoredEvent> => ({
  module: new URL('./store-rendered.ts', import.meta.url).href,
  input,
});

/** What `storing` says, done. */
export const handlerOf =
  ({ site, before, base }: Storing): Handler<StoredEvent> =>
  (_folder, event) =>
    storeRendered(
      site,
      event,
      before.find(({ folder }) => folder === event.slug),
      base,
    );

/** Stores the pages of an event, and verifies those that its tree before did not have. Addresses begin with `base`. */
const storeRendered = async (
  site: PublishedSite,
  { slug: folder, pages: rendered, media, known }: RenderedEvent,
  before: EventTree | undefined,
  base: string,
): Promise<StoredEvent> => {
  const earlier = before && readEventManifest(site, before);
  const kept = new Set(earlier?.media.filter((name) => sizeOf(join(site.media, folder, name)) !== undefined));
  const pictures = new Map<string, MediaBytes | undefined>(
    media.flatMap(({ names }) => names.map((name) => [name, undefined] as const)),
  );
  const pages = new Map<string, Uint8Array>();
  for await (const [path, bytes] of rendered) pages.set(path, bytes);
  await makeMedia(
    media,
    (name) => !kept.has(name),
    async (name, bytes) => void pictures.set(name, bytes),
  );
  const { record, items, outlines, titles } = known();
  const notes = new Map([
    [recordNote, JSON.stringify(record)],
    [itemsNote, JSON.stringify(items)],
    [outlinesNote, JSON.stringify(outlines)],
    [titlesNote, titles],
  ]);
  const tree = await storeEvent(site, {
    folder,
    files: pages,
    media: pictures,
    notes,
    ...(before && { previous: before.id }),
  });
  const hashes = readEventManifest(site, tree)?.files ?? {};
  const changed = new Map([...pages].filter(([path]) => hashes[path] !== earlier?.files[path]));
  const view = {
    has: (path: string) =>
      pages.has(path) || (path.startsWith(`${folder}/media/`) && pictures.has(path.split('/')[2] ?? '')),
    placesIn: (path: string) => placesOfPages(pages.get(path)),
  };
  return { tree, record, ...verifyFiles(changed, view, base) };
};
