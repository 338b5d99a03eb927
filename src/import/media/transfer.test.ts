import { lookup } from 'node:dns';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { patience } from '../../../scripts/testing/patience.ts';
import { FetchFault } from './fetch-fault.ts';
import { guardedAgent } from './guarded-agent.ts';
import { nonPublicKind } from './public-address.ts';
import { aMediaServer, anotherLoopback, hasIpv6 } from './testing.ts';
import { type DownloadLimits, transfer } from './transfer.ts';

const limits: DownloadLimits = { allowPrivate: true, maxBytes: 2 ** 20, timeout: 10_000 };

const textAt = async (address: string): Promise<string> =>
  Buffer.from((await transfer(address, limits)).bytes).toString();

const faultOf = async (address: string, others: Partial<DownloadLimits> = {}): Promise<string> => {
  const fault: unknown = await transfer(address, { ...limits, ...others }).then(
    () => 'nothing',
    (one: unknown) => one,
  );
  if (!(fault instanceof FetchFault)) throw new Error('Something else has happened', { cause: fault });
  return fault.message;
};

describe('a download', () => {
  test('gives the bytes, the address, and what the server calls them', async () => {
    const { url } = await aMediaServer((request, response) => {
      expect(request.headers).toMatchObject({ 'user-agent': 'Recapsule' });
      expect(request.headers).not.toHaveProperty('cookie');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('Grüße');
    });
    const { bytes, ...rest } = await transfer(`${url}/a?b#c`, limits);
    expect(Buffer.from(bytes).toString()).toBe('Grüße');
    expect(rest).toEqual({ url: `${url}/a?b`, type: 'text/html; charset=utf-8' });
  });

  test('undoes a compression', async () => {
    const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
    for (const [encoding, pack] of Object.entries(packers)) {
      const { url } = await aMediaServer((_request, response) =>
        response.writeHead(200, { 'content-encoding': encoding }).end(pack('hello')),
      );
      expect(await textAt(url)).toBe('hello');
    }
  });

  test('uses no proxy of the environment', async () => {
    const { url: proxy } = await aMediaServer((_request, response) => response.end('proxy'));
    const before = { ...process.env };
    onTestFinished(() => {
      process.env = before;
    });
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) process.env[name] = proxy;
    process.env['NODE_USE_ENV_PROXY'] = '1';
    const { url } = await aMediaServer((_request, response) => response.end('server'));
    expect(await textAt(url)).toBe('server');
  });

  test('leaves no connection behind, also when it is refused', async () => {
    const { server, url } = await aMediaServer((request, response) => {
      if (request.url === '/large') response.end(Buffer.alloc(2 ** 21));
      else if (request.url === '/endless') response.write('a');
      else response.end('hello');
    });
    const open = (): Promise<number> =>
      new Promise((resolve, reject) =>
        server.getConnections((fault, count) => (fault ? reject(fault) : resolve(count))),
      );
    await transfer(url, limits);
    await faultOf(`${url}/large`);
    await faultOf(`${url}/endless`, { timeout: 200 });
    await expect.poll(open).toBe(0);
  });
});

describe('a redirect', () => {
  test('is followed, and its end is the address', async () => {
    const { url } = await aMediaServer((request, response) => {
      const hop = Number(request.url?.slice(1));
      if (hop === 5) response.end('there');
      else response.writeHead([301, 302, 303, 307, 308][hop] ?? 500, { location: String(hop + 1) }).end('moved');
    });
    const { bytes, url: end } = await transfer(`${url}/0`, limits);
    expect([Buffer.from(bytes).toString(), end]).toEqual(['there', `${url}/5`]);
  });

  test('is followed at most five times', async () => {
    let requests = 0;
    const { url } = await aMediaServer((_request, response) => {
      requests++;
      response.writeHead(302, { location: '/' }).end();
    });
    expect(await faultOf(url)).toBe('it is redirected more than 5 times.');
    expect(requests).toBe(6);
  });

  test.each([
    ['file:///etc/passwd', 'its address begins with file:, and only http: and https: are downloaded from.'],
    [
      'http://a:b@127.0.0.1/',
      'its address holds a user name or password, which are not sent to anyone. Leave them out.',
    ],
    ['http://[', 'that is no address. Expected one such as https://example.org/live.'],
  ])('to %s is refused', async (location, fault) => {
    const { url } = await aMediaServer((_request, response) => response.writeHead(302, { location }).end());
    expect(await faultOf(url)).toBe(fault);
  });

  test('that leads nowhere is no answer', async () => {
    const { url } = await aMediaServer((_request, response) => response.writeHead(302).end());
    expect(await faultOf(url)).toBe('the server answers 302 Found.');
  });

  test('may have an address in UTF-8', async () => {
    const { url } = await aMediaServer((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: Buffer.from('/é').toString('latin1') }).end();
      else response.end(request.url);
    });
    expect((await transfer(url, limits)).url).toBe(`${url}/%C3%A9`);
  });
});

