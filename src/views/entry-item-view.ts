import { type Entry, isMilestone } from '../core/archive.ts';
import { cutText, type Excerpt } from '../markdown/excerpt.ts';
import { wordsIn } from '../words/words.ts';
import { entryVersion } from './entry-version.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

export type EntryItemView = ReturnType<typeof entryItemView>;

/** An entry in a list, with as much of its text as the list has room for. */
export const entryItemView = (site: OpenSite, of: OpenEvent, entry: Entry, excerpt: Excerpt) => {
  const { event } = of;
  return {
    entry,
    excerpt,
    link: site.to.entry(event.slug, entry.slug),
    /** Printed beside the title, before the path. */
    origin: site.to.absolute(''),
    version: versionOf(of, entry),
    isUpcoming: site.isUpcoming(event, entry),
    milestone: isMilestone(entry) ? wordsIn(event.language).milestone(entry) : undefined,
    corrections: entry.corrections.map((one) => ({ ...one, note: noteInList(one.note) })),
    reason: entry.withdrawn && noteInList(entry.withdrawn.reason),
    topics: topicLinks(site, of, entry),
  };
};

/** A note as a list shows it: cut behind a word at 280 characters. The entry's own page has all of it. */
const noteInList = (note: string): string => cutText(note, 280);

/** The version in which a page shows an entry, while its event is live. */
export const versionOf = ({ event, bodyOf }: OpenEvent, entry: Entry): string | undefined =>
  event.live ? entryVersion(entry, bodyOf(entry.body)) : undefined;

/** The topics of an entry, in the order of the event. */
export const topicLinks = ({ to }: OpenSite, { event }: OpenEvent, entry: Entry) =>
  event.topics
    .filter(({ slug }) => entry.topics.includes(slug))
    .map(({ slug, title }) => ({ title, path: to.topic(event.slug, slug) }));
