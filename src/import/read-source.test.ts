import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { UsageError } from '../core/usage-error.ts';
import { ImportRefused } from './live-blog.ts';
import { aMediaServer } from './media/testing.ts';
import { largest, readSource } from './read-source.ts';

const folder = await writeFiles(temporaryFolder(), {
  'a.txt': 'grüezi',
  'large.txt': '',
  'full.txt': '',
});
const read = (name: string) => readSource(join(folder, name), { allowPrivate: false });

describe('a file', () => {
  test('is read as text, with its place', async () => {
    expect(await read('a.txt')).toEqual({ text: 'grüezi', file: join(folder, 'a.txt') });
  });

  test('that is not there, or is none, was named wrongly', async () => {
    await mkdir(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(read('b.txt')).rejects.toThrow(
      new UsageError(`${join(folder, 'b.txt')} cannot be read: there is no such file.`),
    );
    await expect(read('folder')).rejects.toThrow(new UsageError(`${join(folder, 'folder')} is no file.`));
    await expect(read('pipe')).rejects.toThrow(new UsageError(`${join(folder, 'pipe')} is no file.`));
  });

  test('may have 6 MB and no more', async () => {
    truncateSync(join(folder, 'full.txt'), largest);
    expect((await read('full.txt')).text.length).toBe(largest);
    truncateSync(join(folder, 'large.txt'), largest + 1);
    await expect(read('large.txt')).rejects.toThrow(/large\.txt has 7 MB, and at most 6 MB can be imported\./);
    await expect(read('large.txt')).rejects.toBeInstanceOf(ImportRefused);
  });
});

describe('an address', () => {
  test('is downloaded, in the encoding that its server says', async () => {
    const { url } = await aMediaServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=iso-8859-1');
      response.end(Buffer.from('grüezi', 'latin1'));
    });
    expect(await readSource(`${url}/live#now`, { allowPrivate: true })).toEqual({ text: 'grüezi', url: `${url}/live` });
    await expect(readSource(`${url}/live`, { allowPrivate: false })).rejects.toThrow('127.0.0.1 is a loopback address');
  });

  test.each(['ftp://gala.test/a', 'file:///etc/passwd'])('is one of the web, and not %s', (address) =>
    expect(readSource(address, { allowPrivate: true })).rejects.toThrow('only http: and https: are downloaded from'),
  );
});
