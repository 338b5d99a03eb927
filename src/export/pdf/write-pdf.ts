import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import { z } from 'zod';
import { permalinks } from '../../core/permalinks.ts';
import { wordsIn } from '../../words/words.ts';
import type { Exported, ExportedSite } from '../exported.ts';
import { bookStyles } from './book-styles.ts';
import { type BookPlan, composeBook } from './compose-book.ts';
import { findPrinter } from './find-browser.ts';
import { openBrowser, type Printer } from './open-browser.ts';

/** Prints an event into a file, or each event of the archive into a file of its own in a folder. */
export const write = async (
  exported: ExportedSite & Partial<Pick<Exported, 'source'>>,
  path: string,
): Promise<void> => {
  const printer = openBrowser(findPrinter());
  try {
    if (exported.event !== undefined) return await printEvent(printer, exported, exported.event, path);
    await mkdir(path);
    // Earlier addresses have data, too, and drafts have none.
    const events = (exported.source?.folders ?? []).filter((event) => exported.files.includes(`${event}/event.json`));
    for (const event of events) await printEvent(printer, exported, event, join(path, `${event}.pdf`));
  } finally {
    await printer.close();
  }
};

const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const eventSchema = z.object({ language: z.string(), entries: z.array(z.object({ slug: z.string() })) });
const outcomeSchema = z.object({
  result: z.object({ value: z.array(z.string()).optional() }),
  exceptionDetails: z.object({ exception: z.object({ description: z.string().optional() }).optional() }).optional(),
});
const streamSchema = z.object({ stream: z.string() });
const pieceSchema = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() });

const printEvent = async (printer: Printer, site: ExportedSite, event: string, path: string): Promise<void> => {
  const { targetId } = targetSchema.parse(await printer.send('Target.createTarget', { url: 'about:blank' }));
  const attached = await printer.send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = sessionSchema.parse(attached);
  const send: Send = (method, params) => printer.send(method, params, sessionId);
  const stop = answerPages(printer, send, site);
  try {
    await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await send('Page.enable');
    await send('Emulation.setEmulatedMedia', { media: 'print' });
    const to = permalinks(site.address);
    const order = (await isPage(site, `${event}/oldest-first/index.html`))
      ? to.ordered(event, 'oldest-first')
      : undefined;
    await send('Page.navigate', { url: to.absolute(order ?? to.event(event)) });
    await compose(send, await planOf(site, event));
    const { stream } = streamSchema.parse(await send('Page.printToPDF', paper));
    await save(send, stream, path);
  } finally {
    stop();
    await printer.send('Target.closeTarget', { targetId }).catch(() => {});
  }
};

/** Whether a file is a page: the order in which an event stands at its own address has a redirect at that of the order. */
const isPage = async ({ folder, files }: ExportedSite, path: string): Promise<boolean> =>
  files.includes(path) && !(await readFile(join(folder, path), 'utf8')).includes('http-equiv="refresh"');

type Send = (method: string, params?: object) => Promise<unknown>;

const paper = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  transferMode: 'ReturnAsStream',
};

const compose = async (send: Send, plan: BookPlan): Promise<void> => {
  const outcome = await send('Runtime.evaluate', {
    expression: `(${composeBook})(${JSON.stringify(plan)})`,
    awaitPromise: true,
    returnByValue: true,
  });
  const { result, exceptionDetails } = outcomeSchema.parse(outcome);
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? 'The browser could not set the book.');
  const [lost] = result.value ?? [];
  if (lost !== undefined) throw new Error(`No page of ${plan.event} lists the entry ${lost}.`);
};

/** The days of an event with their parts, and its entries, as the built site has them. */
const planOf = async ({ folder, files, address }: ExportedSite, event: string): Promise<BookPlan> => {
  const { entries, language } = eventSchema.parse(
    JSON.parse(await readFile(join(folder, event, 'event.json'), 'utf8')),
  );
  const base = `${permalinks(address).base}/`;
  const pages = files.flatMap((file) => {
    const [, day, part = '1'] = /^[^/]+\/(\d{4}-\d\d-\d\d)\/(?:(\d+)\/)?index\.html$/.exec(file) ?? [];
    if (day === undefined || !file.startsWith(`${event}/`)) return [];
    return [{ path: base + file.replace(/index\.html$/, ''), day, part: Number(part) }];
  });
  pages.sort((a, b) => (a.day === b.day ? a.part - b.part : a.day < b.day ? -1 : 1));
  const { texts, spoken } = wordsIn(language);
  const contents = { title: texts.contents, ...(spoken && { lang: spoken }) };
  return { base, event, pages, entries: entries.map(({ slug }) => slug), styles: bookStyles, contents };
};

const pausedSchema = z.object({
  requestId: z.string(),
  resourceType: z.string(),
  request: z.object({ url: z.string() }),
});

/** Answers what a page asks for from the folder of the site, under its published address; nothing else is asked. Gives the way to stop. */
const answerPages = (printer: Printer, send: Send, site: ExportedSite): (() => void) =>
  printer.on((method, params) => {
    if (method !== 'Fetch.requestPaused') return;
    const { requestId, resourceType, request } = pausedSchema.parse(params);
    const file = resourceType === 'Script' ? undefined : fileAt(request.url, site);
    const answer = async (): Promise<unknown> => {
      if (file === undefined) return send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      const type = lookup(file) ?? 'application/octet-stream';
      const value = /^text\/|json/.test(type) ? `${type}; charset=utf-8` : type;
      const body = (await readFile(file)).toString('base64');
      const responseHeaders = [{ name: 'Content-Type', value }];
      return send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
    };
    // Where the browser has ended, the command that waits says so.
    answer().catch(() => {});
  });

const fileAt = (url: string, { folder, address }: ExportedSite): string | undefined => {
  const { origin, pathname } = new URL(url);
  const base = `${permalinks(address).base}/`;
  if (origin !== new URL(address).origin || !pathname.startsWith(base)) return undefined;
  const below = decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
  const file = join(folder, below);
  return existsSync(file) ? file : undefined;
};

const save = async (send: Send, handle: string, path: string): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    for (let isEnd = false; !isEnd; ) {
      const { data, base64Encoded, eof } = pieceSchema.parse(await send('IO.read', { handle, size: 2 ** 20 }));
      await file.write(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
      isEnd = eof;
    }
  } finally {
    await file.close();
  }
};
