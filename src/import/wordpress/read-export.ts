import { scanXml } from '../feeds/scan-xml.ts';

/** An element of an export that holds others: texts by their names, the first of a name, and such elements by theirs. */
type PostPart = {
  readonly texts: ReadonlyMap<string, string>;
  readonly parts: readonly PostPart[];
  readonly name: string;
};

/** A post of any type. Comments are there only where `keepsComments` says so. */
export type WordpressPost = {
  readonly texts: ReadonlyMap<string, string>;
  /** Custom fields by their keys. */
  readonly meta: ReadonlyMap<string, string>;
  readonly comments: readonly Comment[];
};
export type Comment = { readonly texts: ReadonlyMap<string, string>; readonly meta: ReadonlyMap<string, string> };

/** What is read of an export. */
export type Export = {
  readonly language?: string;
  readonly posts: readonly WordpressPost[];
  /** Display names by number, and by the name with which people log in. */
  readonly names: ReadonlyMap<string, string>;
};

const holders = new Set(['channel', 'item', 'wp:author', 'wp:comment', 'wp:commentmeta', 'wp:postmeta']);

type Growing = { name: string; texts: Map<string, string>; parts: PostPart[] };

/**
 * Reads a WordPress export (WXR, all versions, prefixes as WordPress writes them). Of each post only what the reader
 * of live blogs may need is kept; comments only where `keepsComments` is true for the post's custom fields.
 * Malformed XML is an `ImportRefused`.
 */
export const readExport = (text: string, keepsComments: (meta: ReadonlyMap<string, string>) => boolean): Export => {
  const within: Growing[] = [];
  const posts: WordpressPost[] = [];
  const names = new Map<string, string>();
  let language: string | undefined;
  let field: { name: string; depth: number; value: string } | undefined;

  const finish = (part: PostPart): void => {
    if (part.name === 'item') posts.push(postOf(part, keepsComments));
    else if (part.name === 'wp:author') rememberName(part, names);
    else if (part.name === 'channel') language = part.texts.get('language');
    else within.at(-1)?.parts.push(part);
  };
  scanXml(text, 'export', {
    open: (name) => {
      if (field) field.depth += 1;
      else if (holders.has(name)) within.push({ name, texts: new Map(), parts: [] });
      else if (within.length > 0) field = { name, depth: 0, value: '' };
    },
    text: (piece) => {
      if (field?.depth === 0) field.value += piece;
    },
    close: (name) => {
      if (field) {
        if (field.depth > 0) {
          field.depth -= 1;
          return;
        }
        const { texts } = within.at(-1) ?? {};
        if (texts && !texts.has(field.name)) texts.set(field.name, field.value.trim());
        field = undefined;
      } else if (holders.has(name)) {
        const part = within.pop();
        if (part) finish(part);
      }
    },
  });
  return { posts, names, ...(language && { language }) };
};

const postOf = (
  { texts, parts }: PostPart,
  keepsComments: (meta: ReadonlyMap<string, string>) => boolean,
): WordpressPost => {
  const meta = metaOf(parts, 'wp:postmeta');
  const comments = keepsComments(meta) ? parts.filter(({ name }) => name === 'wp:comment') : [];
  return {
    texts,
    meta,
    comments: comments.map((comment) => ({
      texts: comment.texts,
      meta: metaOf(comment.parts, 'wp:commentmeta'),
    })),
  };
};

const metaOf = (parts: readonly PostPart[], kind: string): Map<string, string> =>
  new Map(
    parts
      .filter(({ name }) => name === kind)
      .map(({ texts }) => [texts.get('wp:meta_key') ?? '', texts.get('wp:meta_value') ?? '']),
  );

const rememberName = ({ texts }: PostPart, names: Map<string, string>): void => {
  const name = texts.get('wp:author_display_name');
  // People whose display name is an address of e-mail did not mean to publish it.
  if (!name || name.includes('@')) return;
  for (const key of [texts.get('wp:author_id'), texts.get('wp:author_login')]) if (key) names.set(key, name);
};
