import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { answerWith } from './answer.ts';
import { listen } from './listen.ts';
import type { ServedSite } from './served-site.ts';

/** What a server answered. */
type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

/** A site of files in memory. */
export const siteOfTexts = (texts: Readonly<Record<string, string>>, base = '/'): ServedSite => ({
  base: () => base,
  find: async (path) => (Object.hasOwn(texts, path) ? { bytes: Buffer.from(texts[path] ?? '') } : undefined),
});

/** Serves a site until the test is over. Gives what asks for a path, just as it is written. */
export const asking = async (site: ServedSite) => {
  const { port, stop } = await listen(answerWith(site), { port: 0, isOpen: false });
  onTestFinished(stop);
  return (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: 'localhost', port, path, method, headers }, (answer) => {
        const body: Buffer[] = [];
        answer.on('data', (piece: Buffer) => body.push(piece));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(body).toString() }),
        );
      });
      asked.on('error', reject).end();
    });
};
