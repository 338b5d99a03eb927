import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { UsageError } from '../core/usage-error.ts';

/** Where a server listens. */
type Place = {
  /** The first port to try, or 0 for any that is free. */
  readonly port: number;
  /** Whether other machines may ask, too. */
  readonly isOpen: boolean;
};

/** A server that listens: its port, the addresses of its origin without a slash at their end, and the way to stop it. */
export type Listening = {
  readonly port: number;
  readonly origins: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Listens on a port, or where that is in use on the next one that is free. */
export const listen = async (answer: RequestListener, { port, isOpen }: Place): Promise<Listening> => {
  const server = createServer((request, response) => {
    // A page of another host, whose name leads to this machine, must not read what is not published yet.
    if (isOpen || isOfThisMachine(request.headers.host)) answer(request, response);
    else response.writeHead(403, { 'Content-Type': 'text/plain' }).end(strange);
  });
  await listenAt(server, port, isOpen ? undefined : 'localhost');
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : port;
  const hosts = ['localhost', ...(isOpen ? addressesOfThisMachine() : [])];
  return {
    port: own,
    origins: hosts.map((host) => `http://${host}:${own}`),
    stop: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
};

const listenAt = async (server: Server, port: number, host: string | undefined): Promise<void> => {
  for (let next = port; ; next += 1) {
    try {
      await once(server.listen({ port: next, host }), 'listening');
      return;
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
      if (code === 'EACCES')
        throw new UsageError(`Port ${next} needs rights that you do not have: take one above 1023 with --port.`);
      if (code !== 'EADDRINUSE') throw fault;
      if (next === 65_535) throw new UsageError(`No port from ${port} on is free: take a lower one with --port.`);
    }
  }
};

const strange = 'Only this machine is answered here, at localhost. To answer others, start with --host.\n';

const isOfThisMachine = (host = ''): boolean => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
};

const addressesOfThisMachine = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
