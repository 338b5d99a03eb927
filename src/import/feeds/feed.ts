import { xmlText } from '../../feeds/xml-text.ts';
import { type ImportFormat, ImportRefused, type ImportSource, type LiveBlog } from '../live-blog.ts';
import { shownAddress } from '../media/web-address.ts';
import { withoutEmptySeconds } from '../time-of.ts';
import { readAtom } from './atom-items.ts';
import type { ReadFeed } from './feed-item.ts';
import { readJsonFeed } from './json-items.ts';
import { oldestFirst } from './oldest-first.ts';
import { readRdf, readRss } from './rss-items.ts';
import { scanXml } from './scan-xml.ts';
import { updatesOfFeed } from './updates-of.ts';

/** A feed: RSS of any version, Atom 1.0 or JSON Feed. Refused is one that is damaged, or without items. */
export const feed: ImportFormat = {
  name: 'feed',
  mayBeCut: true,
  recognises: ({ text }) => kindOf(text) !== undefined,
  read: ({ text }: ImportSource): LiveBlog => {
    const { title, description, url, language, items, count, older } = readAny(text);
    if (items.length === 0)
      throw new ImportRefused('Unexpected feed without items, expected a feed that holds the updates of a live blog.');
    const { updates, skipped } = updatesOfFeed(items);
    const lost = count - items.length;
    const held = count === 1 ? '1 item' : `${count} items`;
    return {
      ...(title && { title }),
      ...(description && { description }),
      ...(url && /^https?:\/\//i.test(url) && { url }),
      ...(language && { language }),
      updates: withoutEmptySeconds(oldestFirst(updates)),
      skipped: [
        ...skipped,
        ...(lost > 0
          ? [
              {
                what: lost === 1 ? '1 item' : `${lost} items`,
                why: 'Nothing in it has the form of an item.',
                updates: lost,
              },
            ]
          : []),
      ],
      notes: [
        `The feed held ${held}. A feed is a window: older ones may be missing.`,
        ...older.map((address) => `More items are at ${shownAddress(address)}, which is not imported.`),
      ],
    };
  },
};

type Reader = (text: string) => Omit<ReadFeed, 'count'> & { readonly count?: number };
const readers: Readonly<Record<'rss' | 'rdf' | 'feed' | 'json', Reader>> = {
  rss: readRss,
  rdf: readRdf,
  feed: readAtom,
  json: readJsonFeed,
};

const readAny = (text: string): ReadFeed => {
  const kind = kindOf(text);
  if (kind === undefined)
    throw new ImportRefused('Unexpected file of another kind, expected a feed: RSS, Atom or JSON Feed.');
  // feedsmith takes whatever it finds in a damaged document for all of it.
  const count = kind === 'json' ? 0 : countItems(text);
  try {
    return { count, ...readers[kind](kind === 'json' ? text : xmlText(text.replace(/^\uFEFF/, ''))) };
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(
      'Unexpected structure of the feed, expected what its format (RSS, Atom or JSON Feed) prescribes. Check it with a feed validator.',
    );
  }
};

/** Far more than a live blog has, and as many as are read within seconds. */
const mostItems = 10_000;
/** So many elements fit into memory as a tree. */
const mostElements = 200_000;

const countItems = (text: string): number => {
  let count = 0;
  let elements = 0;
  scanXml(text, 'feed', {
    open: (name) => {
      if (/^(\w+:)?(item|entry)$/i.test(name)) count += 1;
      elements += 1;
      if (elements > mostElements)
        throw new ImportRefused(
          `Unexpected feed of more than ${mostElements} elements, expected fewer. Split the file.`,
        );
      if (count > mostItems)
        throw new ImportRefused(`Unexpected feed of more than ${mostItems} items, expected fewer. Split the file.`);
    },
  });
  return count;
};

const kindOf = (text: string): keyof typeof readers | undefined => {
  const head = text.slice(0, 16_384);
  if (/^\uFEFF?\s*\{/.test(head))
    return /"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//.test(text) ? 'json' : undefined;
  if (head.includes('wordpress.org/export/')) return undefined;
  const name = rootOf(head)?.toLowerCase().replace(/^.*:/, '');
  return name === 'rss' || name === 'rdf' || name === 'feed' ? name : undefined;
};

/** The name of the first element, after declaration, comments and document type. */
const rootOf = (head: string): string | undefined => {
  const past = /\s+|\uFEFF|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>/iy;
  let at = 0;
  for (let found = past.exec(head); found; found = past.exec(head)) at = past.lastIndex;
  return /^<([\w:.-]+)/.exec(head.slice(at))?.[1];
};
