import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Starts a browser: `CHROME_PATH`, or one that is installed, or the one that the npm package `@sparticuz/chromium`
 * brings. Nothing is downloaded. Whoever starts it closes it.
 */
export const startBrowser = async (): Promise<Browser> => {
  const own = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  if (own !== undefined) return chromium.launch({ executablePath: own, args: quiet });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...quiet] });
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/rss+xml',
};

/** Serves files on the loopback interface. Gives the address without a slash at its end, and the way to stop. */
export const serve = async (
  files: ReadonlyMap<string, Buffer>,
): Promise<{ address: string; stop: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = files.get(name);
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
    response.end(body ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
