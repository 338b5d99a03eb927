import type { EventRecord } from '../../src/core/event-record.ts';
import type { FeedItem } from '../../src/feeds/feed.ts';
import { type EventTree, type Release, readNote, readRelease } from './manifests.ts';
import type { Site } from './site-folder.ts';
import { currentRelease } from './switch-release.ts';

/** What a release was made from, as its manifest keeps it for the next one to compare. */
export type Inputs = {
  /** The templates, and everything else on which every page depends. */
  readonly common: string;
  /** The state of each folder of the content, and the slug of the event that was in it, if one was. */
  readonly folders: Readonly<Record<string, { readonly fingerprint: string; readonly event?: string }>>;
};

/** An event that an earlier release has, with its tree and what is kept of it. */
export type EarlierEvent = { readonly tree: EventTree; readonly record: EventRecord };

/** The release that readers see, and what it was made from. */
export type Previous = { readonly release: Release; readonly inputs: Inputs };

/** The release that readers see, if there is one. */
export const previousOf = (site: Site): Previous | undefined => {
  const name = currentRelease(site);
  const release = name === undefined ? undefined : readRelease(site, name);
  return release && { release, inputs: release.inputs as Inputs };
};

/** The event that the previous release has of a folder. */
export const earlierEvent = (site: Site, { release, inputs }: Previous, folder: string): EarlierEvent | undefined => {
  const slug = inputs.folders[folder]?.event;
  const tree = release.events.find((one) => one.folder === slug);
  const record = tree && readNote(site, tree, recordNote);
  return tree && record !== undefined ? { tree, record: JSON.parse(record) as EventRecord } : undefined;
};

/** The feed items of an event in the store, newest first. */
export const itemsOf = (site: Site, tree: EventTree): readonly FeedItem[] =>
  JSON.parse(readNote(site, tree, itemsNote) ?? '[]') as readonly FeedItem[];

/** The names under which a tree keeps the record of its event, and its feed items. */
export const recordNote = 'record.json';
export const itemsNote = 'items.json';
