import type { Archive, OwnPage, Text } from '../core/archive.ts';
import { fileName, topFolder } from '../core/content-files.ts';
import type { LinkTargets } from '../core/link-targets.ts';
import { once } from '../core/once.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { partsOfFileName } from '../core/slug.ts';
import type { FinishedEvent } from '../inspect/inspect-event.ts';
import { type Body, emptyBody } from '../markdown/body.ts';
import { prepareBody } from '../markdown/prepare-body.ts';
import { chunksAt } from '../media/plan-media.ts';
import { type MediaBytes, type PublishedMedia, publishMedia } from '../media/publish-media.ts';
import { indexEvent } from '../search/index-event.ts';
import { makersOf, type SearchFiles, type SearchRecord } from '../search/search-index.ts';
import { pageRecords } from '../search/search-records.ts';
import type { EventParts } from './open-event-of.ts';

/** What belongs to the archive and to none of its events. */
export type OpenOwn = {
  /** Its own pages, in the order of the links to them. */
  readonly pages: readonly OwnPage[];
  /** The line at the foot of each page, as HTML; empty where there is none. */
  readonly footer: string;
  /** The text of one of them. */
  readonly bodyOf: (page: OwnPage) => Body;
  /** The files that are copied as they are, by path below the address of the archive. */
  readonly copies: readonly Copy[];
  /** Its pages as the index of all titles has them. */
  readonly titles: () => readonly SearchRecord[];
  /** What looks through any search index, and the index of its pages. */
  readonly searchFiles: () => Promise<SearchFiles>;
  /** The pictures and videos of its pages. */
  readonly media: readonly PublishedMedia[];
};

type Copy = { readonly path: string; readonly bytes: () => MediaBytes };

/** What it is put together from: pages without finished texts are only linked to. */
export type OwnParts = Pick<Archive, 'pages' | 'copies'> & { readonly finished?: FinishedEvent };

/** Puts it together. */
export const openOwnOf = (
  { pages, copies, finished }: OwnParts,
  { site, to, source, pictures, indexer }: Pick<EventParts, 'site' | 'to' | 'source' | 'pictures' | 'indexer'>,
): OpenOwn => {
  const bodyOf = ({ body }: OwnPage): Body => finished?.bodies.get(body) ?? emptyBody;
  return {
    pages,
    footer: site.footer === undefined ? '' : footerOf(site.footer, site.language, { pages, copies, to }),
    bodyOf,
    copies: copies.map((path) => ({ path, bytes: () => chunksAt(`public/${path}`, source) })),
    titles: () => pageRecords(pages, { to, textOf: () => '' }),
    searchFiles: once(async () => {
      const records = pageRecords(pages, { to, textOf: (page) => bodyOf(page).text });
      const [engine, index] = await Promise.all([indexer.engine(), indexEvent('pages', makersOf(records), indexer)]);
      return new Map([...engine, ...index]);
    }),
    media: publishMedia(finished?.plans ?? [], source, pictures),
  };
};

/**
 * The line at the foot of each page. A page of an event knows no other one, so links are resolved from what is written;
 * that they lead somewhere is checked with the pages of the archive.
 */
const footerOf = (
  text: Text,
  language: string,
  { pages, copies, to }: Pick<OwnParts, 'pages' | 'copies'> & { readonly to: Permalinks },
): string => {
  const own = new Map([
    ...pages.map(({ body, slug }) => [body.file, to.page(slug)] as const),
    ...copies.map((path) => [`public/${path}`, to.copy(path)] as const),
  ]);
  const inEvent = (path: string): string => {
    const folder = topFolder(path) ?? '';
    const name = fileName(path);
    return name === 'event.md' ? to.event(folder) : to.entry(folder, partsOfFileName(name).slug);
  };
  const targets: LinkTargets = {
    document: (path) => ({ link: own.get(path) ?? inEvent(path) }),
    page: (path) => ({ link: to.named(path) }),
  };
  const ignore = () => {};
  const prepared = prepareBody(text, { idPrefix: '', page: to.absolute(to.home()), language }, undefined, ignore);
  return prepared.finish({ targets, mediaAt: () => undefined }, ignore).html;
};
