import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where nginx may be installed: not on the PATH of everybody. */
const nginxPlaces: readonly string[] = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/bin/nginx',
  '/opt/homebrew/bin/nginx',
];

/** The first nginx there is of some, or none. */
export const findNginx = (places: readonly string[] = nginxPlaces): string | undefined =>
  places.find((place) => existsSync(place));

/** An nginx that listens on a port of the loopback interface. */
type Nginx = { readonly port: number; readonly stop: () => Promise<void> };

/**
 * Starts nginx as one process of this very user, which writes nowhere but into `folder`; `http` gives its settings for a
 * port. Rejects where it does not answer.
 */
export const runNginx = async (nginx: string, folder: string, http: (port: number) => string): Promise<Nginx> => {
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(file, settingsOf(folder, http(port)));
  const child = spawn(nginx, ['-p', folder, '-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  // Whatever it answers, it listens.
  for (let tries = 0; !(await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)); tries += 1) {
    if (child.exitCode !== null || tries === 1000) throw new Error(`${nginx} does not start.`);
    await setTimeout(5);
  }
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { port, stop };
};

const settingsOf = (folder: string, http: string): string => `
daemon off;
master_process off;
pid "${folder}/nginx.pid";
error_log stderr crit;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path "${folder}/${kind}";`).join('\n  ')}
  ${http}
}
`;

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};
