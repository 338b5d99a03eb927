import { parseArgs } from 'node:util';
import { UsageError } from '../../core/usage-error.ts';
import { withDashes } from './with-dashes.ts';

/** The options of `recapsule new event`. */
export type EventOptions = ReturnType<typeof readEventOptions>;

/** Reads the arguments behind `recapsule new event`. Throws `UsageError`, or the error of Node's parser. */
export const readEventOptions = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({ args: withDashes(args, options), options, allowPositionals: true });
  if (positionals.length > 1) {
    throw new UsageError(`Unexpected "${positionals[1]}" behind the title, expected one title: put it in quotes.`);
  }
  return { ...values, title: positionals[0] };
};

const options = {
  timezone: { type: 'string' },
  starts: { type: 'string' },
  ends: { type: 'string' },
  description: { type: 'string' },
  slug: { type: 'string' },
  order: { type: 'string', default: 'newest-first' },
  language: { type: 'string' },
} as const;
