import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { referencesOf } from '../../../../src/publish/check-pages.ts';
import { siteAt } from '../../../../src/publish/site-folder.ts';
import { runRecapsule } from '../../../testing/run-recapsule.ts';
import type { CaseResult, How, Suite } from '../suite.ts';
import { makeArchive, numberedEntryFile } from './archive.ts';

/** So many publishes, while so many pages are asked for in a second. */
const publishes = 200;
const perSecond = 100;

/** Readers who ask for pages, and for all that those show, while one release takes the place of another. */
export const readersSuite: Suite = {
  name: 'readers',
  about: `${publishes} publishes while readers ask for ${perSecond} pages a second`,
  runs: 1,
  caseOf: () => ({
    name: `${publishes} publishes under readers' eyes`,
    run: (folder, how) => readWhile(folder, how, publishes),
  }),
};

/** Publishes so often, and judges everything that readers got meanwhile. */
export const readWhile = async (folder: string, { signal }: How, count: number): Promise<CaseResult> => {
  const archive = await makeArchive(folder);
  const site = siteAt(join(folder, 'site'));
  const publish = async (): Promise<void> => {
    const args = ['publish', '--repo', archive.repo, '--site', site.folder, '--keep', '3'];
    const { code, stderr } = await runRecapsule(args, { env: { CACHE_DIR: join(folder, 'cache') } });
    if (code !== 0) throw new Error(`A publish fails: ${stderr}`);
  };
  await publish();
  const server = await serve(site.current);
  const reading = readPages(server.address, signal);
  const started = performance.now();
  try {
    for (let number = 0; number < count && !signal.aborted; number += 1) {
      // Every text names its number, and the title of another entry does, too: a page that mixes two releases shows it.
      await archive.commit({
        ...numberedEntryFile('gala', 1, `This is state ${number}.`),
        'site.yml': `title: State ${Math.floor(number / 10)}\ndescription: What a soak keeps\nurl: https://soak.recaps.test\nlanguage: en\n`,
      });
      await publish();
    }
  } finally {
    reading.stop();
    await reading.done;
    server.close();
  }
  const seconds = (performance.now() - started) / 1000;
  return { outcome: `${reading.asked()} answers`, seconds, peak: undefined, faults: [...reading.faults], said: '' };
};

const serve = async (folder: string) => {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    try {
      const bytes = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path));
      response.writeHead(200).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
};

const pages = [
  '/',
  '/gala/',
  '/gala/entry-1/',
  '/gala/2020-03-02/',
  '/fair/',
  '/gala/topics/news/',
  '/rss.xml',
  '/404.html',
];

/** Asks for one page after the other; what a page shows is asked for a while later, as a slow reader's browser does. */
const readPages = (address: string, signal: AbortSignal) => {
  const faults = new Set<string>();
  let asked = 0;
  let stopped = false;
  const get = async (path: string): Promise<string> => {
    asked += 1;
    const response = await fetch(address + path);
    const text = await response.text();
    if (!response.ok) faults.add(`${path} was answered with ${response.status}`);
    return text;
  };
  const readOne = async (path: string): Promise<void> => {
    const html = await get(path);
    const numbers = new Set([...html.matchAll(/State (\d+)/g)].map(([, number]) => number));
    if (path !== '/rss.xml' && numbers.size > 1) faults.add(`${path} mixes releases: ${[...numbers].join(', ')}`);
    if (!path.endsWith('/')) return;
    await setTimeout(500);
    const shown = [...referencesOf(html).addresses].filter(
      (one) => /\/_astro\/|\/media\//.test(one) && one.startsWith('/'),
    );
    for (const one of shown.slice(0, 2)) await get(one);
  };
  const work = async (): Promise<void> => {
    const running = new Set<Promise<void>>();
    for (let index = 0; !stopped && !signal.aborted; index += 1) {
      const one = readOne(pages[index % pages.length] ?? '/')
        .catch((fault: unknown) => {
          faults.add(String(fault));
        })
        .finally(() => running.delete(one));
      running.add(one);
      await setTimeout(1000 / perSecond);
    }
    await Promise.all(running);
  };
  const done = work();
  const stop = (): void => {
    stopped = true;
  };
  return { faults, asked: () => asked, done, stop };
};
