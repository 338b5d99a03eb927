import { parseArgs } from 'node:util';
import { nearest } from '../../core/nearest.ts';
import { UsageError } from '../../core/usage-error.ts';
import { withDashes } from './with-dashes.ts';

/** What `recapsule new` is told about an entry. */
export type EntryOptions = ReturnType<typeof readEntryOptions>;

/** Reads the arguments behind `recapsule new`. Throws `UsageError`, or the error of Node's parser. */
export const readEntryOptions = (args: readonly string[]) => {
  const [first = ''] = args;
  if (/^\p{L}+$/u.test(first) && nearest(first, ['event']) !== undefined)
    throw new UsageError(
      `Unexpected "${first}", expected a title. Did you mean "recapsule new event"? An entry of this title is written with "recapsule new -- ${first}".`,
    );
  const { values, positionals } = parseArgs({
    args: withDashes(withBareMilestone(args), options),
    options,
    allowPositionals: true,
  });
  if (positionals.length > 1) {
    throw new UsageError(`Unexpected "${positionals[1]}" behind the title, expected one title: put it in quotes.`);
  }
  const title = positionals[0]?.trim() ?? '';
  const topics = (values.topic ?? []).flatMap((text) => text.split(',')).map((topic) => topic.trim().normalize('NFC'));
  const { surpasses = [], ...others } = values;
  return { ...others, surpasses, title, topics: [...new Set(topics)].filter((topic) => topic !== '') };
};

const options = {
  event: { type: 'string' },
  time: { type: 'string' },
  topic: { type: 'string', multiple: true },
  milestone: { type: 'string' },
  surpasses: { type: 'string', multiple: true },
  label: { type: 'string' },
  author: { type: 'string' },
  source: { type: 'string' },
  body: { type: 'string' },
  pinned: { type: 'boolean' },
  draft: { type: 'boolean' },
  edit: { type: 'boolean' },
} as const;

/**
 * `--milestone` may stand alone, which Node's parser does not know: it does where another option follows, or nothing,
 * or what can only be the title, because it has a blank before any `=`.
 */
const withBareMilestone = (args: readonly string[]): string[] =>
  args.map((arg, index) => {
    const next = args[index + 1];
    const alone = next === undefined || next.startsWith('-') || /^\S+\s[^=]*$/.test(next.trim());
    return arg === '--milestone' && alone ? '--milestone=' : arg;
  });
