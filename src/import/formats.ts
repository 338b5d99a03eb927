import { feed } from './feeds/feed.ts';
import { type ImportFormat, ImportRefused, type ImportSource } from './live-blog.ts';
import { liveBlogPosting } from './schema-org/live-blog-posting.ts';
import { superdesk } from './superdesk/superdesk.ts';
import { timelineJs } from './timeline-js/timeline-js.ts';
import { transcript } from './transcript/transcript.ts';
import { wordpressExport } from './wordpress/wordpress-export.ts';

/** Every kind of live blog that can be imported. The first one that recognises a source reads it, so plain text is last. */
export const importFormats: readonly ImportFormat[] = [
  wordpressExport,
  feed,
  superdesk,
  timelineJs,
  liveBlogPosting,
  transcript,
];

/** The kind of live blog that a source is. Throws `ImportRefused` where it is none, with what to do instead. */
export const formatOf = (source: ImportSource, name: string): ImportFormat => {
  const format = importFormats.find(({ recognises }) => recognises(source));
  if (format) return format;
  const looksLikePage = /^\s*(?:<!doctype html|<html|<head|<body)/i.test(source.text);
  throw new ImportRefused(
    looksLikePage
      ? `${name} is a web page, but says nowhere that it is a live blog (schema.org LiveBlogPosting). Open it in a browser, let it load all updates, copy its text into a file that ends in .txt, and import that.`
      : `${name} is none of the live blogs that can be imported: ${importFormats.map((one) => one.name).join(', ')}. A text or a chat that was copied needs each time in a line of its own, such as 14:05, below its day, such as 2019-11-11.`,
  );
};
