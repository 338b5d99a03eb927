import type { LiveBlog } from '../live-blog.ts';
import { liveBlogPosting } from './live-blog-posting.ts';

/** An update of JSON-LD. */
export const aJsonLdUpdate = (fields: object = {}): object => ({
  '@type': 'BlogPosting',
  headline: 'A record',
  datePublished: '2019-11-11T10:18:30+08:00',
  articleBody: 'GMV passes.',
  ...fields,
});

/** A live blog of JSON-LD. */
export const aBlog = (updates: unknown, fields: object = {}): object => ({
  '@context': 'https://schema.org',
  '@type': 'LiveBlogPosting',
  headline: 'Singles Day',
  url: 'https://example.org/live',
  liveBlogUpdate: updates,
  ...fields,
});

/** A page with one script of JSON-LD. */
export const aPage = (json: unknown, body = ''): string =>
  `<!doctype html><html lang="en-GB"><title>Singles Day | Example</title><script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script><body>${body}</body></html>`;

export const read = async (source: string | object, url?: string): Promise<LiveBlog> =>
  liveBlogPosting.read({
    text: typeof source === 'string' ? source : JSON.stringify(source),
    ...(url !== undefined && { url }),
  });
