import type { Event, Site } from '../core/archive.ts';
import type { Lead } from '../core/ledger/continue-ledger.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { atomArchiveOf } from '../feeds/atom.ts';
import { feedFiles, historyFiles } from '../feeds/feed-files.ts';
import type { FeedSlot } from '../feeds/feed-items.ts';
import { feedsOfEvent } from '../feeds/feeds-of.ts';
import { atomType, type SiteFile } from '../feeds/site-file.ts';

/** An event, what it publishes beside what its content asks for, and the items of its entries. */
type Kept = { readonly event: Event; readonly leads: readonly Lead[]; readonly slots: () => readonly FeedSlot[] };

type Frame = { readonly site: Site; readonly to: Permalinks };

/**
 * The feeds and archive documents that an event has no entries for any more, such as those of a topic that none has now: whoever
 * follows them finds what was withdrawn, or nothing. Each was published below the slug or an alias of the event.
 */
export const keptFiles = ({ event, leads, slots }: Kept, frame: Frame): readonly SiteFile[] =>
  leads
    .filter(({ kind }) => kind === 'data')
    .flatMap(({ address }) => keptFile({ event, slots: slots() }, address, frame) ?? []);

const keptFile = (
  { event, slots }: { readonly event: Event; readonly slots: readonly FeedSlot[] },
  address: string,
  frame: Frame,
): SiteFile | undefined => {
  const { to } = frame;
  const [, , below, topic] = address.split('/');
  const page =
    below === 'topics' && topic !== undefined
      ? to.topic(event.slug, topic)
      : below === 'milestones'
        ? to.milestones(event.slug)
        : to.event(event.slug);
  const found = feedsOfEvent(withTopic(event, topic ?? ''), slots, frame).get(page);
  const path = to.at(address);
  if (!found) return undefined;
  const file = [...feedFiles(found.feed), ...historyFiles(found)].find((one) =>
    path.endsWith(one.path.slice(page.length)),
  );
  if (file) return { ...file, path };
  const empty = { ...found.feed, items: [] };
  return /\/feed-archive\/[^/]+\.xml$/.test(address)
    ? { path, type: atomType, print: () => atomArchiveOf(empty, to.absolute(path)) }
    : undefined;
};

/** An event that has a topic, although none of its entries is on it. */
const withTopic = (event: Event, slug: string): Event => ({
  ...event,
  topics: [{ slug, title: event.fields.topics?.[slug] ?? slug, entries: [] }],
});
