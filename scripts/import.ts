import { parseArgs } from 'node:util';
import { UsageError } from '../src/core/usage-error.ts';
import { importEventJson } from '../src/import/event-json/import-event-json.ts';
import { isEventJson } from '../src/import/event-json/read-event-json.ts';
import { importFormats } from '../src/import/formats.ts';
import { importLiveBlog } from '../src/import/import-live-blog.ts';
import { ImportRefused } from '../src/import/live-blog.ts';
import { timeOf } from '../src/import/time-of.ts';
import { contentFolder } from '../src/io/settings.ts';

export const help = `Brings an existing live blog in as an event.

recapsule import <file or address> --event <slug> [--timezone <zone>]
recapsule import <event.json> [--media <folder>] [--event <slug>]

  --event <slug>      the event: a new one, or one that gets what it does not have yet
  --timezone <zone>   the IANA name of its time zone; needed where times do not say it themselves
  --saved-at <time>   when a text was copied, by the clocks of the event (2024-11-05T20:34), where it says "5 min ago"
  --media <folder>    the pictures of an event.json, by the paths or names they had; its own folder if nothing is said
  --no-media          leaves pictures where they are, with a link to each
  --allow-private     also downloads from private and local addresses
  --dry-run           says what would be imported, and writes nothing

  CONTENT_DIR=<folder>   imports into another content folder

What can be imported is recognised by its content: ${importFormats.map((one) => one.name).join(', ')}.
A transcript is text as it is copied from a browser: day headings, times, and what was written below them.

An event.json, as Recapsule publishes it for each event, becomes the event again that it was, without loss.

The report goes to standard output. Nothing is written unless all of it can be written, and nothing is overwritten.
Importing the same source again adds only what is new, and pictures that could not be had before. The exit code is 1 where nothing could be imported, where the
event has errors that a person has to decide on, or where updates were probably not understood as they were meant.`;

/** Imports, and prints the report. Gives 1 where a person has to decide something, or where the source is refused. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new UsageError('Name one file or address to import.');
  const isOwn = await isEventJson(name);
  if (values.media !== undefined && !isOwn) throw new UsageError('--media belongs to an event.json of Recapsule.');
  if (values.event === undefined && !isOwn) throw new UsageError('Say which event it becomes: --event <slug>.');
  const common = { name, folder: await contentFolder(), isTrial: values['dry-run'] };
  try {
    const { report, needsDecision } = isOwn
      ? await importEventJson({
          ...common,
          ...(values.event !== undefined && { slug: values.event }),
          ...(values.media !== undefined && { media: values.media }),
        })
      : await importLiveBlog({
          ...common,
          slug: values.event ?? '',
          media: !values['no-media'],
          allowPrivate: values['allow-private'],
          now: Temporal.Now.instant(),
          tell: (text) => console.error(text),
          ...(values.timezone !== undefined && { timezone: values.timezone }),
          ...(values['saved-at'] !== undefined && { savedAt: momentOfCopy(values['saved-at']) }),
        });
    console.log(report);
    return needsDecision ? 1 : 0;
  } catch (fault) {
    if (!(fault instanceof ImportRefused)) throw fault;
    console.error(`${fault.message}\nNothing has been imported.`);
    return 1;
  }
};

const options = {
  event: { type: 'string' },
  timezone: { type: 'string' },
  'saved-at': { type: 'string' },
  media: { type: 'string' },
  'no-media': { type: 'boolean', default: false },
  'allow-private': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** Throws `UsageError` for anything but a local time. */
const momentOfCopy = (written: string): string => {
  const [whole, date, clock] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?$/.exec(written) ?? [];
  const time = whole && timeOf(`${date}T${clock}`);
  if (time) return time;
  throw new UsageError(
    `Unexpected --saved-at "${written}", expected a local time, by the clocks of the event. Write it as --saved-at 2024-11-05T20:34.`,
  );
};
