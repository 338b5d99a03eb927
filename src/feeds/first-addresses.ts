import type { Entry, Event, Site } from '../core/archive.ts';
import { namesOf } from '../core/names-of.ts';
import { type Permalinks, permalinks } from '../core/permalinks.ts';

type Named = Pick<Event, 'slug' | 'fields'>;

/**
 * The addresses that pages of an archive had first, with their host, of which feeds make ids: nothing that is renamed later
 * is another item. An alias that is named first is the oldest.
 */
export const firstAddresses = ({ firstUrl }: Pick<Site, 'firstUrl'>) => {
  const first = permalinks(firstUrl);
  const top = (event: Named): string => namesOf(event)[0] ?? event.slug;
  const to = (pathOf: (first: Permalinks) => string): string => first.absolute(pathOf(first));
  return {
    home: () => to(({ home }) => home()),
    event: (event: Named) => to((first) => first.event(top(event))),
    milestones: (event: Named) => to((first) => first.milestones(top(event))),
    topic: (event: Named, topic: string) => to((first) => first.topic(top(event), topic)),
    entry: (event: Named, entry: Pick<Entry, 'slug' | 'fields'>) => {
      const oldest = namesOf(entry)[0] ?? entry.slug;
      // In another event it had an address such as /fair/first/.
      const [elsewhere, own] = oldest.split('/').filter((part) => part !== '');
      return to((first) => (own === undefined ? first.entry(top(event), oldest) : first.entry(elsewhere ?? '', own)));
    },
  };
};
