import { setTimeout } from 'node:timers/promises';
import { type Ledger, ledgerFile, parseLedger } from '../../core/ledger/ledger.ts';
import { UsageError } from '../../core/usage-error.ts';
import { programVersion } from '../../io/settings.ts';
import type { Copy, Unread } from './copy.ts';

/** What is for hosts alone, which need not serve it. */
const ofHosts = /^(?:_headers|_redirects(?:\..+)?|\.nojekyll|_former\/.*)$/;

/** So many files are asked for at once, and each so often where the host fails or asks for patience. */
const [parallel, attempts] = [6, 3];

/** The copy of a site that a server shows. What is asked for is the address that readers know: of `index.html` its folder. */
export const copyAt = async (address: string): Promise<Copy> => {
  const root = new URL(address.replace(/[^/]*\.html?$|\/*$/, '').replace(/\/*$/, '/'));
  const ledger = await ledgerAt(root);
  return {
    parallel,
    read: async (path) => {
      const asked = addressOf(path, root);
      const response = await fetched(asked);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const otherwise = servedOtherwise(path, response, asked, ledger);
      if (otherwise) return otherwise;
      if (response.ok || path === '404.html') return bytes;
      if (response.status === 404 || response.status === 410) return undefined;
      return { kind: 'damaged', why: `the server answers ${response.status}` };
    },
  };
};

const addressOf = (path: string, root: URL): URL =>
  new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    root,
  );

const ledgerAt = async (root: URL): Promise<Ledger> => {
  const response = await fetched(addressOf(ledgerFile, root));
  const ledger = response.ok ? parseLedger(await response.text()) : 0;
  return typeof ledger === 'number' ? new Map() : ledger;
};

/** What a host may do with a file that is no difference: keep its own files, and redirect or refuse itself what has moved or gone. */
const servedOtherwise = (path: string, response: Response, asked: URL, ledger: Ledger): Unread | undefined => {
  const other = (why: string): Unread => ({ kind: 'served otherwise', why });
  if (ofHosts.test(path) && !response.ok) return other('for the host, which does not serve it');
  const own = `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
  const rows = [ledger.get(own), ledger.get(`/${own.split('/')[1]}/`)];
  if (!rows.some((row) => row && row.now !== 'page')) return undefined;
  const isElsewhere = response.redirected && plain(new URL(response.url)) !== plain(asked);
  if (isElsewhere) return other(`the host leads to ${new URL(response.url).pathname} itself`);
  return response.status === 410 ? other('the host says itself that it is gone (410)') : undefined;
};

const plain = ({ host, pathname }: URL): string => host + pathname.replace(/(?:index)?\.html$|\/$/, '');

const fetched = async (address: URL, attempt = 1): Promise<Response> => {
  try {
    const headers = { 'User-Agent': `Recapsule/${programVersion()} (verify)`, 'Cache-Control': 'no-cache' };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(30_000) });
    const isBusy = response.status === 429 || response.status >= 500;
    if (!isBusy || attempt >= attempts) return response;
    const wait = Number(response.headers.get('retry-after') ?? attempt);
    await setTimeout(Math.min(Number.isFinite(wait) ? wait : attempt, 30) * 1000);
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault);
    if (attempt >= attempts) throw new UsageError(`${address} cannot be reached: ${cause}`);
  }
  return fetched(address, attempt + 1);
};
