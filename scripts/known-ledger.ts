import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyLedger, type Ledger, ledgerFile, parseLedger } from '../src/core/ledger/ledger.ts';
import { readSite } from '../src/core/read-site.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { diskSource } from '../src/io/content-source.ts';
import { readEnvironment } from '../src/io/environment.ts';
import { readPlain } from '../src/io/plain-file.ts';
import { contentFolder } from '../src/io/settings.ts';
import { variables } from '../src/io/variables.ts';

/** The options by which a verb is told what readers have seen. */
export const ledgerOptions = { published: { type: 'string' }, first: { type: 'boolean', default: false } } as const;

/** What the help of such a verb says of them. */
export const ledgerHelp = `  --published <place>   what is published now: a file addresses.tsv, the folder or the address of a site that has one, or
                        "live" for the address in site.yml; what readers have seen there must not go
  --first               nothing is published yet

  PUBLISHED=<place>     the same as --published; PUBLISHED=first is --first`;

const limits = { allowPrivate: true, maxBytes: 256 * 2 ** 20, timeout: 60_000 };

/**
 * Reads the ledger that an option names: nothing where none is asked for, an empty one where nothing is published yet. Throws
 * `UsageError` where it cannot be reached, or is none.
 */
export const readKnownLedger = async ({
  published,
  first,
}: {
  readonly published?: string | undefined;
  readonly first: boolean;
}): Promise<Ledger | undefined> => {
  if (first && published !== undefined)
    throw new UsageError('--first says that nothing is published yet: leave out --published.');
  // An empty variable, as CI leaves it behind, is one that is not set.
  const place = published ?? (first ? 'first' : variables()['PUBLISHED'] || undefined);
  if (place === undefined) return undefined;
  if (place === 'first') return emptyLedger;
  if (place === 'live') return live();
  return ledgerOf(await (/^https?:\/\//.test(place) ? fetched(place) : onDisk(place)));
};

/** The ledger of the archive at its own address, or at the newest of its earlier ones that has one. */
const live = async (): Promise<Ledger> => {
  const { top } = await diskSource(await contentFolder());
  const { url, formerUrls } = readSite(top.files, readEnvironment().siteUrl, () => {});
  const faults: string[] = [];
  for (const address of [url, ...formerUrls.toReversed()]) {
    try {
      return ledgerOf(await fetched(address));
    } catch (fault) {
      if (!(fault instanceof UsageError)) throw fault;
      faults.push(fault.message);
    }
  }
  throw new UsageError(faults.join('\n'));
};

const ledgerOf = ({ text, place }: Found): Ledger => {
  const ledger = parseLedger(text);
  if (typeof ledger !== 'number') return ledger;
  throw new UsageError(`${place} is no ledger of addresses: line ${ledger} is none of one. ${ifNone}`);
};

const ifNone = 'If nothing is published yet, or nothing that was built with a ledger, say --first (PUBLISHED=first).';

type Found = { readonly text: string; readonly place: string };

const fetched = async (address: string): Promise<Found> => {
  const place = address.endsWith('.tsv') ? address : `${address.replace(/\/*$/, '/')}${ledgerFile}`;
  // Only who fetches waits until this is loaded.
  const { FetchFault } = await import('../src/import/media/fetch-fault.ts');
  const { transfer } = await import('../src/import/media/transfer.ts');
  try {
    const { bytes } = await transfer(place, limits);
    return { text: new TextDecoder().decode(bytes), place };
  } catch (fault) {
    if (!(fault instanceof FetchFault)) throw fault;
    throw new UsageError(`${place} cannot be reached: ${fault.message} ${ifNone}`);
  }
};

const onDisk = async (path: string): Promise<Found> => {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  const place = isFolder ? join(path, ledgerFile) : path;
  const bytes = readPlain(place);
  if (bytes) return { text: bytes.toString('utf8'), place };
  throw new UsageError(`There is no file ${place}. ${ifNone}`);
};
