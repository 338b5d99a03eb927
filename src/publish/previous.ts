import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EventRecord } from '../core/event-record.ts';
import type { FeedItem, FeedOutline } from '../feeds/feed.ts';
import { readKnown } from './known-files.ts';
import {
  type EventTree,
  linkedTrees,
  namesInManifest,
  parseAs,
  type Release,
  readNote,
  readRelease,
  readText,
  releaseName,
  releasesOf,
  treeFolder,
} from './manifests.ts';
import { PublishFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';
import { sumsNote } from './sums-of-event.ts';
import { currentRelease } from './switch-release.ts';
import { missingIn } from './verify-complete.ts';

/** What a release was made from, as its manifest keeps it for the next one to compare. */
export type Inputs = {
  /** The templates, and everything else on which every page depends. */
  readonly common: string;
  /** The state of each folder of the content, and the slug of the event that was in it, if one was. */
  readonly folders: Readonly<Record<string, { readonly fingerprint: string; readonly event?: string }>>;
  /** The state of what the archive has beside its events, and the addresses of its pages and of what is copied. */
  readonly own?: { readonly fingerprint: string; readonly addresses: readonly string[] };
};

/** An event that an earlier release has, with its tree and what is kept of it. */
export type EarlierEvent = { readonly tree: EventTree; readonly record: EventRecord };

/** The release that readers see, and what it was made from. */
export type Previous = { readonly release: Release; readonly inputs: Inputs };

/**
 * The release that readers see, if there is one. Where the link to it or its manifest is gone or damaged, as much as is
 * known of it: at least which addresses it has. Where not even that is, the newest release that is whole stands for it.
 */
export const previousOf = (site: PublishedSite): Previous | undefined => {
  const name = currentRelease(site);
  const release = name === undefined ? undefined : (readRelease(site, name) ?? recover(site, name));
  const known = release ?? newestWhole(site) ?? (name === undefined ? undefined : ofTrees(site, name));
  return known && { release: known, inputs: inputs.safeParse(known.inputs).data ?? nothing };
};

/** The addresses of an archive's own pages and of what is copied, as a release has them. */
export const ownAddressesOf = (release: Release): readonly string[] =>
  inputs.safeParse(release.inputs).data?.own?.addresses ?? [];

/** What tells whether a document of the archive's history has changed since a release, by its number from 1. */
export const documentsBefore = ({ release }: Previous): readonly string[] =>
  z.object({ documents: z.array(z.string()) }).safeParse(release.inputs).data?.documents ?? [];

/** The moment of the content that a release was made from, in milliseconds since 1970, if it says it. */
export const momentOfRelease = ({ release }: Previous): number | undefined =>
  z.object({ moment: z.number() }).safeParse(release.inputs).data?.moment;

/** What the folder of a release says where its manifest is gone: its events. */
const recover = (site: PublishedSite, name: string): Release | undefined => {
  const events = linkedTrees(site, name);
  return events && { name, number: 0, made: '', inputs: nothing, events, files: {}, assets: [] };
};

const newestWhole = (site: PublishedSite): Release | undefined => {
  const releases = releasesOf(site);
  const whole = releases.find(({ name }) => missingIn(site, name, { hashes: false }).length === 0);
  return whole ?? releases[0] ?? newestFolder(site);
};

/** Folders without a manifest are what is left where all manifests are gone. Their names begin with their times. */
const newestFolder = (site: PublishedSite): Release | undefined => {
  const names = namesInManifest(site.releases).filter((name) => releaseName.test(name));
  return names.toReversed().flatMap((name) => recover(site, name) ?? [])[0];
};

/** Where all releases are gone that readers have seen: the trees that were stored last. */
const ofTrees = (site: PublishedSite, name: string): Release => {
  const events = namesInManifest(site.events).flatMap((folder) => {
    const stored = namesInManifest(join(site.events, folder)).map((id) => ({ folder, id, tops: [folder] }));
    const time = (tree: EventTree): number => statSync(treeFolder(site, tree), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return stored.sort((a, b) => time(b) - time(a)).slice(0, 1);
  });
  return { name, number: 0, made: '', inputs: nothing, events, files: {}, assets: [] };
};

/** The event that the previous release has of a folder; none where its tree or its record is damaged. */
export const earlierEvent = (
  site: PublishedSite,
  { release, inputs }: Previous,
  folder: string,
): EarlierEvent | undefined => {
  const slug = inputs.folders[folder]?.event;
  const tree = release.events.find((one) => one.folder === slug);
  const record = tree && noteIn(site, tree, recordNote, eventRecord);
  return tree && record && { tree, record };
};

/** The items of an event that can be in the archive's feed, newest first. Throws `PublishFault` where they are damaged. */
export const itemsOf = (site: PublishedSite, tree: EventTree): readonly FeedItem[] =>
  noteOf(site, tree, itemsNote, feedItems);

/** All items of an event that have come, without their texts, oldest first. Throws `PublishFault` where they are damaged. */
export const outlinesOf = (site: PublishedSite, tree: EventTree): readonly FeedOutline[] =>
  noteOf(site, tree, outlinesNote, feedOutlines);

/** What the index of all titles has of an event in the store, as JSON. Throws `PublishFault` where it is gone. */
export const titlesOf = (site: PublishedSite, tree: EventTree): string =>
  readNote(site, tree, titlesNote) ?? refuseNote(site, tree, titlesNote);

/** The lines that an event in the store has among the sums of a site. Throws `PublishFault` where they are gone. */
export const sumsOfTree = (site: PublishedSite, tree: EventTree): string =>
  readNote(site, tree, sumsNote) ?? refuseNote(site, tree, sumsNote);

const noteOf = <Note>(site: PublishedSite, tree: EventTree, name: string, schema: z.ZodType<Note>): Note => {
  return noteIn(site, tree, name, schema) ?? refuseNote(site, tree, name);
};

/** What a note holds, if it is as it was written: a process that publishes often reads those of all events each time. */
const noteIn = <Note>(site: PublishedSite, tree: EventTree, name: string, schema: z.ZodType<Note>): Note | undefined =>
  readKnown(join(treeFolder(site, tree), name), (file) => parseAs(schema, readText(file)));

const refuseNote = (site: PublishedSite, tree: EventTree, note: string): never => {
  const place = treeFolder(site, tree);
  throw new PublishFault(`${place}/${note} is damaged. Remove the folder ${place}, then publish again.`);
};

/**
 * The names under which a tree keeps the record of its event, its feed items with and without their texts, its titles, and the
 * states of what its pages show.
 */
export const recordNote = 'record.json';
export const itemsNote = 'items.json';
export const outlinesNote = 'outlines.json';
export const titlesNote = 'titles.json';
export const shownNote = 'shown.json';

const nothing: Inputs = { common: '', folders: {} };

const inputs: z.ZodType<Inputs> = z.object({
  common: z.string(),
  folders: z.record(z.string(), z.object({ fingerprint: z.string(), event: z.string().exactOptional() })),
  own: z.object({ fingerprint: z.string(), addresses: z.array(z.string()) }).exactOptional(),
});

// Of what the templates have written, only what is used here is looked at: the name of a tree says whether the rest is
// as it was written.
const eventRecord = z.custom<EventRecord>(
  (value) =>
    z
      .object({
        summary: z.object({ slug: z.string(), aliases: z.array(z.string()) }),
        links: z.array(z.object({ folder: z.string(), href: z.string() })),
        feed: z.object({ placed: z.array(z.tuple([z.number(), z.string()])), news: z.array(z.number()) }),
      })
      .safeParse(value).success,
);

const feedOutlines = z.custom<readonly FeedOutline[]>(
  (value) => z.array(z.object({ id: z.string(), placed: z.number() })).safeParse(value).success,
);

const feedItems = z.custom<readonly FeedItem[]>(
  (value) => z.array(z.object({ id: z.string(), placed: z.number(), content: z.string() })).safeParse(value).success,
);