describe('an address that is not public', () => {
  const closed = { allowPrivate: false };

  test.each([
    ['127.0.0.1', '127.0.0.1 is a loopback address'],
    ['2130706433', '127.0.0.1 is a loopback address'],
    ['0x7f000001', '127.0.0.1 is a loopback address'],
    ['017700000001', '127.0.0.1 is a loopback address'],
    ['0177.0.0.0x1', '127.0.0.1 is a loopback address'],
    ['127.1', '127.0.0.1 is a loopback address'],
    ['127.0.0.1.', '127.0.0.1 is a loopback address'],
    ['１２７.０.０.１', '127.0.0.1 is a loopback address'],
    ['%31%32%37.0.0.1', '127.0.0.1 is a loopback address'],
    ['0', '0.0.0.0 is an unspecified address'],
    ['[::1]', '::1 is a loopback address'],
    ['[::]', ':: is an unspecified address'],
    ['[0:0:0:0:0:0:0:1]', '::1 is a loopback address'],
    ['[::ffff:127.0.0.1]', '::ffff:7f00:1 is a loopback address'],
    ['[::127.0.0.1]', '::7f00:1 is a reserved address'],
    ['[64:ff9b::127.0.0.1]', '64:ff9b::7f00:1 is a loopback address'],
    ['169.254.169.254', '169.254.169.254 is a link-local address'],
    ['localhost', 'localhost is at 127.0.0.1, a loopback address'],
    ['LOCALHOST', 'localhost is at 127.0.0.1, a loopback address'],
  ])('is refused: %s', async (host, fault) => {
    let requests = 0;
    const { port } = await aMediaServer((_request, response) => {
      requests++;
      response.end('secret');
    });
    const found = await faultOf(`http://${host}:${port}/`, closed);
    // Where a machine has both, either may be named.
    expect(found.replace('localhost is at ::1', 'localhost is at 127.0.0.1')).toBe(
      `${fault}, and only public addresses are downloaded from. If you trust it, allow it with --allow-private.`,
    );
    expect(requests).toBe(0);
  });

  test.each(['localhost.', 'a.localhost', 'ip6-localhost'])(
    'is refused or unknown by the name %s, as the machine resolves it',
    async (name) => {
      const { port } = await aMediaServer((_request, response) => response.end('secret'));
      expect(await faultOf(`http://${name}:${port}/`, closed)).toMatch(/a loopback address|ENOTFOUND|EAI_AGAIN/);
    },
  );

  test('is downloaded from where that is allowed, in every spelling', async () => {
    const { port } = await aMediaServer((_request, response) => response.end('hello'));
    for (const host of ['2130706433', '127.1', 'localhost', '[::ffff:127.0.0.1]']) {
      expect(await textAt(`http://${host}:${port}/`)).toBe('hello');
    }
  });

  test.skipIf(!hasIpv6)('is downloaded from where that is allowed, also by IPv6', async () => {
    const { url } = await aMediaServer((_request, response) => response.end('six'), '::1');
    expect(await textAt(url)).toBe('six');
  });

  test('is refused behind a redirect', async () => {
    let requests = 0;
    const secret = await aMediaServer((_request, response) => {
      requests++;
      response.end('secret');
    });
    // What is public here is the other address, and what it redirects to is not.
    const { url } = await aMediaServer((request, response) => {
      if (request.url === '/') response.end('public');
      else response.writeHead(302, { location: `http://${request.url?.slice(1)}:${secret.port}/` }).end();
    }, anotherLoopback);
    const judge = (address: string): string | undefined =>
      address === anotherLoopback ? undefined : nonPublicKind(address);
    const ask = (path: string): Promise<unknown> =>
      transfer(`${url}/${path}`, { ...limits, allowPrivate: false }, guardedAgent(false, { resolve: lookup, judge }));
    await expect(ask('')).resolves.toMatchObject({ bytes: Buffer.from('public') });
    for (const host of ['127.0.0.1', '0x7f.1', 'localhost', '[::ffff:127.0.0.1]']) {
      await expect(ask(host)).rejects.toThrow(/ a loopback address, and only|, a loopback address/);
    }
    expect(requests).toBe(0);
  });
});

