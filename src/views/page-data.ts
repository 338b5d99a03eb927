import type { Entry, Event } from '../core/archive.ts';
import { articleOf, liveBlogOf, printJsonLd } from '../feeds/json-ld/pages.ts';
import { breadcrumbsOf, type DataFrame, updateOf } from '../feeds/json-ld/parts.ts';
import type { Body } from '../markdown/body.ts';
import { type Excerpt, excerptsFor } from '../markdown/excerpt.ts';
import { weightAbove, weightOfOthers } from '../markdown/list-weight.ts';
import { spokenFor } from '../markdown/spoken.ts';
import { leadExcerpts } from './lead-excerpt.ts';

/** What a list of entries shows, and what its page says of them to machines. */
export type EntryListing = {
  readonly excerpts: ReadonlyMap<Entry, Excerpt>;
  readonly textOf: (entry: Entry) => string;
};

/** At least so much of each text is said to machines as well, in bytes. */
const leastSpoken = 120;

/** Lays out a list of entries of an event; `timeline` says that the header of the event stands above it. */
export const listEntries = (
  event: Event,
  entries: readonly Entry[],
  { bodyOf, timeline, frame }: { bodyOf: (one: Entry | Event) => Body; timeline: boolean; frame: DataFrame },
): EntryListing => {
  const listed = entries.map((entry) => ({ entry, body: bodyOf(entry), others: weightOfOthers(entry) }));
  const updates = entries.filter(({ withdrawn }) => !withdrawn).map((entry) => updateOf(event, entry, '', frame));
  const data = Buffer.byteLength(printJsonLd(updates));
  const above = (timeline ? weightAbove(event, bodyOf(event)) : 0) + data;
  const cut = excerptsFor(listed, above + leastSpoken * listed.length);
  const excerpts = timeline ? cut : leadExcerpts(cut);
  const spoken = spokenFor(listed, excerpts, above);
  return { excerpts, textOf: (entry) => spoken.get(entry) ?? '' };
};

/** What pages say of themselves to machines, as JSON-LD that is safe within a `<script>`. */
export type PageData = ReturnType<typeof pageData>;

export const pageData = (frame: DataFrame) => ({
  liveBlog: (page: Parameters<typeof liveBlogOf>[0]) => printJsonLd(liveBlogOf(page, frame)),
  article: (event: Event, entry: Entry, description: string) =>
    printJsonLd(articleOf(event, entry, description, frame)),
  breadcrumbs: (steps: Parameters<typeof breadcrumbsOf>[0]) =>
    printJsonLd({ '@context': 'https://schema.org', ...(breadcrumbsOf(steps, frame) as object) }),
});
