import type { Blog } from '../blog.ts';
import { atom, jsonFeedObject, rdf, rss } from './feeds.ts';
import { postingObject, superdeskObject, timelineObject } from './json.ts';
import { jsonLdPage, microdataPage, rdfaPage } from './pages.ts';
import { transcriptText } from './transcript.ts';
import { easyLiveblogs, liveblog } from './wordpress.ts';

/** A format in which a hostile live blog can be written. */
export type Written = {
  readonly name: string;
  /** The name of a file of this format. */
  readonly file: string;
  readonly kind: 'xml' | 'html' | 'json' | 'text';
  readonly write: (blog: Blog) => string;
};

/** A format of JSON, whose parts can be damaged one by one. */
type WrittenJson = Omit<Written, 'write'> & { readonly objectOf: (blog: Blog) => object };

export const jsonFormats: readonly WrittenJson[] = [
  { name: 'JSON Feed', file: 'feed.json', kind: 'json', objectOf: jsonFeedObject },
  { name: 'Superdesk', file: 'posts.json', kind: 'json', objectOf: superdeskObject },
  { name: 'TimelineJS', file: 'timeline.json', kind: 'json', objectOf: timelineObject },
  { name: 'JSON-LD', file: 'blog.json', kind: 'json', objectOf: postingObject },
];

export const xmlFormats: readonly Written[] = [
  { name: 'RSS', file: 'feed.xml', kind: 'xml', write: rss },
  { name: 'Atom', file: 'atom.xml', kind: 'xml', write: atom },
  { name: 'RDF', file: 'rdf.xml', kind: 'xml', write: rdf },
  { name: 'WordPress Liveblog', file: 'export.xml', kind: 'xml', write: liveblog },
  { name: 'WordPress Easy Liveblogs', file: 'easy.xml', kind: 'xml', write: easyLiveblogs },
];

export const pageFormats: readonly Written[] = [
  { name: 'a page of JSON-LD', file: 'page.html', kind: 'html', write: jsonLdPage },
  { name: 'a page of Microdata', file: 'microdata.html', kind: 'html', write: microdataPage },
  { name: 'a page of RDFa', file: 'rdfa.html', kind: 'html', write: rdfaPage },
];

const text: Written = { name: 'plain text', file: 'transcript.txt', kind: 'text', write: transcriptText };

/** Every format that can be imported. */
export const allFormats: readonly Written[] = [
  ...xmlFormats,
  ...jsonFormats.map(({ objectOf, ...format }) => ({
    ...format,
    write: (blog: Blog) => JSON.stringify(objectOf(blog)),
  })),
  ...pageFormats,
  text,
];
