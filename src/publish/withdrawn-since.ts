import { readRelease } from './manifests.ts';
import { previousOf } from './previous.ts';
import { ledgerOf, publishedLedger } from './published-ledger.ts';
import type { PublishedSite } from './site-folder.ts';

/** The addresses of the entries that a release, by its name, would show again although they have been withdrawn. */
export const withdrawnSince = (site: PublishedSite): ((name: string) => readonly string[]) => {
  const { ledger } = publishedLedger(site, previousOf(site)?.release);
  const withdrawn = [...ledger.values()].filter(({ now }) => now === 'tombstone').map(({ address }) => address);
  return (name) => {
    const shown = withdrawn.length === 0 ? undefined : ledgerOf(site, name);
    const again = withdrawn.filter((address) => shown?.get(address)?.now === 'page');
    return [...new Set([...again, ...(readRelease(site, name)?.withdrawn ?? [])])].sort();
  };
};
