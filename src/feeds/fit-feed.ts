import { fairShare } from '../markdown/excerpt.ts';
import { wordsIn } from '../words/words.ts';
import { type FeedItem, readable } from './feed.ts';
import { xmlEscape } from './xml-text.ts';

/** How many bytes a feed may take, in whatever format. */
const feedBytes = 512_000;

/** What the head of a feed takes, and an item beside its texts. */
const head = 12_000;
const frame = 900;

/**
 * Items that fit into one document of `limit` bytes, in whatever format. Where all of them in full would not, the longest
 * are cut to their first sentences and lead to their pages: each stays whole that takes no more than a fair share.
 */
export const fitItems = (items: readonly FeedItem[], limit = feedBytes): readonly FeedItem[] => {
  const weights = items.map(({ content }) => weightOf(content));
  const frames = items.reduce((sum, item) => sum + frame + weightOfHead(item), head);
  const share = fairShare(weights, Math.max(0, limit - frames));
  return items.map((item, index) => ((weights[index] ?? 0) > share ? cut(item) : item));
};

const cut = (item: FeedItem): FeedItem => ({
  ...item,
  content: readable(
    `${item.summary === '' ? '' : `<p>${xmlEscape(item.summary)}</p>\n`}<p><a href="${xmlEscape(item.link)}">${xmlEscape(wordsIn(item.language).texts.readWhole)}</a></p>`,
    item.language,
  ),
});

/** Two addresses, and what a cut item holds, are in every item. */
const weightOfHead = ({ title, link, creator = '', categories, summary }: FeedItem): number =>
  weightOf(title) + 3 * weightOf(link) + weightOf(creator) + weightOf(categories.join('')) + 2 * weightOf(summary);

/** At least the bytes of a text in XML and in JSON: signs that either escapes take six. */
const weightOf = (text: string): number => Buffer.byteLength(text) + 5 * (text.match(/[&<>"'\\\p{Cc}]/gu)?.length ?? 0);
