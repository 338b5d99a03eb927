import { join } from 'node:path';
import { built } from '../core/ledger/built-addresses.ts';
import { type Ledger, ledgerFile, parseLedger, unionOf } from '../core/ledger/ledger.ts';
import { seenAddresses } from './lost-pages.ts';
import { type Release, readText, releasesOf } from './manifests.ts';
import { ownAddressesOf } from './previous.ts';
import type { PublishedSite } from './site-folder.ts';
import { placeStaged, withStage, writeStaged } from './stage.ts';

/** What readers have ever seen of a site. */
export type SeenLedger = {
  readonly ledger: Ledger;
  /** Whether the ledger of the site is that of the release that readers see. */
  readonly isSettled: boolean;
  /** Whether a ledger was found; otherwise what trees and manifests say stands for it. */
  readonly isFound: boolean;
};

/**
 * Reads what readers have ever seen of a site: its ledger, which survives rollbacks and prunes, and that of `release`. Where
 * either is gone or damaged, those of all releases; where there is none, what trees and manifests say.
 */
export const publishedLedger = (site: PublishedSite, release: Release | undefined): SeenLedger => {
  const own = readText(ledgerOfSite(site));
  const current = release && readText(ledgerOfRelease(site, release.name));
  const read = [current, own].flatMap((text) => ledgerIn(text) ?? []);
  if (read.length === 2) {
    const [ledger] = read;
    if (ledger && own === current) return { ledger, isSettled: true, isFound: true };
    return { ledger: read.reduce(unionOf), isSettled: false, isFound: true };
  }
  const all = releasesOf(site).toReversed();
  const others = all.flatMap(({ name }) => ledgerIn(readText(ledgerOfRelease(site, name))) ?? []);
  const found = [...others, ...read];
  if (found.length > 0) return { ledger: found.reduce(unionOf), isSettled: false, isFound: true };
  const known = [...all, ...(release ? [release] : [])].map((one) => seenIn(site, one));
  return { ledger: known.reduce(unionOf, new Map()), isSettled: false, isFound: release === undefined };
};

/** The ledger of a release; `undefined` where it is gone, or the release had none. */
export const ledgerOf = (site: PublishedSite, release: string): Ledger | undefined =>
  ledgerIn(readText(ledgerOfRelease(site, release)));

/** Makes the ledger of a release that of its site: another file, so that what damages one leaves the other. */
export const settleLedger = (site: PublishedSite, release: string): Promise<void> =>
  withStage(site, async (stage) => {
    const from = join(stage.folder, ledgerFile);
    writeStaged(stage, from, Buffer.from(readText(ledgerOfRelease(site, release)) ?? ''));
    stage.moves.push({ from, to: ledgerOfSite(site) });
    await placeStaged(site, stage);
  });

const ledgerOfSite = ({ folder }: PublishedSite): string => join(folder, ledgerFile);
const ledgerOfRelease = ({ releases }: PublishedSite, name: string): string => join(releases, name, ledgerFile);

/** What was read last: the ledger of a site is that of its release, and a process that stands by reads it for each push. */
let last: { readonly text: string; readonly ledger: Ledger | undefined } = { text: '', ledger: undefined };

const ledgerIn = (text: string | undefined): Ledger | undefined => {
  if (text === undefined) return undefined;
  if (text !== last.text) {
    const ledger = parseLedger(text);
    last = { text, ledger: typeof ledger === 'number' ? undefined : ledger };
  }
  return last.ledger;
};

const seenIn = (site: PublishedSite, release: Release): Ledger => {
  const ofEvents = release.events
    .flatMap((tree) => seenAddresses(site, tree) ?? [])
    .map((address) => built(address.split('/').length === 3 ? 'event' : 'entry', address));
  const own = ownAddressesOf(release).map((address) => built(address.endsWith('/') ? 'page' : 'copy', address));
  return new Map([...own, ...ofEvents].map((row) => [row.address, { ...row, first: '' }]));
};
