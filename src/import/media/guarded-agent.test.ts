import { type Agent, fetch } from 'undici';
import { describe, expect, test } from 'vitest';
import { explainFetchFault } from './explain-fault.ts';
import { guardedAgent, type Network } from './guarded-agent.ts';
import { nonPublicKind } from './public-address.ts';
import { aMediaServer, anotherLoopback } from './testing.ts';

/** Names mean these addresses, one answer after the other; only `others` are public besides those that really are. */
const aNetwork = (answers: string[][], ...others: string[]): Network & { asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    resolve: (name, _options, done) => {
      asked.push(name);
      const addresses = answers[asked.length - 1] ?? [];
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
    judge: (address) => (others.includes(address) ? undefined : nonPublicKind(address)),
  };
};

const ask = async (url: string, agent: Agent): Promise<string> => {
  try {
    const response = await fetch(url, { dispatcher: agent });
    return await response.text();
  } catch (fault) {
    return explainFetchFault(fault).message;
  } finally {
    await agent.destroy();
  }
};

describe('a connection', () => {
  test('is refused to a name of which any address is private', async () => {
    const { server, port } = await aMediaServer((_request, response) => response.end('secret'));
    let connections = 0;
    server.on('connection', () => connections++);
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::ffff:127.0.0.1']]) {
      const agent = guardedAgent(false, aNetwork([addresses]));
      expect(await ask(`http://rebind.example:${port}/`, agent)).toMatch(
        /^rebind\.example is at .*127\.0\.0\.1, a loopback address, and only public addresses are downloaded from\./,
      );
    }
    expect(connections).toBe(0);
  });

  test('is made to the address that was judged, whatever the name means a moment later', async () => {
    const { port } = await aMediaServer((_request, response) => response.end('public'), anotherLoopback);
    const network = aNetwork([[anotherLoopback], ['127.0.0.1']], anotherLoopback);
    expect(await ask(`http://rebind.example:${port}/`, guardedAgent(false, network))).toBe('public');
    expect(network.asked).toEqual(['rebind.example']);
  });

  test('is refused over https, too, before anything is sent', async () => {
    expect(await ask('https://rebind.example/', guardedAgent(false, aNetwork([['10.0.0.1']])))).toMatch(
      /a private address/,
    );
    expect(await ask('https://[fe80::1]/', guardedAgent(false))).toMatch(/^fe80::1 is a link-local address/);
  });

  test('is refused to a name without an address', async () => {
    expect(await ask('http://nothing.example/', guardedAgent(false, aNetwork([])))).toBe(
      'nothing.example has no address.',
    );
  });

  test('is made to a private address where that is allowed', async () => {
    const { port } = await aMediaServer((_request, response) => response.end('hello'));
    expect(await ask(`http://localhost:${port}/`, guardedAgent(true))).toBe('hello');
  });
});
