import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { EventRecord } from '../core/event-record.ts';
import { readPlain, sizeOf } from '../io/plain-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import type { RenderedEvent } from '../templates/entry.ts';
import type { Handler, Handling } from '../templates/event-renderer.ts';
import { makeMedia } from '../templates/make-media.ts';
import type { ShownBefore } from '../templates/shown-before.ts';
import { placesOfPages } from './check-pages.ts';
import { type EventTree, parseAs, readEventManifest, readNote, treeFolder } from './manifests.ts';
import { itemsNote, outlinesNote, recordNote, shownNote, titlesNote } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';
import { storeEvent } from './store-event.ts';
import { type Verified, verifyFiles } from './verify-links.ts';

/** An event whose pages have been made, stored and verified. */
export type StoredEvent = Verified & { readonly tree: EventTree; readonly record: EventRecord };

/** Where events are stored, what the release before has of them, and with what addresses begin. */
type Storing = {
  readonly site: PublishedSite;
  readonly before: readonly EventTree[];
  /** Whether the release before was made with the same templates, and all else on which every page depends. */
  readonly isSameCommon: boolean;
  readonly base: string;
};

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

/** The pages in the trees of the release before. */
export const shownBeforeOf = ({ site, before, isSameCommon }: Storing): ShownBefore => {
  const byTop = new Map(isSameCommon ? before.flatMap((tree) => tree.tops.map((top) => [top, tree] as const)) : []);
  const treeOf = (file: string): EventTree | undefined => byTop.get(file.slice(0, file.indexOf('/')));
  const states = new Map<EventTree, Readonly<Record<string, string>>>();
  const statesIn = (tree: EventTree): Readonly<Record<string, string>> => {
    const known = states.get(tree) ?? parseAs(shownStates, readNote(site, tree, shownNote)) ?? {};
    states.set(tree, known);
    return known;
  };
  return {
    stateOf: (file) => {
      const tree = treeOf(file);
      return tree && statesIn(tree)[file];
    },
    read: (file) => {
      const tree = treeOf(file);
      const bytes = tree && readPlain(join(treeFolder(site, tree), file));
      return bytes && hash('sha256', bytes, 'hex') === readEventManifest(site, tree)?.files[file] ? bytes : undefined;
    },
  };
};

const shownStates = z.record(z.string(), z.string());

/** Stores the pages of an event, and verifies those that its tree before did not have. Addresses begin with `base`. */
const storeRendered = async (
  site: PublishedSite,
  { slug: folder, pages: rendered, media, known, shown }: RenderedEvent,
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
    [shownNote, JSON.stringify(Object.fromEntries(shown))],
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
