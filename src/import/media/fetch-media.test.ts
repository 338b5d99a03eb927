import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Fetched, fetchMedia, mediaLimits } from './fetch-media.ts';
import { aMediaServer, aPicture } from './testing.ts';

const inShort = (fetched: ReadonlyMap<string, Fetched>): Record<string, string> =>
  Object.fromEntries(
    [...fetched].map(([address, one]) => [
      address,
      'fault' in one ? one.fault : `${one.bytes.length} ${one.extension}`,
    ]),
  );

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the pictures of an import', () => {
  test('come from the web and from beside the source, with the extension of what they are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recapsule-media-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'page_files'));
    await writeFile(join(folder, 'page_files/b c.jpg'), aPicture(70));
    const { url } = await aMediaServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('GIF89a'),
    );
    const fetched = await fetchMedia([`${url}/a.png`, 'page_files/b%20c.jpg'], { allowPrivate: true, folder });
    expect(inShort(fetched)).toEqual({ [`${url}/a.png`]: '6 gif', 'page_files/b%20c.jpg': '70 png' });
  });

  test('that are none have a fault each, and stop nothing', async () => {
    const { url } = await aMediaServer((request, response) => {
      if (request.url === '/page') response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><p>');
      else if (request.url === '/data') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      else if (request.url === '/large') response.end(aPicture(101));
      else if (request.url === '/slow') response.write('a');
      else if (request.url === '/good') response.end(aPicture());
      else response.writeHead(500).end();
    });
    const paths = ['page', 'data', 'large', 'slow', 'broken', 'good'];
    const addresses = [
      ...paths.map((path) => `${url}/${path}`),
      'a.png',
      'file:///a.png',
      'data:image/png,',
      'http://[',
    ];
    const limits = { ...mediaLimits, maxBytes: 100, timeout: 500 };
    const fetched = inShort(await fetchMedia(addresses, { allowPrivate: true }, limits));
    expect(Object.keys(fetched)).toEqual(addresses);
    expect(Object.values(fetched)).toEqual([
      'it is text/html, not a picture in JPEG, PNG, GIF, WebP, AVIF or SVG.',
      'it is application/json, not a picture in JPEG, PNG, GIF, WebP, AVIF or SVG.',
      'it has more than 0 MB, the most that is downloaded.',
      'it did not arrive within 0.5 seconds.',
      'the server answers 500 Internal Server Error.',
      '64 png',
      'its address is relative, and the source does not say to what.',
      'its address begins with file:, and only http: and https: are downloaded from.',
      'its address begins with data:, and only http: and https: are downloaded from.',
      'that is no address. Expected one such as https://example.org/live.',
    ]);
  });

  test('are not downloaded from private addresses unless that is allowed', async () => {
    const { url } = await aMediaServer((_request, response) => response.end(aPicture()));
    const fetched = await fetchMedia([`${url}/a.png`], { allowPrivate: false });
    expect(inShort(fetched)[`${url}/a.png`]).toMatch(/^127\.0\.0\.1 is a loopback address/);
  });

  test('are in the order of their addresses, four at a time, and each is fetched once', async () => {
    const asked: string[] = [];
    let now = 0;
    let most = 0;
    const { url } = await aMediaServer(async (request, response) => {
      asked.push(request.url ?? '');
      most = Math.max(most, ++now);
      await pause(request.url === '/0' ? 150 : 20);
      now--;
      response.end(aPicture());
    });
    const addresses = Array.from({ length: 12 }, (_, index) => `${url}/${index}`);
    const progress: string[] = [];
    const fetched = await fetchMedia([...addresses, ...addresses], {
      allowPrivate: true,
      onProgress: (done, of) => progress.push(`${done}/${of}`),
    });
    expect([...fetched.keys()]).toEqual(addresses);
    expect(most).toBe(4);
    expect(asked).toHaveLength(12);
    expect(progress).toEqual(addresses.map((_, index) => `${index + 1}/12`));
  });

  test('end where they are too many, at the same one whichever arrives first', async () => {
    let slow = '';
    const asked: string[] = [];
    const { url } = await aMediaServer(async (request, response) => {
      asked.push(request.url ?? '');
      if (request.url === slow) await pause(200);
      response.end(aPicture(2 ** 20));
    });
    const addresses = Array.from({ length: 20 }, (_, index) => `${url}/${index}`);
    for (slow of ['/0', '/3', '/4']) {
      asked.length = 0;
      const fetched = inShort(
        await fetchMedia(addresses, { allowPrivate: true }, { ...mediaLimits, total: 4 * 2 ** 20 }),
      );
      expect(Object.values(fetched)).toEqual([
        ...Array(4).fill(`${2 ** 20} png`),
        ...Array(16).fill('the pictures up to this one have more than 4 MB, the most that is taken.'),
      ]);
      expect(asked.length).toBeLessThan(10);
    }
  });

  test('may be none', async () => expect(await fetchMedia([], { allowPrivate: false })).toEqual(new Map()));
});
