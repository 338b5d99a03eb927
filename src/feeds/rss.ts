import { getRssString } from '@astrojs/rss';
import { feedSize } from './feed-size.ts';
import { xmlEscape, xmlText } from './xml-text.ts';

/** A feed, in terms that every feed format shares. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  /** The page that the feed follows, with its host. */
  readonly page: string;
  /** The feed's own address, with its host. */
  readonly self: string;
  readonly language: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
};

export type FeedItem = {
  readonly title: string;
  /** The permanent address, which is the item's identity. */
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** Milliseconds since 1970 of the last correction, or of the publication. */
  readonly updated: number;
  /** HTML with absolute addresses. */
  readonly content: string;
  readonly creator?: string;
  readonly categories: readonly string[];
};

/**
 * A feed as RSS 2.0 with content, Dublin Core and Atom modules. The build date is that of the newest change in the
 * content. Characters that XML cannot hold are left out.
 */
export const rssOf = async ({ title, description, page, self, language, items: all }: Feed): Promise<string> => {
  const items = all.slice(0, feedSize);
  const updated = Math.max(...items.map((item) => item.updated));
  const built = Number.isFinite(updated) ? `<lastBuildDate>${new Date(updated).toUTCString()}</lastBuildDate>` : '';
  const xml = await getRssString({
    title: xmlText(title),
    description: xmlText(description),
    site: page,
    xmlns: {
      content: 'http://purl.org/rss/1.0/modules/content/',
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
    },
    customData: `<language>${xmlEscape(language)}</language>${built}<atom:link href="${xmlEscape(self)}" rel="self" type="application/rss+xml"/>`,
    items: items.map((item) => ({
      title: xmlText(item.title),
      link: item.link,
      pubDate: new Date(item.published),
      content: xmlText(item.content),
      categories: item.categories.map(xmlText),
    })),
  });
  // Not as `customData`, which takes an author 007 for the number 7.
  const creators = items.map(({ creator }) => creator && `<dc:creator>${xmlEscape(creator)}</dc:creator>`).values();
  return xml.replaceAll('</item>', (end) => `${creators.next().value ?? ''}${end}`);
};
