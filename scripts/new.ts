import { machineContext } from '../src/command-line/new/command-context.ts';
import { helpOfFields } from '../src/command-line/new/entry-options.ts';
import { newEntry } from '../src/command-line/new/new-entry.ts';
import { newEvent } from '../src/command-line/new/new-event.ts';

export const help = `Writes a new entry, stamped with the present minute, or a new event.

recapsule new "GMV passes 10 billion dollars" --milestone gmv=10e9USD --topic gmv
recapsule new event "11.11 in 2019" --timezone Asia/Shanghai --description "A day of records."

An entry:
  --event <slug>         the event; not needed where there is one event, where you are in the folder of one, or where one
                         is live or covers this moment
  --time <time>          instead of now: 10:18, 10:04:49 (the nearest such time), 2019-11-11T10:18, with an offset, or a
                         date alone
  --topic <topic>        may be repeated; several in one with commas
  --milestone [<what>]   a key moment; a metric: gmv; with its value: gmv=10e9, gmv=10e9USD, gmv=10e9USD+69.9e9CNY
  --surpasses <name>     a reference of the metric that has been passed; may be repeated
${helpOfFields()}
  --body <text>          the text, in Markdown; - takes it from standard input
  --edit                 opens it in the editor that VISUAL or EDITOR names

An event:
  --timezone <zone>      the IANA name of its time zone
  --description <text>   one or two sentences
  --starts <time>        when its coverage starts; today, if not given
  --ends <time>          when it ends; with the day on which it starts, if not given
  --order <order>        newest-first, as if not given, or oldest-first
  --language <tag>       where it is not that of the archive
  --slug <slug>          where it is not to come from the title

  CONTENT_DIR=<folder>   writes to another content folder

What is missing is asked for on a terminal. Nothing is overwritten. If the new file would have errors, they are printed,
nothing is written, and the exit code is 1. The path of the new file is all that goes to standard output.`;

/** Writes a new entry or event, and gives the exit code. */
export const run = async (args: readonly string[]): Promise<number> => {
  const world = machineContext();
  try {
    const [first, ...others] = args;
    return first === 'event' ? await newEvent(others, world) : await newEntry(args, world);
  } finally {
    world.terminal?.close();
  }
};
