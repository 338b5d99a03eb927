import { addressesOfEvent, built, listsOfEvent } from '../core/ledger/built-addresses.ts';
import type { BuiltAddress } from '../core/ledger/ledger.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { markText } from '../inspect/mark-text.ts';
import type { OpenEvent } from './open-event-of.ts';

/** Every address that an event publishes by itself, but for its search index and what is there only while it is live. */
export const addressesIn = ({ event, files, media }: Publishing, to: Permalinks): readonly BuiltAddress[] => [
  ...addressesOfEvent(event, markText),
  ...listsOfEvent(event),
  ...files().flatMap(({ path }) =>
    path === to.live(event.slug) ? [] : built('data', decodeURIComponent(path.slice(to.base.length))),
  ),
  ...media.map(({ names }) => built('media', `/${event.slug}/media/${sharedName(names)}`)),
];

type Publishing = Pick<OpenEvent, 'event' | 'files'> & {
  readonly media: readonly Pick<OpenEvent['media'][number], 'names'>[];
};

/** The name of a file, or what those of several have in common, with a `*` for the rest. */
const sharedName = (names: readonly string[]): string => {
  const [first = '', ...others] = names;
  if (others.length === 0) return first;
  const length = [...first].findIndex((_, index) => others.some((name) => name[index] !== first[index]));
  return `${length === -1 ? first : first.slice(0, length)}*`;
};
