import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { FetchFault } from './fetch-fault.ts';
import { nonPublicKind } from './public-address.ts';

/** How the network is seen: how names are looked up, and which addresses are not public, and what they are. */
export type Network = {
  readonly resolve: (
    name: string,
    options: { readonly all: true; readonly family?: number | 'IPv4' | 'IPv6' },
    done: (fault: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
  ) => void;
  readonly judge: (address: string) => string | undefined;
};

/**
 * Connections for downloads, without a proxy. Unless `allowPrivate`, none is made to an address that is not public: what is
 * judged is the very address that is connected to, so that a name cannot mean another one the next time it is asked for.
 * Whoever makes it destroys it, which closes every connection.
 */
export const guardedAgent = (
  allowPrivate: boolean,
  network: Network = { resolve: lookup, judge: nonPublicKind },
): Agent =>
  // The time is limited for the whole download; limits for its parts would only say the same in other words.
  new Agent({
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: allowPrivate ? { timeout: 0 } : publicConnector(network),
  });

const publicConnector = (network: Network): buildConnector.connector => {
  const connect = buildConnector({ allowH2: false, timeout: 0, lookup: publicLookup(network) });
  return (options, done) => {
    const { hostname } = options;
    // An address in figures is never looked up.
    const kind = isIP(hostname) === 0 ? undefined : network.judge(hostname);
    if (kind === undefined) connect(options, done);
    else done(refusal(`${hostname} is ${kind}`), null);
  };
};

const publicLookup =
  ({ resolve, judge }: Network): LookupFunction =>
  (name, { all, family }, done) => {
    resolve(name, { all: true, ...(family !== undefined && { family }) }, (problem, found) => {
      if (problem) return done(problem, []);
      const [first] = found;
      if (!first) return done(new FetchFault(`${name} has no address.`), []);
      // One of them is enough to refuse all: an honest name does not mix them.
      for (const { address } of found) {
        const kind = judge(address);
        if (kind !== undefined) return done(refusal(`${name} is at ${address}, ${kind}`), []);
      }
      return all ? done(null, found) : done(null, first.address, first.family);
    });
  };

const refusal = (what: string): FetchFault =>
  new FetchFault(
    `${what}, and only public addresses are downloaded from. If you trust it, allow it with --allow-private.`,
  );
