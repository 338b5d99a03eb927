import type { Event, Site } from '../core/archive.ts';
import type { Lead } from '../core/ledger/continue-ledger.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { atomArchiveOf } from '../feeds/atom.ts';
import { atomType, feedFiles, type SiteFile } from '../feeds/feed-files.ts';
import { feedsOfEvent } from '../feeds/feeds-of.ts';

/**
 * The feeds and archive documents that an event has no entries for any more, such as those of a topic that none has now: whoever
 * follows them finds them empty. `top` is the slug or the alias of the event below which each was published.
 */
export const keptFiles = (
  event: Event,
  leads: readonly Lead[],
  frame: { readonly site: Site; readonly to: Permalinks },
): readonly SiteFile[] =>
  leads.filter(({ kind }) => kind === 'data').flatMap(({ address }) => keptFile(event, address, frame) ?? []);

const keptFile = (
  event: Event,
  address: string,
  frame: { readonly site: Site; readonly to: Permalinks },
): SiteFile | undefined => {
  const { to } = frame;
  const [, , below, topic] = address.split('/');
  const page =
    below === 'topics' && topic !== undefined
      ? to.topic(event.slug, topic)
      : below === 'milestones'
        ? to.milestones(event.slug)
        : to.event(event.slug);
  const feed = feedsOfEvent(withTopic(event, topic ?? ''), [], frame).get(page)?.feed;
  const path = to.at(address);
  if (!feed) return undefined;
  if (/\/feed-archive\/[^/]+\.xml$/.test(address))
    return { path, type: atomType, print: () => atomArchiveOf(feed, to.absolute(path)) };
  const file = feedFiles(feed).find((one) => one.path.slice(page.length) === address.split('/').at(-1));
  return file && { ...file, path };
};

/** An event that has a topic, although none of its entries is on it. */
const withTopic = (event: Event, slug: string): Event => ({
  ...event,
  topics: [{ slug, title: event.fields.topics?.[slug] ?? slug, entries: [] }],
});
