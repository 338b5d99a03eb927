import { titleText } from '../feeds/html-text.ts';
import { oldestFirst } from '../feeds/oldest-first.ts';
import { quote } from '../feeds/quote.ts';
import { type ImportFormat, ImportRefused, type ImportSource, type LiveBlog, type Update } from '../live-blog.ts';
import { withoutEmptySeconds } from '../time-of.ts';
import { bodyOf } from './body.ts';
import { easyEntries, easyLiveblogOf, isEasyEntry } from './easy-entries.ts';
import { type Entries, isLiveblog, liveblogEntries } from './liveblog-entries.ts';
import { type Export, readExport, type WordpressPost } from './read-export.ts';
import { zoneNote } from './time-of-post.ts';

/**
 * A WordPress export (WXR) that holds a live blog of the plugin Liveblog by Automattic or of Easy Liveblogs. Refused are
 * XML that is not well-formed, an export without a live blog that has entries, and one with several.
 */
export const wordpressExport: ImportFormat = {
  name: 'WordPress export',
  recognises: ({ text }) => text.slice(0, 16_384).includes('wordpress.org/export/'),
  read: ({ text }: ImportSource): LiveBlog => {
    const held = readExport(text, isLiveblog);
    const blog = onlyOne(liveBlogsOf(held));
    const strays = held.posts.filter((post) => isEasyEntry(post) && easyLiveblogOf(post) === '');
    return {
      ...describe(blog.post, held),
      ...(blog.comments && { order: 'newest-first' }),
      updates: withoutEmptySeconds(oldestFirst(withOwnSources(blog.entries.updates))),
      skipped: [
        ...blog.entries.skipped,
        ...strays.map(({ texts }) => ({
          what: `entry ${texts.get('wp:post_id')}`,
          why: 'It belongs to no live blog.',
        })),
      ],
      notes: notesOf(blog, held),
    };
  },
};

type Blog = {
  readonly id: string;
  readonly post?: WordpressPost;
  /** Whether its entries are comments. */
  readonly comments: boolean;
  readonly entries: Entries;
  readonly clocks: readonly (readonly [utc: string | undefined, local: string | undefined])[];
};

const liveBlogsOf = ({ posts, names }: Export): Blog[] => {
  const byId = new Map(posts.map((post) => [post.texts.get('wp:post_id') ?? '', post]));
  const easy = Map.groupBy(
    posts.filter((post) => isEasyEntry(post) && easyLiveblogOf(post) !== ''),
    easyLiveblogOf,
  );
  return [
    ...posts
      .filter(({ meta }) => isLiveblog(meta))
      .map((post) => ({
        id: post.texts.get('wp:post_id') ?? '',
        post,
        comments: true,
        entries: liveblogEntries(post, names),
        clocks: post.comments.map(
          ({ texts }) => [texts.get('wp:comment_date_gmt'), texts.get('wp:comment_date')] as const,
        ),
      })),
    ...[...easy].map(([id, entries]) => {
      const post = byId.get(id);
      return {
        id,
        ...(post && { post }),
        comments: false,
        entries: easyEntries(entries, post, names),
        clocks: entries.map(({ texts }) => [texts.get('wp:post_date_gmt'), texts.get('wp:post_date')] as const),
      };
    }),
  ];
};

const onlyOne = (blogs: readonly Blog[]): Blog => {
  const [blog, ...others] = blogs.filter(({ entries }) => entries.updates.length > 0);
  if (!blog)
    throw new ImportRefused(
      blogs.length === 0
        ? 'Unexpected WordPress export without a live blog, expected a post of the plugin Liveblog (by Automattic) with its comments, ' +
            'or entries of the plugin Easy Liveblogs. Export all content of the site.'
        : `Unexpected live blog without published entries: ${listed(blogs)}. Export it with its comments and entries.`,
    );
  if (others.length > 0)
    throw new ImportRefused(
      `Unexpected ${others.length + 1} live blogs in one export, expected one: ${listed([blog, ...others])}. ` +
        'Export one only, or delete the other <item>s from the file.',
    );
  return blog;
};

const listed = (blogs: readonly Blog[]): string =>
  blogs
    .map(({ id, post, entries }) => {
      const title = post ? quote(post.texts.get('title') || 'Untitled') : 'a post that the export does not hold';
      return `${title} (post ${id}, ${entries.updates.length} ${entries.updates.length === 1 ? 'entry' : 'entries'})`;
    })
    .join(', ');

/** Exports that were put together may hold two entries of the same number; their address is that of neither. */
const withOwnSources = (updates: readonly Update[]): Update[] => {
  const bySource = Map.groupBy(updates, ({ source }) => source);
  return updates.map(({ source, ...update }) =>
    source !== undefined && bySource.get(source)?.length === 1 ? { ...update, source } : update,
  );
};

const describe = (post: WordpressPost | undefined, { language }: Export): Partial<LiveBlog> => {
  const title = titleText(post?.texts.get('title') ?? '');
  const description = post?.texts.get('excerpt:encoded');
  const introduction = bodyOf(post?.texts.get('content:encoded') ?? '', false).html;
  const url = post?.texts.get('link') ?? '';
  return {
    ...(title && { title }),
    ...(description && { description: titleText(description) }),
    ...(introduction && { introduction: { kind: 'html', value: introduction } }),
    ...(/^https?:\/\//i.test(url) && { url }),
    ...(language && { language }),
  };
};

const notesOf = ({ id, post, entries, clocks }: Blog, { posts }: Export): string[] => {
  const status = post?.texts.get('wp:status') ?? 'publish';
  const anonymous = posts.filter((one) => easyLiveblogOf(one) === id && isEasyEntry(one)).length > 0;
  return [
    zoneNote(clocks),
    post
      ? undefined
      : `The export does not hold the post ${id}, which is the live blog of these entries: title and introduction are missing.`,
    status === 'publish' ? undefined : `The live blog itself is not published: its status is ${quote(status)}.`,
    entries.nameless.length > 0
      ? `Contributors of whom the export tells only a number are left out: ${entries.nameless.join(', ')}.`
      : undefined,
    anonymous && entries.updates.some(({ author }) => author === undefined)
      ? 'Entries whose author has no display name in the export have no author.'
      : undefined,
  ].filter((note) => note !== undefined);
};
