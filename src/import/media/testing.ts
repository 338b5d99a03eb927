import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { onTestFinished } from 'vitest';

/** The beginning of a PNG, which is all that is looked at here. */
export const aPicture = (size = 64): Buffer =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(size)], size);

/** Whether this machine has the loopback address of IPv6. */
export const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

/** A loopback address besides 127.0.0.1: on Linux all of 127.0.0.0/8 are some. */
export const anotherLoopback = process.platform === 'linux' ? '127.0.0.2' : '::1';

/** A server on a loopback address that is stopped with the test. */
export const aMediaServer = async (
  answer: RequestListener,
  host = '127.0.0.1',
): Promise<{ server: Server; port: number; url: string }> => {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { server, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` };
};
