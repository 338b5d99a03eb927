import { z } from 'zod';

// Everything is lenient: a field of another kind than expected is as good as missing.
const text = z.string().trim().catch('');
const flag = z
  .union([z.literal(true), z.literal('true')])
  .transform(() => true)
  .catch(false);
const rendition = z.object({ href: text, width: z.number().catch(0) });
const noRendition = rendition.parse({});

const renditions = z.object({
  original: rendition.catch(noRendition),
  baseImage: rendition.catch(noRendition),
  viewImage: rendition.catch(noRendition),
  thumbnail: rendition.catch(noRendition),
});
const media = z.object({ renditions: renditions.catch(renditions.parse({})) });
const meta = z.object({
  caption: text,
  credit: text,
  alt: text,
  quote: text,
  title: text,
  description: text,
  provider_name: text,
  original_url: text,
  html: text,
  media: media.catch(media.parse({})),
});
const item = z.object({
  item_type: text,
  text,
  headline: text,
  commenter: text,
  meta: meta.catch(meta.parse({})),
});
const group = z.object({
  id: text,
  refs: z.array(z.object({ item: item.nullable().catch(null) }).catch({ item: null })).catch([]),
});

/** A post of Superdesk Live Blog, as its public API gives it; of its publisher nothing but the name that readers see. */
export const postSchema = z.object({
  _id: text,
  _updated: text,
  post_status: text,
  deleted: flag,
  published_date: text,
  sticky: flag,
  lb_highlight: flag,
  order: z.number().catch(0),
  headline: text,
  tags: z.array(text).catch([]),
  publisher: z.object({ display_name: text }).catch({ display_name: '' }),
  groups: z.array(group.catch({ id: '', refs: [] })).catch([]),
});

export type SuperdeskPost = z.infer<typeof postSchema>;
export type Item = z.infer<typeof item>;

/** The items that are the body of a post, in order. */
export const itemsOfPost = ({ groups }: SuperdeskPost): Item[] =>
  groups.filter(({ id }) => id === 'main').flatMap(({ refs }) => refs.flatMap((ref) => ref.item ?? []));
