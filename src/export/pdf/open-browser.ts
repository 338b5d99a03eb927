import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { UsageError } from '../../core/usage-error.ts';

/** What the browser says: the answer to a command, or what happens in a page. */
const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

type Hear = (method: string, params: unknown) => void;

/** A browser that is driven by its remote debugging protocol. */
export type Printer = {
  /** Sends a command, to a page where its session is named, and gives the answer. */
  readonly send: (method: string, params?: object, session?: string) => Promise<unknown>;
  /** Hears all that happens, until the function that it gives is called. */
  readonly on: (hear: Hear) => () => void;
  readonly close: () => Promise<void>;
};

/** How long one answer may take: an event of 10,000 entries is printed in less. */
const patience = 600_000;

/**
 * Starts a browser without windows, that reads commands from a pipe: so it ends with this process, whatever ends that. Its
 * profile is a temporary folder.
 */
export const openBrowser = (program: string): Printer => {
  const profile = mkdtempSync(join(tmpdir(), 'recapsule-pdf-'));
  const browser = spawn(program, [...settings, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, which is ended as a whole.
    detached: process.platform !== 'win32',
  });
  const clean = (): void => {
    endAll(browser);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.prependListener('exit', clean);
  const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()).once('error', () => resolve()));
  const talking = talk(browser, program);
  const close = async (): Promise<void> => {
    endAll(browser);
    await gone;
    process.off('exit', clean);
    clean();
  };
  return { ...talking, close };
};

const settings = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  // What is printed is the archive alone; the sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const endAll = ({ pid, exitCode, signalCode }: ChildProcess): void => {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
};

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (fault: Error) => void };

/** Commands and answers are JSON, each with a zero byte at its end. */
const talk = (browser: ChildProcess, program: string): Omit<Printer, 'close'> => {
  const [, , errors, input, output] = browser.stdio;
  if (!(errors instanceof Readable && input instanceof Writable && output instanceof Readable))
    throw new Error('The browser has no pipes.');
  const waiting = new Map<number, Waiting>();
  const hearing = new Set<Hear>();
  let [said, last] = ['', 0];
  let fault: Error | undefined;
  errors.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  const end = (why: string): void => {
    fault ??= new UsageError(`The browser ${program} ${why}.${said && `\n${said.trim()}`}`);
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  browser.once('error', ({ message }) => end(`does not start: ${message}`));
  browser.once('close', () => end('ended before it had printed'));
  input.on('error', () => {});
  readMessages(output, (text) => {
    const { id, method, params, result, error } = messageSchema.parse(JSON.parse(text));
    if (method !== undefined) for (const hear of hearing) hear(method, params);
    const one = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || one === undefined) return;
    waiting.delete(id);
    if (error) one.reject(new Error(`The browser says: ${error.message}`));
    else one.resolve(result);
  });
  const send: Printer['send'] = (method, params = {}, sessionId) => {
    if (fault) return Promise.reject(fault);
    last += 1;
    const id = last;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const timer = setTimeout(() => end(`did not answer ${method} within ${patience / 60_000} minutes`), patience);
    return answer.finally(() => clearTimeout(timer));
  };
  const on: Printer['on'] = (hear) => {
    hearing.add(hear);
    return () => hearing.delete(hear);
  };
  return { send, on };
};

const readMessages = (output: Readable, hear: (text: string) => void): void => {
  let pieces: Buffer[] = [];
  output.on('data', (bytes: Buffer) => {
    let at = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, at)) {
      hear(Buffer.concat([...pieces, bytes.subarray(at, end)]).toString());
      pieces = [];
      at = end + 1;
    }
    pieces.push(bytes.subarray(at));
  });
};
