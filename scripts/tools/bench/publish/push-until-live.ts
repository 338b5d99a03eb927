import { setTimeout } from 'node:timers/promises';
import type { GitServer } from './git-server.ts';
import type { WebServer } from './web-server.ts';

/** How often a reader looks whether a page is there, and how long at most, in milliseconds. */
const every = 5;
const patience = 120_000;

/** How long it took from the beginning of a push, in seconds. */
export type Pushed = {
  /** Until the writer had the terminal back. */
  readonly pushed: number;
  /** Until a reader had the page. */
  readonly live: number;
};

/** Pushes what has been committed, and waits until `page` is served. Rejects where the push fails, or no page appears. */
export const pushUntilLive = async (
  { push }: GitServer,
  { get }: WebServer,
  page: string,
  signal: AbortSignal,
): Promise<Pushed> => {
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1000;
  const over = new AbortController();
  const seen = served(page, get, AbortSignal.any([signal, over.signal]));
  try {
    const [pushed, live] = await Promise.all([push().then(since), seen.then(since)]);
    return { pushed, live };
  } finally {
    over.abort();
  }
};

const served = async (page: string, get: WebServer['get'], signal: AbortSignal): Promise<void> => {
  const end = performance.now() + patience;
  for (;;) {
    const asked = performance.now();
    if ((await get(page)).status === 200) return;
    if (asked > end) throw new Error(`${page} is not served ${patience / 1000} s after it was pushed.`);
    await setTimeout(Math.max(0, asked + every - performance.now()), undefined, { signal });
  }
};
