import type { Archive, OwnPage } from '../core/archive.ts';
import { once } from '../core/once.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { FinishedEvent } from '../inspect/event-bodies.ts';
import { type Body, emptyBody } from '../markdown/body.ts';
import { chunksAt } from '../media/plan-media.ts';
import { type MediaBytes, type PublishedMedia, publishMedia } from '../media/publish-media.ts';
import { indexEvent } from '../search/index-event.ts';
import type { SearchFiles } from '../search/search-index.ts';
import { pageRecords } from '../search/search-records.ts';
import type { EventParts } from './open-event-of.ts';

/** What belongs to the archive and to none of its events. */
export type OpenOwn = {
  /** Its own pages, in the order of the links to them. */
  readonly pages: readonly OwnPage[];
  /** The text of one of them. */
  readonly bodyOf: (page: OwnPage) => Body;
  /** The files that are copied as they are, by path below the address of the archive. */
  readonly copies: readonly Copy[];
  /** The search index of its pages, as that of an event. */
  readonly searchFiles: () => Promise<SearchFiles>;
  /** The pictures and videos of its pages. */
  readonly media: readonly PublishedMedia[];
};

export type Copy = { readonly path: string; readonly bytes: () => MediaBytes };

/** What it is put together from: pages without finished texts are only linked to. */
export type OwnParts = Pick<Archive, 'pages' | 'copies'> & { readonly finished?: FinishedEvent };

/** Puts it together. */
export const openOwnOf = (
  { pages, copies, finished }: OwnParts,
  { source, pictures, indexer }: Pick<EventParts, 'source' | 'pictures' | 'indexer'>,
  to: Permalinks,
): OpenOwn => {
  const bodyOf = ({ body }: OwnPage): Body => finished?.bodies.get(body) ?? emptyBody;
  return {
    pages,
    bodyOf,
    copies: copies.map((path) => ({ path, bytes: () => chunksAt(`public/${path}`, source) })),
    searchFiles: once(() =>
      indexEvent('pages', pageRecords(pages, { to, textOf: (page) => bodyOf(page).text }), indexer),
    ),
    media: publishMedia(finished?.plans ?? [], source, pictures),
  };
};
