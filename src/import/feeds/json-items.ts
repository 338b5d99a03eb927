import { parseJsonFeed } from 'feedsmith';
import { z } from 'zod';
import type { ReadFeed, SourceItem } from './feed-item.ts';
import { readJson } from './read-json.ts';

type Item = NonNullable<ReturnType<typeof parseJsonFeed<string>>['items']>[number];

/** Reads JSON Feed 1.0 and 1.1. */
export const readJsonFeed = (text: string): ReadFeed => {
  const json = readJson(text, 'feed');
  const { title, description, home_page_url, language, items = [], next_url } = parseJsonFeed(json);
  return {
    title,
    description,
    url: home_page_url,
    language,
    items: items.map(itemOf),
    count: z.object({ items: z.array(z.unknown()) }).safeParse(json).data?.items.length ?? items.length,
    older: next_url ? [next_url] : [],
  };
};

const itemOf = (item: Item): SourceItem => ({
  addresses: [item.url, item.id],
  title: item.title,
  content: contentOf(item),
  time: item.date_published ?? item.date_modified,
  authors: item.authors?.map(({ name }) => name) ?? [],
  topics: item.tags ?? [],
  enclosures: [
    ...[item.image, item.banner_image].filter(Boolean).map((address) => ({ address, type: 'image' })),
    ...(item.attachments?.map(({ url, mime_type, title }) => ({ address: url, type: mime_type, alt: title })) ?? []),
  ],
});

const contentOf = ({ content_html, content_text, summary }: Item): SourceItem['content'] => {
  if (content_html) return { kind: 'html', value: content_html };
  const value = content_text ?? summary;
  return value ? { kind: 'text', value } : undefined;
};
