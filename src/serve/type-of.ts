import { lookup } from 'mrmime';
import { fileName } from '../core/content-files.ts';
import { feedFormats } from '../core/feed-formats.ts';
import { fileTypeOf } from '../core/media-names.ts';

/** The media type of a file of a site, by its path. Tables of endings do not know feeds. */
export const typeOf = (path: string): string => {
  const type = feedFormats.find(({ file }) => file === fileName(path))?.type ?? otherType(path);
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
};

const otherType = (path: string): string => {
  if (/(?:^|\/)feed-archive\/[^/]+\.xml$/.test(path)) return 'application/atom+xml';
  if (path.endsWith('.xml')) return 'application/xml';
  return fileTypeOf(path) ?? lookup(path) ?? 'application/octet-stream';
};
