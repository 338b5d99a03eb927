import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { readPort } from '../src/command-line/port.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { outputFolder } from '../src/io/output-folder.ts';
import { root } from '../src/io/settings.ts';

export const help = `Serves a build as readers will see it.

recapsule preview [--outDir <folder>] [--port <number>] [--host]

  --outDir <folder>   serves that build instead of dist/
  --port <number>     listens there instead of on 4321
  --host              listens for other machines, too`;

/** Starts Astro's preview server; it runs until it is stopped. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = {
    outDir: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { folder: outDir } = outputFolder(values.outDir);
  await access(join(outDir, 'index.html')).catch(() => {
    throw new UsageError(`There is no build in ${outDir}: run "npm run build" first.`);
  });
  const running = await preview({ root, outDir, server: { ...readPort(values.port), host: values.host } });
  // The server itself is there for static sites, and no part of the type.
  if ('server' in running && running.server instanceof EventEmitter) redirectToFolders(running.server, outDir);
  await running.closed();
  return 0;
};

/** Answers an address without a slash at its end as web servers answer that of a folder: with the address that has one. */
const redirectToFolders = (server: EventEmitter, outDir: string): void => {
  const serve = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const location = folderAddress(request.url ?? '/', outDir);
    if (location === undefined) for (const listener of serve) listener.call(server, request, response);
    else response.writeHead(301, { Location: location }).end();
  });
};

/** The address with a slash at its end, relative to the one that was asked for; none where the build has no such folder. */
const folderAddress = (url: string, outDir: string): string | undefined => {
  const [, above = '', name, query = ''] = /^([^?]*\/)([^/?.]+)(\?.*)?$/.exec(url) ?? [];
  return name !== undefined && isPage(`${above}${name}`, outDir) ? `./${name}/${query}` : undefined;
};

/** Whether a build has a page at a path, also below the path at which the archive is served. */
const isPage = (path: string, outDir: string): boolean => {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.includes('..')) return false;
  return parts.some((_, index) => existsSync(join(outDir, ...parts.slice(index), 'index.html')));
};
