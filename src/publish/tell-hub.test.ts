import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { readArchive } from '../core/read-archive.ts';
import { aSite, galaWith } from '../core/testing.ts';
import { hubNews, tellHub } from './tell-hub.ts';

const aHub = async (status: number) => {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    heard.push(`${request.method} ${await text(request)}`);
    response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard, server };
};

const siteWith = (fields: Record<string, string>) => readArchive(galaWith({ 'site.yml': aSite(fields) })).archive.site;

test('a hub is told of the feeds of the archive, and of each event that was made', async () => {
  const { address, heard } = await aHub(204);
  const news = hubNews(siteWith({ hub: address, url: 'https://recaps.example.org/x' }), ['gala']);
  expect(news && (await tellHub(news))).toBeUndefined();
  const feeds = ['', 'gala/'].flatMap((page) => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => page + file));
  const body = feeds.map((feed) => `hub.url=${encodeURIComponent(`https://recaps.example.org/x/${feed}`)}`);
  expect(heard).toEqual([`POST hub.mode=publish&${body.join('&')}`]);
});

test('a hub that does not take it is named, and stops nothing', async () => {
  const { address, server } = await aHub(500);
  const news = { hub: address, feeds: [] };
  expect(await tellHub(news)).toBe(`The hub ${address} has not taken the news: it answered with 500.`);
  server.close();
  expect(await tellHub({ ...news, hub: 'http://127.0.0.1:9/' })).toMatch(
    /^The hub http:\/\/127\.0\.0\.1:9\/ has not taken the news: /,
  );
});

test('nobody is told where no hub is named', () => {
  expect(hubNews(siteWith({}), ['gala'])).toBeUndefined();
});
