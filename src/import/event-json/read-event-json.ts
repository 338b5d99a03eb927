import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { mediaKindOf } from '../../core/media-names.ts';
import { type EventJson, eventFormat } from '../../feeds/event-json.ts';
import { ImportRefused } from '../live-blog.ts';

/** More than any event has: 100,000 entries of a page each. */
const largest = 512 * 2 ** 20;

const fields = z.record(z.string(), z.unknown());
/** A path below the event's folder that leads nowhere else, and to nothing that is hidden. */
const path = z
  .string()
  .refine(
    (value) => value.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[\\\p{Cc}]/u.test(part)),
    { error: 'a path below the folder of the event' },
  );
const document = path.endsWith('.md').refine((value) => value !== 'event.md', { error: 'a path of an entry' });
const schema = z.object({
  format: z.literal(eventFormat),
  slug: z.string(),
  fields,
  markdown: z.string(),
  media: z.array(path).refine((all) => all.every((one) => !one.endsWith('.md') || isTranscriptAmong(one, all)), {
    error: 'paths of pictures or videos',
  }),
  entries: z.array(z.object({ file: document, fields, markdown: z.string() })),
});

/** Whether a Markdown file has the name of a sound beside it, and so is no entry. */
function isTranscriptAmong(file: string, all: readonly string[]): boolean {
  const stem = file.replace(/\.md$/, '');
  return all.some((other) => mediaKindOf(other) === 'audio' && other.replace(/\.[^./]*$/, '') === stem);
}

/** What is taken from an event as JSON. */
export type ReadEventJson = Pick<EventJson, 'slug' | 'fields' | 'markdown' | 'media'> & {
  readonly entries: readonly Pick<EventJson['entries'][number], 'file' | 'fields' | 'markdown'>[];
};

/** Whether a file is an event as Recapsule publishes it, `event.json`: its first field says so. */
export const isEventJson = async (name: string): Promise<boolean> => {
  // A pipe must not make the program wait for someone who writes into it.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  const handle = await open(resolve(name), flags).catch(() => undefined);
  if (!handle) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0);
    return /^\uFEFF?\s*\{\s*"format"\s*:\s*"recapsule-event-/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
};

/** Reads an `event.json`. Throws `ImportRefused` where it is none, or holds a path that leads out of the event's folder. */
export const readEventJson = async (name: string): Promise<ReadEventJson> => {
  const handle = await open(resolve(name));
  try {
    if ((await handle.stat()).size > largest) throw new ImportRefused(`${name} has more than ${largest / 2 ** 20} MB.`);
    const text = await handle.readFile('utf8');
    const read = schema.safeParse(parse(text, name), { error: ({ code }) => `of another form (${code})` });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new ImportRefused(
      `Unexpected "${issue?.path.join('.')}" in ${name}, expected an event of the format ${eventFormat}: ${issue?.message}.`,
    );
  } finally {
    await handle.close();
  }
};

const parse = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    throw new ImportRefused(`${name} is no JSON: ${String(fault)}. Take it again from where it is published.`);
  }
};
