import type { LiveBlog, Skipped, Update, UpdatePicture } from '../live-blog.ts';
import { shownAddress } from '../media/web-address.ts';
import { timeOf } from '../time-of.ts';
import { isPictureType, type SourceItem } from './feed-item.ts';
import { textOfHtml } from './html-text.ts';
import { updateInstantOf } from './oldest-first.ts';
import { quote } from './quote.ts';

/** The updates that items of a feed are, in the order in which things happened as far as the feed's own order tells. */
export const updatesOfFeed = (items: readonly SourceItem[]): Pick<LiveBlog, 'updates' | 'skipped'> => {
  const skipped: Skipped[] = [];
  const sources = sourcesOf(items);
  const updates = items.flatMap((item, index) => {
    const what = whatIs(item, index);
    const update = updateOf(item, sources[index]);
    if (typeof update === 'string') {
      skipped.push({ what, why: update });
      return [];
    }
    for (const enclosure of item.enclosures)
      if (enclosure.address && !isPictureType(enclosure))
        skipped.push({
          what: `${what}, file ${shownAddress(enclosure.address)}`,
          why: 'It is no picture.',
          updates: 0,
        });
    return [update];
  });
  return { updates: isNewestFirst(updates) ? updates.reverse() : updates, skipped };
};

const whatIs = ({ title, addresses }: SourceItem, index: number): string =>
  `item ${title ? quote(title) : (addresses.find(Boolean)?.slice(0, 2000) ?? index + 1)}`;

/** For each item the first of its addresses that no other item has and that is one of the web. */
const sourcesOf = (items: readonly SourceItem[]): (string | undefined)[] => {
  const own = items.map(({ addresses }) => new Set(addresses.filter((one) => one && /^https?:\/\/\S+$/i.test(one))));
  const counts = new Map<string | undefined, number>();
  for (const address of own.flatMap((some) => [...some])) counts.set(address, (counts.get(address) ?? 0) + 1);
  return own.map((some) => [...some].find((address) => counts.get(address) === 1));
};

/** The update, or why there is none. */
const updateOf = (item: SourceItem, source: string | undefined): Update | string => {
  const time = item.time && timeOf(item.time);
  if (!time) return item.time ? `Its date cannot be read: ${quote(item.time)}.` : 'It has no date.';
  const content = item.content ?? { kind: 'text', value: '' };
  const headline = headlineOf(item);
  const pictures = picturesOf(item);
  if (content.value === '' && !headline && pictures.length === 0) return 'It has no text.';
  const authors = item.authors.filter((name) => name !== undefined && name !== '' && !name.includes('@'));
  return {
    time,
    ...(source && { source }),
    ...(headline && { headline }),
    content,
    pictures,
    ...(authors.length > 0 && { author: [...new Set(authors)].join(', ') }),
    topics: [...new Set(item.topics.flatMap((topic) => topic || []))],
    key: false,
    pinned: false,
  };
};

/** A title that feeds make where there is none, or out of the beginning of the text, is no headline. */
const headlineOf = ({ title, content }: SourceItem): string | undefined => {
  const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const reported = fold(title ?? '').replace(/\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/, '');
  if (reported === '' || /^\(?(untitled|no title)\)?$/.test(reported)) return undefined;
  const started = content?.kind === 'html' ? textOfHtml(content.value) : (content?.value.slice(0, 4000) ?? '');
  return fold(started).startsWith(reported) ? undefined : title?.replace(/\s+/g, ' ').trim();
};

/** The pictures of an item that its content does not show. */
const picturesOf = ({ enclosures, content }: SourceItem): UpdatePicture[] => {
  const shown = new Set(content?.value.replaceAll('&amp;', '&').split(/["'<>\s]+/));
  const pictures = new Map<string, UpdatePicture>();
  for (const enclosure of enclosures) {
    const { address, alt, credit } = enclosure;
    if (!address || !isPictureType(enclosure) || pictures.has(address) || shown.has(address)) continue;
    pictures.set(address, { address, ...(alt && { alt: textOfHtml(alt) }), ...(credit && { credit }) });
  }
  return [...pictures.values()];
};

/** Whether more updates are followed by an older one than by a newer one. */
const isNewestFirst = (updates: readonly Update[]): boolean => {
  const instants = updates.map(({ time }) => updateInstantOf(time));
  return instants.slice(1).reduce((sum, at, index) => sum + Math.sign((instants[index] ?? at) - at), 0) > 0;
};
