import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { vi } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { patience } from './patience.ts';
import { environmentOfCommands } from './run-recapsule.ts';

/** A server that a verb of the command line has started: its address, what a path answers, and the way to end it. */
export type ServerProcess = {
  readonly address: string;
  /** The status of an answer, or 0 where there is none. */
  readonly status: (path: string) => Promise<number>;
  /** What it has printed. */
  readonly printed: () => string;
  readonly stop: () => void;
};

/** Starts `recapsule <verb>` on a free port of the loopback interface, and waits until `path` is served. */
export const startServer = async (
  args: readonly string[],
  path: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> => {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(root, 'scripts/recapsule.mjs'), ...args, '--port', String(port)], {
    cwd: root,
    env: { ...environmentOfCommands(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const status = (below: string): Promise<number> =>
    fetch(address + below).then(
      (response) => response.status,
      () => 0,
    );
  const stop = () => void child.kill();
  try {
    await vi.waitUntil(async () => (await status(path)) === 200, { timeout: patience, interval: 250 });
  } catch (fault) {
    stop();
    throw fault;
  }
  return { address, status, printed: () => output, stop };
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const found = probe.address();
      probe.close(() => resolve(found !== null && typeof found === 'object' ? found.port : 0));
    });
  });
