import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findNginx, runNginx } from './run-nginx.ts';

/** A web server on the loopback interface, as readers know it. */
export type WebServer = {
  readonly name: string;
  /** What a path answers; the status is 0 where nobody does. */
  readonly get: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
  readonly stop: () => Promise<void>;
};

/**
 * Serves the folder `served`, which may be a link, by the first nginx there is of some, otherwise by Node. `folder` is for
 * what a server writes.
 */
export const startWebServer = async (
  served: string,
  folder: string,
  nginxes?: readonly string[],
): Promise<WebServer> => {
  const nginx = findNginx(nginxes);
  return nginx === undefined ? serveByNode(served) : serveByNginx(nginx, served, folder);
};

const serveByNginx = async (nginx: string, served: string, folder: string): Promise<WebServer> => {
  const settings = (port: number) => `default_type text/html; server { listen 127.0.0.1:${port}; root "${served}"; }`;
  const running = await runNginx(nginx, folder, settings);
  const { get, close } = reader(running.port);
  const stop = async (): Promise<void> => {
    close();
    await running.stop();
  };
  return { name: 'nginx', get, stop };
};

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
