import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, inject, test } from 'vitest';
import { headerPolicy, headersWith, hostsOf, pagePolicy } from '../../src/core/page-policy.ts';
import { root } from '../../src/io/settings.ts';
import { filesOf } from '../testing/built-site.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary-content.ts';
import { findNginx, runNginx } from './testing/run-nginx.ts';

const folder = temporaryFolder();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What the evaluator has against a policy that is graver than "maybe": HIGH is 10, MEDIUM is 30. */
const graveIn = (policy: string): string[] =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity <= 30)
    .map(({ directive, description }) => `${directive}: ${description}`);

describe('the content security policy', () => {
  test.each(['plain', 'search'] as const)('of a %s page has nothing HIGH or MEDIUM', (kind) => {
    expect(graveIn(headerPolicy(kind))).toEqual([]);
    expect(graveIn(pagePolicy(kind))).toEqual([]);
  });

  test('lets nothing unsafe run, but WebAssembly on search pages', () => {
    expect(headerPolicy('plain')).not.toContain('unsafe');
    expect(headerPolicy('search').match(/'[a-z-]*unsafe-[a-z-]*'/g)).toEqual(["'wasm-unsafe-eval'"]);
  });

  test('names the hosts of scripts, those of addresses in their settings, and no others', () => {
    const attributes = {
      src: 'https://stats.example/s.js',
      'data-api': 'https://in.example/event',
      'data-domain': 'a.example',
    };
    const hosts = hostsOf({ scripts: [{ attributes }, { attributes: { src: '/own.js' } }], meta: [] });
    expect(pagePolicy('plain', hosts)).toBe(
      pagePolicy('plain')
        .replace("script-src 'self'", "script-src 'self' https://stats.example")
        .replace("connect-src 'self'", "connect-src 'self' https://stats.example https://in.example"),
    );
    expect(headersWith(read('public/_headers'), hosts)).toContain(headerPolicy('search', hosts));
    expect(headersWith(read('public/_headers'), hostsOf({ scripts: [], meta: [] }))).toBe(read('public/_headers'));
  });

  test('is the same in every snippet', () => {
    expect(read('public/_headers')).toContain(`\n  Content-Security-Policy: ${headerPolicy('search')}\n`);
    for (const snippet of ['scripts/hosts/nginx.conf', 'scripts/hosts/Caddyfile'])
      for (const kind of ['plain', 'search'] as const) expect(read(snippet)).toContain(`"${headerPolicy(kind)}"`);
  });

  test('lets other sites read every feed and all data, and nothing else', () => {
    const rules = read('public/_headers')
      .split(/\n(?=\/)/)
      .filter((rule) => rule.includes('Access-Control-Allow-Origin: *'));
    const allowed = rules.map((rule) => rule.split('\n', 1)[0] ?? '');
    const patterns = allowed.map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`));
    const isOpen = (path: string): boolean => patterns.some((pattern) => pattern.test(`/${path}`));
    const files = [...filesOf(inject('site')).keys()];
    const data = files.filter(
      // Pagefind's files and what a build says of itself are no data of an event.
      (path) =>
        /(^|\/)(rss|atom|feed-archive\/[^/]+)\.xml$|\.(json|csv)$/.test(path) && !/pagefind\/|^build-info\./.test(path),
    );
    expect(data.length).toBeGreaterThan(20);
    expect(data.filter((path) => !isOpen(path))).toEqual([]);
    expect(files.filter((path) => path.endsWith('.html') && isOpen(path))).toEqual([]);
  });

  test('is not taken for good by its judge, whatever it says', () => {
    expect(graveIn("script-src 'unsafe-inline'")).not.toEqual([]);
  });
});

const nginx = findNginx();

/** Starts nginx with the shipped snippet, of which only the place and the port are changed. */
const startNginx = async (program: string, served: string) => {
  const { port, stop } = await runNginx(program, folder, (port) => {
    const snippet = read('scripts/hosts/nginx.conf')
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('root /srv/recaps/current;', `root "${served}";`)
      .replace('include /srv/recaps/current/', `include ${served}/`);
    return `types { text/html html; text/css css; image/svg+xml svg; image/png png; image/webp webp; font/woff2 woff2; application/json json; application/xml xml; text/plain txt; application/javascript js; }
${snippet}`;
  });
  return { address: `http://127.0.0.1:${port}`, stop };
};

describe.skipIf(nginx === undefined)('nginx, where it is installed, with the shipped snippet', () => {
  test('serves the documents of a feed history as Atom', async () => {
    const site = join(folder, 'documents');
    const documents = ['feed-archive/1.xml', 'gala/feed-archive/1.xml', 'gala/topics/songs/feed-archive/2.xml'];
    await writeFiles(site, {
      '_redirects.nginx': '',
      ...Object.fromEntries(documents.map((path) => [path, '<feed/>'])),
    });
    const { address, stop } = await startNginx(nginx ?? '', site);
    try {
      for (const path of documents) {
        const { status, headers } = await fetch(`${address}/${path}`);
        expect([status, headers.get('content-type')], path).toEqual([200, 'application/atom+xml; charset=utf-8']);
      }
    } finally {
      await stop();
    }
  });

  test('knows what has moved, and what is withdrawn or gone', async () => {
    const site = join(folder, 'moved');
    await writeFiles(site, {
      'index.html': 'home',
      '404.html': 'nowhere',
      'gala/wrong/index.html': 'withdrawn',
      '_redirects.nginx': '"/gala/wrong/" "gone";\n"~^/gala/media/a-1[^/]*$" "gone";\n"~^/fair/(.*)$" "/gala/$1";\n',
    });
    const { address, stop } = await startNginx(nginx ?? '', site);
    try {
      const answer = async (path: string) => {
        const response = await fetch(address + path, { redirect: 'manual' });
        return [response.status, response.headers.get('location') ?? (await response.text())];
      };
      expect(await answer('/gala/wrong/')).toEqual([410, 'withdrawn']);
      expect(await answer('/gala/media/a-1-480.png')).toEqual([410, 'nowhere']);
      expect(await answer('/fair/first/?a=b')).toEqual([301, '/gala/first/?a=b']);
      expect(await answer('/_redirects.nginx')).toEqual([404, 'nowhere']);
    } finally {
      await stop();
    }
  });

  test('serves a site with the documented headers', async () => {
    const site = inject('site');
    const { address, stop } = await startNginx(nginx ?? '', site);
    try {
      const headersOf = async (path: string) => {
        const { status, headers } = await fetch(address + path);
        const of = (name: string) => headers.get(name);
        return [
          status,
          of('content-type'),
          of('cache-control'),
          of('content-security-policy'),
          of('x-content-type-options'),
        ];
      };
      const common = [headerPolicy('plain'), 'nosniff'];
      const brief = 'public, max-age=60';
      const ever = 'public, max-age=31536000, immutable';
      for (const path of ['/', '/apollo-11/', '/11-11-2019/final-total/', '/feeds/', '/double-eleven-2019/'])
        expect(await headersOf(path), path).toEqual([200, 'text/html; charset=utf-8', brief, ...common]);
      const types = {
        '/rss.xml': 'application/rss+xml; charset=utf-8',
        '/apollo-11/atom.xml': 'application/atom+xml; charset=utf-8',
        '/11-11-2019/topics/gmv/feed.json': 'application/feed+json; charset=utf-8',
        '/sitemap.xml': 'application/xml; charset=utf-8',
        '/robots.txt': 'text/plain; charset=utf-8',
        '/11-11-2019/event.json': 'application/json; charset=utf-8',
        '/11-11-2019/milestones/milestones.csv': 'text/csv; charset=utf-8',
      };
      for (const [path, type] of Object.entries(types))
        expect(await headersOf(path), path).toEqual([200, type, brief, ...common]);
      const origin = async (path: string) => (await fetch(address + path)).headers.get('access-control-allow-origin');
      for (const path of ['/rss.xml', '/apollo-11/feed.json', '/11-11-2019/milestones/milestones.csv'])
        expect(await origin(path), path).toBe('*');
      expect(await origin('/apollo-11/')).toBeNull();
      const folder = await fetch(`${address}/apollo-11`, { redirect: 'manual' });
      expect([folder.status, folder.headers.get('location')]).toEqual([301, '/apollo-11/']);
      expect((await fetch(`${address}/rss.xml`)).headers.get('vary')).toBe('Accept-Encoding');
      const files = [...filesOf(site).keys()];
      const hashed = files.filter(
        (path) => /^(_astro|[^/]+\/media)\//.test(path) && /\.(css|woff2|avif|webp|png)$/.test(path),
      );
      expect(hashed.length).toBeGreaterThan(10);
      for (const path of hashed) expect((await headersOf(`/${path}`)).slice(2), path).toEqual([ever, ...common]);
      expect(await headersOf('/nothing/')).toEqual([404, 'text/html; charset=utf-8', null, ...common]);
      const compressed = [
        '/',
        '/sitemap.xml',
        '/rss.xml',
        ...files.filter((path) => path.endsWith('.js')).map((path) => `/${path}`),
      ];
      for (const path of compressed)
        expect((await fetch(address + path)).headers.get('content-encoding'), path).toBe('gzip');
      expect((await headersOf('/_astro/gone.js')).slice(0, 3)).toEqual([404, 'text/html; charset=utf-8', null]);
      expect((await headersOf('/_headers'))[0]).toBe(404);
      expect((await headersOf('/search/'))[3]).toBe(headerPolicy('search'));
      expect((await headersOf('/apollo-11/search/'))[3]).toBe(headerPolicy('search'));
    } finally {
      await stop();
    }
  });

  test('says what files beside entries are, and has those saved that no page shows', async () => {
    const site = temporaryFolder();
    await writeFiles(site, {
      'fair/media/a.gpx': 'x',
      'fair/media/a.ics': 'x',
      'media/a.csv': 'x',
      'media/a.wav': 'x',
      'media/a.txt': 'x',
    });
    const { address, stop } = await startNginx(nginx ?? '', site);
    try {
      const headersOf = async (path: string) => {
        const { headers } = await fetch(address + path);
        return ['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map((name) =>
          headers.get(name),
        );
      };
      const rest = ['nosniff', 'public, max-age=31536000, immutable'];
      expect(await headersOf('/fair/media/a.gpx')).toEqual(['application/gpx+xml', 'attachment', ...rest]);
      expect(await headersOf('/fair/media/a.ics')).toEqual(['text/calendar; charset=utf-8', 'attachment', ...rest]);
      expect(await headersOf('/media/a.csv')).toEqual(['text/csv; charset=utf-8', 'attachment', ...rest]);
      expect(await headersOf('/media/a.wav')).toEqual(['audio/wav', null, ...rest]);
      expect(await headersOf('/media/a.txt')).toEqual(['text/plain; charset=utf-8', null, ...rest]);
    } finally {
      await stop();
    }
  });
});
