import { titleText } from '../feeds/html-text.ts';
import { quote } from '../feeds/quote.ts';
import type { Skipped, Update } from '../live-blog.ts';
import { bodyOf } from './body.ts';
import type { Comment, WordpressPost } from './read-export.ts';
import { timeOfPost } from './time-of-post.ts';

/** The entries of a live blog, in the order of the export, and what is reported about the rest. */
export type Entries = {
  readonly updates: readonly Update[];
  readonly skipped: readonly Skipped[];
  /** Contributors without a display name, by their numbers. */
  readonly nameless: readonly string[];
};

/** Whether a post's custom fields make it a live blog of the plugin Liveblog by Automattic. */
export const isLiveblog = (meta: ReadonlyMap<string, string>): boolean =>
  ['enable', 'archive', '1'].includes(meta.get('liveblog') ?? '');

/**
 * The entries that the plugin Liveblog by Automattic keeps as comments of type and status `liveblog`. An edit is a
 * comment of its own (`liveblog_replaces`), whose text the plugin has copied into the original; one without text deletes.
 */
export const liveblogEntries = (post: WordpressPost, names: ReadonlyMap<string, string>): Entries => {
  const ids = new Set(post.comments.map(idOf));
  const deleted = new Map(
    post.comments
      .filter((comment) => replacedBy(comment) && isEntry(comment) && textOf(comment) === '')
      .map((comment) => [replacedBy(comment), idOf(comment)]),
  );
  const skipped: Skipped[] = [];
  const nameless = new Set<string>();
  const updates = post.comments.flatMap((comment) => {
    const update = updateOf(comment, post, names, nameless);
    const why = reasonToSkip(comment, ids, deleted) ?? (typeof update === 'string' ? update : undefined);
    if (why === undefined && typeof update !== 'string') return [update];
    skipped.push({ what: `comment ${idOf(comment)}`, why: why ?? '' });
    return [];
  });
  return { updates, skipped, nameless: [...nameless] };
};

const idOf = ({ texts }: Comment): string => texts.get('wp:comment_id') ?? '';
const textOf = ({ texts }: Comment): string => texts.get('wp:comment_content') ?? '';
const replacedBy = ({ meta }: Comment): string => meta.get('liveblog_replaces') ?? '';
const isEntry = ({ texts }: Comment): boolean =>
  texts.get('wp:comment_type') === 'liveblog' && texts.get('wp:comment_approved') === 'liveblog';

const reasonToSkip = (
  comment: Comment,
  ids: ReadonlySet<string>,
  deleted: ReadonlyMap<string, string>,
): string | undefined => {
  const status = comment.texts.get('wp:comment_approved') ?? '';
  const original = replacedBy(comment);
  if (comment.texts.get('wp:comment_type') !== 'liveblog') return 'It is a comment of a reader, not an entry.';
  if (original && textOf(comment) === '') return `It records that comment ${original} was deleted.`;
  if (original && ids.has(original)) return `It is an edit of comment ${original}, which holds the edited text.`;
  if (original) return `It is an edit of comment ${original}, which the export does not hold.`;
  if (deleted.has(idOf(comment))) return `It was deleted (by comment ${deleted.get(idOf(comment))}).`;
  if (status === 'trash') return 'It was deleted: it is in the trash.';
  return isEntry(comment) ? undefined : `It is not published: its status is ${quote(status)}.`;
};

/** The entry, or why there is none. */
const updateOf = (
  comment: Comment,
  post: WordpressPost,
  names: ReadonlyMap<string, string>,
  nameless: Set<string>,
): Update | string => {
  const key = ['true', '1'].includes(comment.meta.get('liveblog_key_entry') ?? '');
  const time = timeOfPost(comment.texts.get('wp:comment_date_gmt'), comment.texts.get('wp:comment_date'));
  const { html, topics } = bodyOf(textOf(comment), key);
  if (time === undefined) return 'It has no time.';
  if (html === '') return 'It has no text.';
  const author = authorOf(comment, names, nameless);
  const link = post.texts.get('link') ?? '';
  return {
    time,
    ...(/^https?:\/\//i.test(link) &&
      idOf(comment) !== '' && { source: `${link.replace(/#.*$/s, '')}#${idOf(comment)}` }),
    content: { kind: 'html', value: html },
    pictures: [],
    ...(author && { author }),
    topics,
    key,
    pinned: false,
  };
};

/** The author and the contributors, as readers saw them; nobody where the entry hides its authors. */
const authorOf = (
  { texts, meta }: Comment,
  names: ReadonlyMap<string, string>,
  nameless: Set<string>,
): string | undefined => {
  if (!['', '0', 'false'].includes(meta.get('liveblog_hide_authors') ?? '')) return undefined;
  const author = titleText(texts.get('wp:comment_author') ?? '');
  const contributors = numbersOf(meta.get('liveblog_contributors') ?? '');
  for (const number of contributors) if (!names.has(number)) nameless.add(number);
  const all = [author, ...contributors.map((number) => names.get(number) ?? '')];
  return [...new Set(all.filter((name) => name !== '' && !name.includes('@')))].join(', ');
};

/** The numbers in a list that PHP has serialised: `a:2:{i:0;i:7;i:1;s:1:"9";}`. */
const numbersOf = (list: string): string[] =>
  [...list.matchAll(/i:\d+;(?:i:(\d+)|s:\d+:"(\d+)");/g)].flatMap(([, number, text]) => number ?? text ?? []);
