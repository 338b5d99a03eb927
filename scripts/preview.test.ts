import { expect, inject, test } from 'vitest';
import { startServer } from './testing/server-process.ts';

test('preview serves a build as it is, with its own page for addresses that do not exist', async () => {
  const server = await startServer(['preview', '--outDir', inject('site')], '/');
  try {
    expect(await server.status('/11-11-2019/final-total/')).toBe(200);
    expect(await server.status('/rss.xml')).toBe(200);
    const folder = await fetch(`${server.address}/11-11-2019/final-total?q=1`, { redirect: 'manual' });
    expect([folder.status, folder.headers.get('location')]).toEqual([301, './final-total/?q=1']);
    expect((await fetch(`${server.address}/apollo-11`)).url).toBe(`${server.address}/apollo-11/`);
    const doubled = await fetch(`${server.address}//apollo-11`, { redirect: 'manual' });
    expect(doubled.headers.get('location')).toBe('./apollo-11/');
    for (const path of ['/nothing', '/11-11-2019/nothing?q=1', '//example'])
      expect((await fetch(server.address + path, { redirect: 'manual' })).status, path).toBe(404);
    const missing = await fetch(`${server.address}/11-11-2019/nothing/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('There is no page at this address');
  } finally {
    server.stop();
  }
});
