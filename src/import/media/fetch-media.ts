import { FetchFault } from './fetch-fault.ts';
import { readLocal } from './local-file.ts';
import { megabytes } from './megabytes.ts';
import { describeContent, pictureExtension } from './picture-kind.ts';
import { type Downloaded, transfer } from './transfer.ts';

/** A picture, with the extension that fits its content; or why there is none, to be printed after a colon. */
export type Fetched = { readonly bytes: Uint8Array; readonly extension: string } | { readonly fault: string };

/** Where pictures may come from. */
type MediaOptions = {
  readonly allowPrivate: boolean;
  /** Where the source lies on disk; relative addresses are paths in it. */
  readonly folder?: string;
  /** The address of the page that lies there: what is below it may lie beside it as well. */
  readonly page?: string;
  readonly onProgress?: (done: number, of: number) => void;
};

/** How much is fetched. Sizes in bytes, times in milliseconds. */
type MediaLimits = {
  readonly maxBytes: number;
  readonly timeout: number;
  /** The size of all pictures together. */
  readonly total: number;
  readonly atOnce: number;
};

/** Enough for the pictures of a large event, and little enough to be held in memory. */
export const mediaLimits: MediaLimits = { maxBytes: 32 * 2 ** 20, timeout: 20_000, total: 500 * 2 ** 20, atOnce: 4 };

/**
 * Fetches the pictures at these addresses: those of the web are downloaded, those relative to the source are read beside it.
 * Gives each one's picture or fault, in the order of the addresses. What goes beyond the total is the end of that order,
 * whichever arrived first.
 */
export const fetchMedia = async (
  addresses: readonly string[],
  { allowPrivate, folder, page, onProgress }: MediaOptions,
  limits: MediaLimits = mediaLimits,
): Promise<Map<string, Fetched>> => {
  const wanted = [...new Set(addresses)];
  const waiting = [...wanted];
  const fetched = new Map<string, Fetched>();
  const tooMuch = {
    fault: `the pictures up to this one have more than ${megabytes(limits.total)}, the most that is taken.`,
  };
  let size = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // All before it have been started, so that it is beyond the total in the order of the addresses, too.
      const one = size > limits.total ? tooMuch : await fetchOne(next, { allowPrivate, folder, page, ...limits });
      size += sizeOf(one);
      fetched.set(next, one);
      onProgress?.(fetched.size, wanted.length);
    }
  };
  await Promise.all(Array.from({ length: limits.atOnce }, work));
  let sum = 0;
  return new Map(
    wanted.map((address) => {
      const one = fetched.get(address) ?? tooMuch;
      sum += sizeOf(one);
      return [address, sum > limits.total ? tooMuch : one];
    }),
  );
};

const sizeOf = (one: Fetched): number => ('bytes' in one ? one.bytes.length : 0);

type Place = {
  readonly allowPrivate: boolean;
  readonly folder: string | undefined;
  readonly page: string | undefined;
} & MediaLimits;

const fetchOne = async (address: string, place: Place): Promise<Fetched> => {
  try {
    const { bytes, type } = await bytesAt(address, place);
    const extension = pictureExtension(bytes);
    if (extension !== undefined) return { bytes, extension };
    const what = describeContent(bytes, type);
    return { fault: `it is ${what}, not a picture in JPEG, PNG, GIF, WebP, AVIF or SVG.` };
  } catch (fault) {
    if (fault instanceof FetchFault) return { fault: fault.message };
    throw fault;
  }
};

const bytesAt = async (address: string, place: Place): Promise<Pick<Downloaded, 'bytes' | 'type'>> => {
  const beside = await besideThePage(address, place);
  if (beside) return beside;
  // Also an address of another kind: that it is none of the web is said there.
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return transfer(address, place);
  if (place.folder === undefined) throw new FetchFault('its address is relative, and the source does not say to what.');
  return { bytes: await readLocal(address, place.folder, place.maxBytes), type: undefined };
};

/** What has been saved together with its page lies beside it, and need not be downloaded. */
const besideThePage = async (
  address: string,
  { folder, page, maxBytes }: Place,
): Promise<Pick<Downloaded, 'bytes' | 'type'> | undefined> => {
  const above = folder !== undefined && page !== undefined && URL.canParse(page) ? new URL('.', page).href : undefined;
  if (folder === undefined || above === undefined || !address.startsWith(above)) return undefined;
  const path = address.slice(above.length).replace(/[?#].*$/s, '');
  try {
    return path === '' ? undefined : { bytes: await readLocal(path, folder, maxBytes), type: undefined };
  } catch (fault) {
    if (fault instanceof FetchFault) return undefined;
    throw fault;
  }
};
