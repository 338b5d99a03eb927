import { z } from 'zod';
import { oldestFirst } from '../feeds/oldest-first.ts';
import { quote } from '../feeds/quote.ts';
import { readJson } from '../feeds/read-json.ts';
import {
  type ImportFormat,
  ImportRefused,
  type ImportSource,
  type LiveBlog,
  type Skipped,
  type Update,
} from '../live-blog.ts';
import { timeOf, withoutEmptySeconds } from '../time-of.ts';
import { figureOf, isAdvert, isComment, type PostPiece, pieceOf } from './item-content.ts';
import { itemsOfPost, postSchema, type SuperdeskPost } from './post.ts';

/**
 * Posts as the public API of Superdesk Live Blog gives them: `_items`, at the top or below `posts`, or a bare list. Of
 * the people in it nothing is read but the name that readers see. A post has no address of its own there: readers see it
 * in whatever page its blog is embedded in.
 */
export const superdesk: ImportFormat = {
  name: 'Superdesk Live Blog posts',
  recognises: ({ text }) =>
    /^\uFEFF?\s*[[{]/.test(text) && (text.includes('"_items"') || text.includes('"post_status"')),
  read: ({ text }: ImportSource): LiveBlog => {
    const { posts, count } = postsOf(readJson(text, 'file'));
    if (posts.length === 0)
      throw new ImportRefused(
        'Unexpected file without posts, expected the posts of a Superdesk live blog in "_items".',
      );
    const skipped: Skipped[] = [];
    const seen = new Set<string>();
    const updates = [...posts]
      .sort((a, b) => a.order - b.order)
      .flatMap((post) => {
        const update = seen.has(post._id) ? 'The same post is there twice.' : updateOf(post, skipped);
        if (post._id) seen.add(post._id);
        if (typeof update !== 'string') return [update];
        skipped.push({ what: whatIs(post), why: update });
        return [];
      });
    return {
      updates: withoutEmptySeconds(oldestFirst(updates)),
      skipped,
      notes: notesOf(posts, count),
    };
  },
};

const whatIs = ({ _id }: SuperdeskPost): string => `post ${_id.slice(0, 200) || 'without an id'}`;

const list = z.array(z.unknown());
const page = z.object({ _items: list, _meta: z.object({ total: z.number() }).optional().catch(undefined) });
const answer = z.union([
  list.transform((_items) => ({ _items, _meta: undefined })),
  page,
  z
    .object({ posts: z.union([page, list.transform((_items) => ({ _items, _meta: undefined }))]) })
    .transform(({ posts }) => posts),
]);

/** Far more than a live blog has, and as many as are read within seconds. */
const mostPosts = 10_000;

const postsOf = (json: unknown): { readonly posts: SuperdeskPost[]; readonly count: number | undefined } => {
  const read = answer.safeParse(json);
  if (!read.success)
    throw new ImportRefused(
      'Unexpected JSON, expected the posts of a Superdesk live blog: a list "_items", at the top or below "posts".',
    );
  const { length } = read.data._items;
  if (length > mostPosts)
    throw new ImportRefused(`Unexpected list of ${length} posts, expected at most ${mostPosts}. Split the file.`);
  const posts = read.data._items.flatMap((one) => postSchema.safeParse(one).data ?? []);
  return { posts, count: read.data._meta?.total };
};

/** Why a post is none that readers saw; nothing where it is one. */
const whyNot = (post: SuperdeskPost, items: ReturnType<typeof itemsOfPost>): string | undefined => {
  if (post.deleted) return 'It was deleted.';
  if (post.post_status === 'comment' || (items.length > 0 && items.every(isComment)))
    return 'It is a comment of a reader.';
  if (post.post_status === 'ad') return 'It is an advertisement.';
  if (post.post_status !== 'open') return `It is not published: its status is ${quote(post.post_status)}, not "open".`;
  return undefined;
};

/** The update, or why there is none. What of a post is left out is reported, too. */
const updateOf = (post: SuperdeskPost, skipped: Skipped[]): Update | string => {
  const items = itemsOfPost(post);
  const why = whyNot(post, items);
  if (why !== undefined) return why;
  const time = timeOf(post.published_date);
  if (time === undefined)
    return post.published_date
      ? `Its time cannot be read: ${quote(post.published_date)}.`
      : 'It has no time of publication.';
  // Posts that are nothing else were put there by an editor, who may have meant more by it: somebody has to look at them.
  const isOnlyAdvert = items.length > 0 && items.every(isAdvert);
  const pieces = items.map((item) => {
    if (isComment(item)) return nothing('It is a comment of a reader.');
    return isAdvert(item) && !isOnlyAdvert ? nothing('It is an advertisement.') : pieceOf(item);
  });
  const { html, pictures } = compose(pieces);
  if (html === '' && pictures.length === 0) return 'It has no text and no picture.';
  for (const [index, piece] of pieces.entries())
    if (piece.kind === 'nothing')
      skipped.push({
        what: `${whatIs(post)}, item ${index + 1} (${items[index]?.item_type.slice(0, 80) || 'of no type'})`,
        why: piece.why,
        updates: 0,
      });
  const headline = post.headline || items.find((item) => item.headline)?.headline;
  const author = post.publisher.display_name;
  return {
    time,
    ...(headline && { headline }),
    content: { kind: 'html', value: html },
    pictures,
    // Some people's display name is their address of e-mail.
    ...(author && !author.includes('@') && { author }),
    topics: post.tags.filter((tag) => tag !== ''),
    key: post.lb_highlight,
    pinned: post.sticky,
    ...(isOnlyAdvert && { doubt: 'It is marked as an advertisement.' }),
  };
};

const nothing = (why: string): PostPiece => ({ kind: 'nothing', why });

/** Pictures at the end come below the content; those in the middle stay there. */
const compose = (pieces: readonly PostPiece[]): { readonly html: string; readonly pictures: Update['pictures'] } => {
  const end = pieces.findLastIndex(({ kind }) => kind === 'html') + 1;
  return {
    html: pieces
      .slice(0, end)
      .flatMap((piece) =>
        piece.kind === 'html' ? piece.html : piece.kind === 'picture' ? figureOf(piece.picture) : [],
      )
      .join('\n'),
    pictures: pieces.slice(end).flatMap((piece) => (piece.kind === 'picture' ? piece.picture : [])),
  };
};

const notesOf = (posts: readonly SuperdeskPost[], count: number | undefined): string[] => {
  const embeds = posts
    .filter(({ deleted, post_status }) => !deleted && post_status === 'open')
    .flatMap(itemsOfPost)
    .filter(({ item_type }) => item_type === 'embed').length;
  const changed =
    posts
      .map(({ _updated }) => _updated)
      .sort()
      .at(-1) ?? '';
  const later = posts.filter(
    (post) => changed !== '' && !post.deleted && post.post_status === 'open' && post.published_date > changed,
  ).length;
  return [
    count !== undefined && count > posts.length
      ? `The file holds ${posts.length} of ${count} posts; download all of them, by a larger max_results or page by page.`
      : undefined,
    embeds > 0
      ? `Of ${embeds === 1 ? '1 embed' : `${embeds} embeds`} of other sites only links and texts are kept.`
      : undefined,
    later > 0
      ? `${later === 1 ? '1 post has' : `${later} posts have`} a time after the last change in the file (${changed}): readers may not have seen ${later === 1 ? 'it' : 'them'} yet.`
      : undefined,
  ].filter((note) => note !== undefined);
};
