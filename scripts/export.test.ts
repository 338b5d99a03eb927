import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { openFairRepository } from './testing/fair-repository.ts';
import { recapsuleIn } from './testing/repository.ts';
import { entryFile } from './testing/temporary-content.ts';

const fair = openFairRepository();

/** Runs export in the repository. */
const exporting = (args: readonly string[], env: Record<string, string> = {}) =>
  recapsuleIn(fair.repository.folder, ['export', ...args], env);

/** The files of a zip file there, by path. */
const filesIn = async (name: string): Promise<ReadonlyMap<string, Buffer>> => {
  const bytes = readFileSync(join(fair.repository.folder, name));
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const read = entries.map(async (entry) => {
    const content = entry.directory ? undefined : await entry.getData(new Uint8ArrayWriter());
    return [entry.filename, Buffer.from(content ?? [])] as const;
  });
  return new Map(await Promise.all(read));
};

describe('an export', () => {
  test('is what was committed, with the same bytes in another zone, locale and folder, and says where it lies', async () => {
    await fair.commitOf({ 'content/fair/a.md': entryFile('Committed', '2020-03-02T10:00') });
    await fair.repository.write({ 'content/fair/a.md': entryFile('On disk', '2020-03-02T10:00') });
    expect(await exporting(['all', '--format', 'zip'])).toMatchObject({ code: 0, stdout: 'all.zip\n' });
    const again = ['all', '--format', 'zip', '--commit', 'main', '--out', 'copies/two.zip'];
    expect(await exporting(again, { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', CACHE_DIR: 'cache' })).toMatchObject({
      code: 0,
      stdout: 'copies/two.zip\n',
    });
    const [one, two] = ['all.zip', 'copies/two.zip'].map((name) => readFileSync(join(fair.repository.folder, name)));
    expect(two?.equals(one ?? Buffer.alloc(0))).toBe(true);
    const files = await filesIn('all.zip');
    expect(String(files.get('fair/a/index.html'))).toContain('Committed');
    const { SHA512SUMS: sums, ...others } = Object.fromEntries(files);
    expect(String(sums)).toBe(
      Object.entries(others)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, bytes]) => `${hash('sha512', bytes, 'hex')}  ${path}\n`)
        .join(''),
    );
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['rss.xml', 'fair/event.json', 'fair/event.md', 'addresses.tsv']),
    );
    expect([...files.keys()].filter((path) => /sitemap|_headers|_redirects|pagefind\.js/.test(path))).toEqual([]);

    expect(await exporting(['fair', '--format', 'zip', '--disk'])).toMatchObject({ code: 0, stdout: 'fair.zip\n' });
    const ofEvent = await filesIn('fair.zip');
    expect(String(ofEvent.get('fair/a/index.html'))).toContain('On disk');
    expect(String(ofEvent.get('index.html'))).toContain('content="0; url=fair/index.html"');
    expect([...ofEvent.keys()]).not.toContain('rss.xml');
  });

  test('is a bag of content, pages, ledger and history, whose payload is the same on another machine', async () => {
    await fair.commitOf({ 'content/fair/a.md': entryFile('In a bag', '2020-03-02T10:00') });
    const { folder } = fair.repository;
    expect(await exporting(['all', '--format', 'bag'])).toMatchObject({ code: 0, stdout: 'all-bag.zip\n' });
    const elsewhere = { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', CACHE_DIR: 'cache' };
    expect(await exporting(['all', '--format', 'bag', '--out', 'two-bag.zip'], elsewhere)).toMatchObject({ code: 0 });
    const files = await filesIn('all-bag.zip');
    const textOf = (path: string): string => String(files.get(`all-bag/${path}`));
    const two = await filesIn('two-bag.zip');
    expect(textOf('manifest-sha512.txt')).toBe(String(two.get('two-bag/manifest-sha512.txt')));
    const payload = [...files].filter(([path]) => path.startsWith('all-bag/data/'));
    expect(textOf('manifest-sha512.txt')).toBe(
      payload
        .map(([path, bytes]) => `${hash('sha512', bytes, 'hex')}  ${path.slice('all-bag/'.length)}\n`)
        .sort((a, b) => (a.slice(128) < b.slice(128) ? -1 : 1))
        .join(''),
    );
    const octets = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
    expect(textOf('bag-info.txt')).toContain(`\nPayload-Oxum: ${octets}.${payload.length}\n`);
    expect(textOf('data/content/fair/a.md')).toContain('In a bag');
    expect(payload.map(([path]) => path)).toEqual(
      expect.arrayContaining(
        ['site/fair/a/index.html', 'site/addresses.tsv', 'site/SHA512SUMS'].map((path) => `all-bag/data/${path}`),
      ),
    );
    expect([...files.keys()]).not.toContain('all-bag/data/site/build-info.json');

    writeFileSync(join(folder, 'history.bundle'), files.get('all-bag/data/history.bundle') ?? '');
    await fair.repository.git('clone', '-q', 'history.bundle', 'cloned');
    expect(readFileSync(join(folder, 'cloned/content/fair/a.md'), 'utf8')).toBe(textOf('data/content/fair/a.md'));
    expect(await recapsuleIn(folder, ['verify', 'all-bag.zip'])).toMatchObject({ code: 0 });

    expect(await exporting(['fair', '--format', 'bag', '--disk'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^A bag has the history of what is in it: commit that, and leave out --disk\./),
    });
  });

  test('of content with errors is none: they are printed', async () => {
    await fair.commitOf({ 'content/fair/a.md': entryFile('A', 'noon') });
    const { code, stdout, stderr } = await exporting(['all', '--format', 'zip']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('fair/a.md:3:7');
    expect(await fair.repository.git('status', '--porcelain')).not.toContain('.zip');
  });

  test('is refused where it says neither what nor how, or would replace something else', async () => {
    await fair.commitOf({ 'content/fair/a.md': entryFile('A', '2020-03-02T10:00') });
    writeFileSync(join(fair.repository.folder, 'notes.txt'), 'mine');
    const refused = async (...args: readonly string[]): Promise<string> => {
      const { code, stderr } = await exporting(args);
      expect(code).toBe(2);
      return stderr.split('\n')[0] ?? '';
    };
    expect(await refused()).toBe('Say what to export: the slug of an event, or "all" for the whole archive.');
    expect(await refused('fair')).toMatch(/^Say in which format, with --format: expected zip/);
    expect(await refused('fair', '--format', 'zp')).toMatch(
      /^Unexpected "zp" in --format, expected zip.*\. Did you mean "zip"\?$/,
    );
    expect(await refused('fare', '--format', 'zip')).toBe('There is no event "fare". Did you mean "fair"?');
    expect(await refused('gala', '--format', 'zip')).toBe('There is no event "gala". "all" exports the whole archive.');
    expect(await refused('fair', 'all', '--format', 'zip')).toBe('Unexpected "all", expected one event, or "all".');
    expect(await refused('fair', '--format', 'zip', '--out', 'notes.txt')).toBe(
      'notes.txt is there already: choose another --out, or remove it yourself.',
    );
    expect(await refused('fair', '--format', 'zip', '--disk', '--commit', 'main')).toBe(
      '--disk exports what is on disk: leave out --commit.',
    );
  });
});
