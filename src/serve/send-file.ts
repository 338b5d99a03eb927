import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ServedFile } from './served-site.ts';

/** The first and the last byte of a part of a file. */
type Range = { readonly start: number; readonly end: number };

/** A file that can be sent: its length, what changes when its bytes do, and its bytes. */
type Sendable = {
  readonly size: number;
  readonly tag: string;
  readonly read: (range: Range | undefined) => Readable;
};

/**
 * Sends a file with these headers (RFC 9110): not again where the browser has it already, and the part of it that was asked
 * for, without which browsers cannot jump within a video. `status` is that of a whole answer.
 */
export const sendFile = async (
  served: ServedFile,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: { readonly status: number; readonly headers: OutgoingHttpHeaders },
): Promise<void> => {
  const { size, tag, read } = await openFile(served);
  const common = { 'Cache-Control': 'no-cache', ...headers, ETag: tag, 'Accept-Ranges': 'bytes' };
  if (status === 200 && hasTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304, common).end();
    return;
  }
  const range = status === 200 ? rangeOf(request, size, tag) : undefined;
  if (range === 'beyond') {
    response.writeHead(416, { ...common, 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  if (range) {
    const { start, end } = range;
    response.writeHead(206, {
      ...common,
      'Content-Range': `bytes ${start}-${end}/${size}`,
      'Content-Length': end - start + 1,
    });
  } else response.writeHead(status, { ...common, 'Content-Length': size });
  if (request.method === 'HEAD' || size === 0) response.end();
  else await pipeline(read(range), response);
};

const openFile = async (served: ServedFile): Promise<Sendable> => {
  if ('bytes' in served) {
    const { bytes } = served;
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 20);
    return {
      size: bytes.length,
      tag: `"${hash}"`,
      read: (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
    };
  }
  const { file } = served;
  const { size, mtimeMs } = await stat(file);
  return {
    size,
    tag: `"${size.toString(36)}-${mtimeMs.toString(36)}"`,
    read: (range) => createReadStream(file, range),
  };
};

/** Whether a browser has the file with this tag, by the header `If-None-Match`. */
const hasTag = (known: string | undefined, tag: string): boolean =>
  new Set(known?.split(',').map((one) => one.trim().replace(/^W\//, ''))).has(tag);

/** The one part that is asked for; nothing where it is the whole, or several parts, which may be answered with the whole. */
const rangeOf = ({ headers, method }: IncomingMessage, size: number, tag: string): Range | 'beyond' | undefined => {
  const { range, 'if-range': unchanged = tag } = headers;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (method !== 'GET' || unchanged !== tag || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start < size ? { start, end } : 'beyond';
};
