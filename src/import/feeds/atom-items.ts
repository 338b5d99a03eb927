import { parseAtomFeed } from 'feedsmith';
import type { UpdateContent } from '../live-blog.ts';
import type { ReadFeed, SourceItem } from './feed-item.ts';
import { textOfHtml } from './html-text.ts';
import { mediaOfItem, olderOf } from './rss-items.ts';

type Feed = ReturnType<typeof parseAtomFeed<string>>;
type Entry = NonNullable<Feed['entries']>[number];
type Text = { readonly value?: string | undefined; readonly type?: string | undefined };

/** Reads Atom 1.0 (RFC 4287). */
export const readAtom = (text: string): Omit<ReadFeed, 'count'> => {
  const { title, subtitle, links, xml, entries = [] } = parseAtomFeed(text);
  return {
    title: lineOf(title),
    description: lineOf(subtitle),
    url: pageIn(links),
    language: xml?.lang,
    items: entries.map(itemOf),
    older: olderOf(links),
  };
};

const itemOf = (entry: Entry): SourceItem => ({
  addresses: [pageIn(entry.links), entry.id],
  title: lineOf(entry.title),
  content: contentOf(entry.content) ?? contentOf(entry.summary),
  time: entry.published ?? entry.updated,
  authors: entry.authors?.map(({ name }) => name) ?? entry.dc?.creators ?? [],
  topics: entry.categories?.map(({ label, term }) => label ?? term) ?? [],
  enclosures: [
    ...(entry.links ?? [])
      .filter(({ rel }) => rel === 'enclosure')
      .map(({ href, type, title }) => ({ address: href, type, alt: title })),
    // Content may be elsewhere.
    ...(entry.content?.src ? [{ address: entry.content.src, type: entry.content.type }] : []),
    ...mediaOfItem(entry.media),
  ],
});

const pageIn = (links: Entry['links'] = []): string | undefined =>
  links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;

const isMarkup = ({ type = 'text' }: Text): boolean => /html|xml/i.test(type);

const contentOf = (text: Text | undefined): UpdateContent | undefined =>
  text?.value ? { kind: isMarkup(text) ? 'html' : 'text', value: text.value } : undefined;

const lineOf = (text: Text | undefined): string | undefined =>
  text?.value && isMarkup(text) ? textOfHtml(text.value) : text?.value;