describe('a limit', () => {
  const tooLarge = 'it has more than 1 MB, the most that is downloaded.';

  test('of size is judged by what the server announces, before anything is read', async () => {
    const { url } = await aMediaServer((_request, response) => {
      response.writeHead(200, { 'content-length': 2 ** 20 + 1 }).write('a');
    });
    expect(await faultOf(url)).toBe(tooLarge);
  });

  test('of size is judged while bytes arrive, and exactly', async () => {
    let size = 2 ** 20;
    const { url } = await aMediaServer((_request, response) => {
      response.write(Buffer.alloc(size - 1));
      response.end('a');
    });
    expect((await transfer(url, limits)).bytes).toHaveLength(2 ** 20);
    size++;
    expect(await faultOf(url)).toBe(tooLarge);
  });

  test('of size counts what comes out of a compression', async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 28));
    expect(bomb.length).toBeLessThan(2 ** 20);
    const double = gzipSync(bomb);
    const { url } = await aMediaServer((request, response) =>
      request.url === '/double'
        ? response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(double)
        : response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const before = process.memoryUsage().rss;
    expect(await faultOf(url)).toBe(tooLarge);
    expect(await faultOf(`${url}/double`)).toBe(tooLarge);
    expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 27);
  });

  test('of time holds for a server that says nothing, one that drips, and one that redirects slowly', async () => {
    const { url } = await aMediaServer((request, response) => {
      if (request.url === '/silent') return;
      if (request.url === '/redirect') {
        setTimeout(() => response.writeHead(302, { location: '/redirect' }).end(), 200);
        return;
      }
      const drip = setInterval(() => response.write('a'), 20);
      response.once('close', () => clearInterval(drip));
    });
    for (const path of ['silent', 'drip', 'redirect']) {
      const start = performance.now();
      expect(await faultOf(`${url}/${path}`, { timeout: 500 })).toBe('it did not arrive within 0.5 seconds.');
      expect(performance.now() - start).toBeLessThan(patience);
    }
  });
});

describe('an answer that is damaged', () => {
  test('ends before the length that was announced', async () => {
    const { url } = await aMediaServer((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('a', () => response.destroy());
    });
    expect(await faultOf(url)).toMatch(/^the connection broke off \(/);
  });

  test('is not what its compression says', async () => {
    const { url } = await aMediaServer((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    );
    expect(await faultOf(url)).toMatch(/^what arrived is compressed in a way that cannot be undone \(/);
  });

  test('is no HTTP', async () => {
    const server = createServer((socket) => {
      socket.resume();
      socket.end('220 mail.example ESMTP\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    expect(await faultOf(`http://127.0.0.1:${address.port}`)).toMatch(/^the server does not speak the protocol/);
  });

  test('comes without protection where it was asked for', async () => {
    const { port } = await aMediaServer((_request, response) => response.end());
    expect(await faultOf(`https://127.0.0.1:${port}`)).toMatch(/^the server does not speak the protocol/);
  });

  test('does not come at all', async () => {
    const { url, server } = await aMediaServer(() => undefined);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(await faultOf(url)).toBe('the server takes no connections there (ECONNREFUSED).');
    expect(await faultOf('http://nothing.invalid/')).toMatch(
      /^(there is no server of this name|the name of the server)/,
    );
  });
});
