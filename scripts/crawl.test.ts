import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { serve } from './testing/browser.ts';
import { brokenLinks, filesOf } from './testing/built-site.ts';
import { runIn } from './testing/repository.ts';
import { temporaryFolder } from './testing/temporary-content.ts';

const hasWget = spawnSync('wget', ['--version']).status === 0;

/** What the ledger does not list, because nobody is led there, or because it changes with its bytes. */
const unlisted =
  /^(?:_|\.|404\.html|robots\.txt|SHA512SUMS|build-info\.json|feeds\/feed\.css|media\/)|pagefind\/|sitemap/;

test.skipIf(!hasWget)(
  'wget crawls every page, feed and redirect, and a picture for each place, from the ledger alone',
  async () => {
    const site = filesOf(inject('site'));
    const { address, stop } = await serve(site);
    const folder = temporaryFolder();
    const ledger = site.get('addresses.tsv')?.toString() ?? '';
    const listed = [...ledger.matchAll(/^(\/[^\t*]*)\t/gm)].map(([, path = '']) => path);
    // An event that has been renamed leads on from all below its earlier address.
    const led = [...ledger.matchAll(/^(\/[^\t]*)\tevent\t[^\t]*\tredirect\t([^\t]*)/gm)].flatMap(
      ([, from = '', to = '']) =>
        listed.filter((path) => path.startsWith(to)).map((path) => from + path.slice(to.length)),
    );
    const pages = ['/addresses.tsv', ...listed, ...led].map((path) => `${address}${encodeURI(path)}\n`);
    writeFileSync(join(folder, 'seeds.txt'), pages.join(''));
    const means = ['--mirror', '--page-requisites', '--convert-links', '--warc-file=crawl', '--input-file=seeds.txt'];
    await runIn(folder, 'wget', ['--quiet', '--no-host-directories', '--directory-prefix=mirror', ...means]);
    await stop();
    const crawled = filesOf(join(folder, 'mirror'));
    /** Of a picture one size and format is enough: a crawler takes what it knows. */
    const placeOf = (path: string): string => path.replace(/-\d+\.(?:avif|webp|jpg|png)$/, '');
    const places = new Set([...crawled.keys()].map(placeOf));
    expect([...site.keys()].filter((path) => !unlisted.test(path) && !places.has(placeOf(path)))).toEqual([]);
    expect(filesOf(folder).has('crawl.warc.gz')).toBe(true);
    // What wget has made relative works below another path, too. It reads no `source`: those pictures stay as they were.
    const broken = brokenLinks(crawled, '/kept').filter((link) => !/\.(?:avif|webp)$/.test(link));
    expect(broken).toEqual([]);
  },
);
