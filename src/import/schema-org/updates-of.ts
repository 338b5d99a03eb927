import { oldestFirst } from '../feeds/oldest-first.ts';
import type { LiveBlog, Skipped, Update } from '../live-blog.ts';
import { withoutEmptySeconds } from '../time-of.ts';
import { type Draft, draftOf } from './draft.ts';
import type { Graph } from './graph.ts';
import { type OfThePage, ofThePage } from './of-the-page.ts';
import type { Page } from './page.ts';
import { withBylines } from './page-bylines.ts';
import { timesFromPage } from './page-times.ts';

/** The live blog to which updates belong, as far as they repeat it. */
type Own = {
  readonly url?: string;
  readonly headline?: string;
  readonly pictures: readonly string[];
  readonly publishers: readonly string[];
};

type Result = Pick<LiveBlog, 'updates' | 'skipped' | 'notes'> & {
  /** Whether the source begins with the newest, or with the oldest; absent where it cannot be known. */
  readonly begins?: 'newest' | 'oldest';
};

/** The updates that values of `liveBlogUpdate` are. Without a `page` times that are all the same cannot be fixed. */
export const updatesOfPosting = (
  graph: Graph,
  values: readonly unknown[],
  own: Own,
  page: Page | undefined,
): Result => {
  const skipped: Skipped[] = [];
  const notes: string[] = [];
  const drafts = [...new Set(values)].flatMap((value, index) => {
    const draft = draftOf(graph, value, index, own.url);
    if (typeof draft !== 'string') return [draft];
    skipped.push({ what: `update ${index + 1}`, why: draft });
    return [];
  });
  const timed = withBylines(withTrustedTimes(drafts, page, notes), page);
  const common = ofThePage(timed, own);
  const sources = countsOf(drafts.flatMap(({ address }) => address ?? []));
  const updates = timed.flatMap((draft) => {
    const source = draft.address && sources.get(draft.address) === 1 && draft.address !== own.url;
    const update = updateOf({ ...draft, ...(!source && { address: '' }) }, own, common);
    for (const why of draft.withoutPicture) skipped.push({ what: `picture of ${draft.what}`, why, updates: 0 });
    if (typeof update !== 'string') return [update];
    skipped.push({ what: draft.what, why: update });
    return [];
  });
  notes.push(...common.notes, ...notesOn(timed));
  const begins = beginningOf(updates);
  return {
    updates: withoutEmptySeconds(oldestFirst(begins === 'newest' ? updates.reverse() : updates)),
    skipped,
    notes,
    ...(begins && { begins }),
  };
};

/** The update, or why there is none. */
const updateOf = (draft: Draft, own: Own, common: OfThePage): Update | string => {
  const { time, unread, address, content, authors } = draft;
  if (time === undefined) return unread === undefined ? 'It has no time.' : `Its time cannot be read: "${unread}".`;
  const headline = fold(draft.headline) === fold(own.headline) ? undefined : draft.headline;
  const shown = content.value.replaceAll('&amp;', '&').replaceAll('&#x26;', '&');
  const pictures = draft.pictures.filter((one) => !common.pictures.has(one.address) && !shown.includes(one.address));
  if (!headline && content.value === '' && pictures.length === 0)
    return 'It has no headline of its own, no text and no picture.';
  return {
    time,
    ...(address && { source: address }),
    ...(headline && { headline }),
    content,
    pictures,
    ...(authors.length > 0 && !common.isAuthor(authors) && { author: authors.join(', ') }),
    topics: draft.keywords.filter((keyword) => !common.keywords.has(keyword)),
    key: false,
    pinned: false,
  };
};

const fold = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Where all updates have one time, that is when the page was made. */
const withTrustedTimes = (drafts: readonly Draft[], page: Page | undefined, notes: string[]): readonly Draft[] => {
  const [first] = drafts;
  if (!first?.time || drafts.length < 3 || drafts.some(({ time }) => time !== first.time)) return drafts;
  const times = page && timesFromPage(drafts, page);
  if (!times) return drafts;
  notes.push(
    `All ${drafts.length} updates have the same time in the data, ${first.time}; the times that the page shows are taken instead.`,
  );
  return drafts.map((draft, index) => ({ ...draft, time: times[index] ?? first.time ?? '' }));
};

const countsOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

const notesOn = (drafts: readonly Draft[]): string[] => {
  const otherTime = drafts.filter(({ timeFrom }) => timeFrom !== undefined && timeFrom !== 'datePublished');
  return [
    otherTime.length > 0 &&
      `${counted(otherTime.length, 'update has', 'updates have')} no time of publication; ${[...new Set(otherTime.map(({ timeFrom }) => timeFrom))].join(' or ')} is taken instead.`,
  ].filter((note) => note !== false);
};

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

/** Whether more updates are followed by an older one or by a newer one. */
const beginningOf = (updates: readonly Update[]): 'newest' | 'oldest' | undefined => {
  const ranks = new Map(oldestFirst(updates).map((update, rank) => [update, rank]));
  const falls = updates.reduce((sum, update, index) => {
    const next = updates[index + 1];
    if (!next || next.time === update.time) return sum;
    return sum + ((ranks.get(next) ?? 0) < (ranks.get(update) ?? 0) ? 1 : -1);
  }, 0);
  return falls > 0 ? 'newest' : falls < 0 ? 'oldest' : undefined;
};
