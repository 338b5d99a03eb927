import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A web server on the loopback interface, as readers know it. */
export type WebServer = {
  readonly name: string;
  /** What a path answers; the status is 0 where nobody does. */
  readonly get: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
  readonly stop: () => Promise<void>;
};

/** Where nginx is installed: not on the PATH of everybody. */
const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/**
 * Serves the folder `served`, which may be a link, by the first nginx there is of some, otherwise by Node. `folder` is for
 * what a server writes.
 */
export const startWebServer = async (
  served: string,
  folder: string,
  nginxes: readonly string[] = places,
): Promise<WebServer> => {
  const nginx = nginxes.find((place) => existsSync(place));
  return nginx === undefined ? serveByNode(served) : serveByNginx(nginx, served, folder);
};

const serveByNginx = async (nginx: string, served: string, folder: string): Promise<WebServer> => {
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(file, settingsOf(port, served, folder));
  const child = spawn(nginx, ['-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  const { get, close } = reader(port);
  const stop = async (): Promise<void> => {
    close();
    child.kill();
    await ended;
  };
  // There is nothing to read yet: any answer tells that it listens.
  for (let tries = 0; (await get('/')).status === 0; tries += 1) {
    if (child.exitCode !== null || tries === 1000) throw new Error(`${nginx} does not serve ${served}.`);
    await setTimeout(5);
  }
  return { name: 'nginx', get, stop };
};

/** One process of this very user, which writes nowhere else. */
const settingsOf = (port: number, served: string, folder: string): string => `
daemon off;
master_process off;
pid "${folder}/nginx.pid";
error_log stderr crit;
events {}
http {
  access_log off;
  default_type text/html;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path "${folder}/${kind}";`).join('\n  ')}
  server { listen 127.0.0.1:${port}; root "${served}"; }
}
`;

const serveByNode = async (served: string): Promise<WebServer> => {
  const server = createServer((asked, answer) => {
    const path = decodeURIComponent(new URL(asked.url ?? '/', 'http://localhost').pathname);
    readFile(join(served, path.endsWith('/') ? `${path}index.html` : path)).then(
      (bytes) => answer.end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { get, close } = reader((server.address() as AddressInfo).port);
  const stop = async (): Promise<void> => {
    close();
    server.close();
    await once(server, 'close');
  };
  return { name: 'Node', get, stop };
};

/** Asks over one connection, as a browser that is there already. */
const reader = (port: number): Pick<WebServer, 'get'> & { readonly close: () => void } => {
  const agent = new Agent({ keepAlive: true });
  const get: WebServer['get'] = (path) =>
    new Promise((resolve) => {
      const nothing = () => resolve({ status: 0, body: '' });
      request({ host: '127.0.0.1', port, path, agent }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body })).on('error', nothing);
      })
        .on('error', nothing)
        .end();
    });
  return { get, close: () => agent.destroy() };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};
