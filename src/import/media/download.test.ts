import { expect, test } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { aMediaServer } from './testing.ts';
import { download } from './transfer.ts';

const limits = { maxBytes: 2 ** 20, timeout: 10_000 };

test('a download gives what the address leads to', async () => {
  const { url } = await aMediaServer((_request, response) => response.end('hello'));
  const { bytes } = await download(url, { ...limits, allowPrivate: true });
  expect(Buffer.from(bytes).toString()).toBe('hello');
});

test('a download that is refused says what was found, what was expected, and what to do, and keeps secrets', async () => {
  const { url } = await aMediaServer((_request, response) => response.writeHead(404).end());
  const cure = 'Save it from a browser instead, and import the file.';
  await expect(download(`${url}/a`, { ...limits, allowPrivate: true })).rejects.toThrow(
    new ImportRefused(`${url}/a cannot be downloaded: the server answers 404 Not Found. ${cure}`),
  );
  await expect(download(`${url}/a`, { ...limits, allowPrivate: false })).rejects.toThrow(
    new ImportRefused(
      `${url}/a cannot be downloaded: 127.0.0.1 is a loopback address, and only public addresses are downloaded from. If you trust it, allow it with --allow-private. ${cure}`,
    ),
  );
  await expect(download('https://me:secret@example.org/', { ...limits, allowPrivate: false })).rejects.toThrow(
    new ImportRefused(
      `https://example.org/ cannot be downloaded: its address holds a user name or password, which are not sent to anyone. Leave them out. ${cure}`,
    ),
  );
});
