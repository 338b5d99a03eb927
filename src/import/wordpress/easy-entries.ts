import { titleText } from '../feeds/html-text.ts';
import { quote } from '../feeds/quote.ts';
import type { Skipped, Update } from '../live-blog.ts';
import { bodyOf } from './body.ts';
import type { Entries } from './liveblog-entries.ts';
import type { WordpressPost } from './read-export.ts';
import { timeOfPost } from './time-of-post.ts';

/** Whether a post is an entry of the plugin Easy Liveblogs, whatever its status. */
export const isEasyEntry = ({ texts }: WordpressPost): boolean => texts.get('wp:post_type') === 'elb_entry';

/** The number of the post that is the live blog of an entry of Easy Liveblogs. */
export const easyLiveblogOf = ({ meta }: WordpressPost): string => meta.get('_elb_liveblog') ?? '';

/** Entries that the plugin Easy Liveblogs keeps as posts of type `elb_entry`: those that are published. */
export const easyEntries = (
  posts: readonly WordpressPost[],
  liveblog: WordpressPost | undefined,
  names: ReadonlyMap<string, string>,
): Entries => {
  const skipped: Skipped[] = [];
  const updates = posts.flatMap((post) => {
    const update = updateOf(post, liveblog?.texts.get('link'), names);
    if (typeof update !== 'string') return [update];
    skipped.push({ what: describe(post), why: update });
    return [];
  });
  return { updates, skipped, nameless: [] };
};

const describe = ({ texts }: WordpressPost): string => {
  const title = texts.get('title');
  return `entry ${texts.get('wp:post_id')}${title ? ` ${quote(title)}` : ''}`;
};

/** The entry, or why there is none. */
const updateOf = (
  { texts }: WordpressPost,
  page: string | undefined,
  names: ReadonlyMap<string, string>,
): Update | string => {
  const status = texts.get('wp:status') ?? '';
  if (status !== 'publish') return `It is not published: its status is ${quote(status)}.`;
  if (texts.get('wp:post_password')) return 'It is protected by a password.';
  const time = timeOfPost(texts.get('wp:post_date_gmt'), texts.get('wp:post_date'));
  if (time === undefined) return 'It has no time.';
  const headline = titleText(texts.get('title') ?? '');
  const { html, topics } = bodyOf(texts.get('content:encoded') ?? '', false);
  if (html === '' && !headline) return 'It has no text.';
  const source = page && addressIn(page, texts.get('wp:post_id') ?? '');
  const author = names.get(texts.get('dc:creator') ?? '');
  return {
    time,
    ...(source && { source }),
    ...(headline && { headline }),
    content: { kind: 'html', value: html },
    pictures: [],
    ...(author && { author }),
    topics,
    key: false,
    pinned: false,
  };
};

/** An entry has no page of its own, whatever the export says: the plugin marks it in that of the live blog. */
const addressIn = (page: string, id: string): string | undefined => {
  if (!/^https?:\/\//i.test(page) || !URL.canParse(page) || id === '') return undefined;
  const address = new URL(page);
  address.searchParams.set('entry', id);
  return address.href;
};
