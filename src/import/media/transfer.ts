import { STATUS_CODES } from 'node:http';
import { fetch, type Response } from 'undici';
import { ImportRefused } from '../live-blog.ts';
import { explainFetchFault } from './explain-fault.ts';
import { FetchFault } from './fetch-fault.ts';
import { guardedAgent } from './guarded-agent.ts';
import { megabytes } from './megabytes.ts';
import { downloadAddress, redirectAddress, shownAddress } from './web-address.ts';

/** What has been downloaded: its bytes, the address after all redirects, and what the server calls it. */
export type Downloaded = { readonly bytes: Uint8Array; readonly url: string; readonly type: string | undefined };

/** How far a download may go. */
export type DownloadLimits = {
  /** Whether addresses may be downloaded from that are not of the public internet. */
  readonly allowPrivate: boolean;
  /** The largest size, after decompression. */
  readonly maxBytes: number;
  /** Milliseconds for everything: finding the server, redirects, the last byte. */
  readonly timeout: number;
};

/** Downloads what a person named, as `transfer` does. Throws `ImportRefused` where that is not possible. */
export const download = async (address: string, limits: DownloadLimits): Promise<Downloaded> => {
  try {
    return await transfer(address, limits);
  } catch (fault) {
    if (!(fault instanceof FetchFault)) throw fault;
    throw new ImportRefused(
      `${shownAddress(address)} cannot be downloaded: ${fault.message} Save it from a browser instead, and import the file.`,
    );
  }
};

/**
 * Downloads from the web. No cookies or passwords are sent, no proxy is used, and at most five redirects are followed, each
 * judged like the address itself. No connection is left open. Throws `FetchFault` where something else than a file is
 * found, or a limit is reached.
 */
export const transfer = async (
  address: string,
  { allowPrivate, maxBytes, timeout }: DownloadLimits,
  agent = guardedAgent(allowPrivate),
): Promise<Downloaded> => {
  const signal = AbortSignal.timeout(timeout);
  try {
    const { response, url } = await follow(downloadAddress(address), (next) =>
      fetch(next, { dispatcher: agent, signal, redirect: 'manual', headers: { 'user-agent': 'Recapsule' } }),
    );
    const type = response.headers.get('content-type') ?? undefined;
    return { bytes: await readBody(response, maxBytes), url: url.href, type };
  } catch (fault) {
    if (signal.aborted) throw new FetchFault(`it did not arrive within ${timeout / 1000} seconds.`);
    throw explainFetchFault(fault);
  } finally {
    await agent.destroy();
  }
};

const mostRedirects = 5;

const follow = async (
  start: URL,
  request: (url: URL) => Promise<Response>,
): Promise<{ response: Response; url: URL }> => {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await request(url);
    const location = response.headers.get('location');
    if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) {
      refuseStatus(response.status);
      return { response, url };
    }
    await response.body?.cancel();
    url = redirectAddress(location, url);
  }
  throw new FetchFault(`it is redirected more than ${mostRedirects} times.`);
};

const refuseStatus = (status: number): void => {
  if (status >= 200 && status <= 299) return;
  throw new FetchFault(`the server answers ${[status, STATUS_CODES[status] ?? ''].join(' ').trim()}.`);
};

const readBody = async (response: Response, maxBytes: number): Promise<Uint8Array> => {
  const tooLarge = `it has more than ${megabytes(maxBytes)}, the most that is downloaded.`;
  if (Number(response.headers.get('content-length')) > maxBytes) throw new FetchFault(tooLarge);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new FetchFault(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
};
