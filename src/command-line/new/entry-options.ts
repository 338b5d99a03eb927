import { parseArgs } from 'node:util';
import { nearest } from '../../core/nearest.ts';
import { entrySchema } from '../../core/schema/entry.ts';
import { noteOf } from '../../core/schema/notes.ts';
import { UsageError } from '../../core/usage-error.ts';
import { withDashes } from './with-dashes.ts';

/** The options of `recapsule new` about an entry. */
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
  const { event, time, milestone, surpasses = [], body, edit } = values;
  const given: Readonly<Record<string, unknown>> = values;
  const fields = Object.fromEntries(Object.keys(optionsOfFields).map((name) => [name, given[name]]));
  const own = { event, time, milestone, surpasses, body, edit };
  return { ...own, fields, title, topics: [...new Set(topics)].filter((topic) => topic !== '') };
};

/** The fields that an option of their name gives as they are: texts, addresses, and yes or no. */
const optionsOfFields: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>> = Object.fromEntries(
  Object.entries(entrySchema.shape).flatMap(([name, part]) => {
    const { kind } = noteOf(part);
    if (name === 'title' || (kind !== 'text' && kind !== 'address' && kind !== 'yes or no')) return [];
    return [[name, { type: kind === 'yes or no' ? 'boolean' : 'string' }] as const];
  }),
);

const options = {
  ...optionsOfFields,
  event: { type: 'string' },
  time: { type: 'string' },
  topic: { type: 'string', multiple: true },
  milestone: { type: 'string' },
  surpasses: { type: 'string', multiple: true },
  body: { type: 'string' },
  edit: { type: 'boolean' },
} as const;

/** What the help says of options that are fields, a line each. */
export const helpOfFields = (): string =>
  Object.entries(entrySchema.shape)
    .flatMap(([name, part]) => {
      const { type } = optionsOfFields[name] ?? {};
      const value = type === 'boolean' ? '' : noteOf(part).kind === 'address' ? ' <address>' : ' <text>';
      const says = (part.description ?? '').replace(/^true /, '').replace(/^./, (letter) => letter.toLowerCase());
      return type === undefined ? [] : `  ${`--${name}${value}`.padEnd(21)}  ${says}`;
    })
    .join('\n');

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
