import { STATUS_CODES } from 'node:http';
import { type Dispatcher, fetch } from 'undici';
import { explainFetchFault } from './explain-fault.ts';
import { FetchFault } from './fetch-fault.ts';
import { guardedAgent } from './guarded-agent.ts';
import { downloadAddress } from './web-address.ts';

/** How addresses are asked for. Times in milliseconds. */
export type AskLimits = { readonly allowPrivate: boolean; readonly timeout: number; readonly atOnce: number };

/** Patient enough for a slow server, and never a burden to any. */
export const askLimits: AskLimits = { allowPrivate: false, timeout: 20_000, atOnce: 16 };

/**
 * Asks for each address whether there is something, and gives why not, to be printed after a colon; nothing of those that
 * are there. Hosts are asked side by side, and each for one address at a time, by HEAD, and by GET where that is not answered.
 */
export const askAddresses = async (
  addresses: Iterable<string>,
  limits: AskLimits = askLimits,
): Promise<ReadonlyMap<string, string>> => {
  const waiting = [...Map.groupBy(new Set(addresses), (address) => URL.parse(address)?.host ?? '').values()];
  const faults = new Map<string, string>();
  const work = async (): Promise<void> => {
    for (let host = waiting.shift(); host; host = waiting.shift())
      for (const address of host) {
        const fault = await faultAt(address, limits);
        if (fault !== undefined) faults.set(address, fault);
      }
  };
  await Promise.all(Array.from({ length: limits.atOnce }, work));
  return faults;
};

const faultAt = async (address: string, { allowPrivate, timeout }: AskLimits): Promise<string | undefined> => {
  const dispatcher = guardedAgent(allowPrivate);
  const signal = AbortSignal.timeout(timeout);
  const ask = (method: 'HEAD' | 'GET') => statusOf(address, { method, dispatcher, signal });
  try {
    // Many servers answer HEAD as if they had nothing there, or not at all.
    const first = await ask('HEAD').catch(() => 500);
    const status = first < 400 ? first : await ask('GET');
    return status < 400 || tellsOnlyBrowsers.has(status)
      ? undefined
      : `the server answers ${[status, STATUS_CODES[status] ?? ''].join(' ').trim()}`;
  } catch (fault) {
    if (signal.aborted) return `the server does not answer within ${timeout / 1000} seconds`;
    return explainFetchFault(fault).message.replace(/\.$/, '');
  } finally {
    await dispatcher.destroy();
  }
};

/** What servers answer to programs, whatever is there: it says nothing of the page. */
const tellsOnlyBrowsers: ReadonlySet<number> = new Set([401, 403, 406, 407, 429, 451, 999]);

const mostRedirects = 10;

type Asking = { readonly method: 'HEAD' | 'GET'; readonly dispatcher: Dispatcher; readonly signal: AbortSignal };

/** The status at the end of all redirects. Nothing of the page itself is read. */
const statusOf = async (address: string, asking: Asking): Promise<number> => {
  let url = downloadAddress(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetch(url, { ...asking, redirect: 'manual', headers: { 'user-agent': 'Recapsule' } });
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return response.status;
    url = downloadAddress(Buffer.from(location, 'latin1').toString(), url);
  }
  throw new FetchFault(`it is redirected more than ${mostRedirects} times`);
};
