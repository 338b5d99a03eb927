import { freshCards } from '../cards/cards.ts';
import type { Entry } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { freshPictures } from '../media/pictures.ts';
import type { MediaSource } from '../media/plan-media.ts';
import { freshIndexer } from '../search/fresh-indexer.ts';
import type { OpenEvent } from './open-event-of.ts';
import { type OpenSite, openSite } from './open-site.ts';

/** What makes everything anew. */
export const freshMeans = { pictures: freshPictures, cards: freshCards, indexer: freshIndexer() };

const readBytes = () => Promise.reject(new Error('There are no pictures here'));

/** The site of a whole archive; there are no pictures, unless `bytes` gives them. */
export const openArchive = async (
  files: ContentFiles,
  options: ReadOptions = {},
  bytes: MediaSource['readBytes'] = readBytes,
): Promise<OpenSite> => {
  const { site } = await openSite({ files, readBytes: bytes }, options, freshMeans);
  if (!site) throw new Error('The content has errors.');
  return site;
};

/** Opens content without pictures: the site, its event in the folder `gala`, and the entries of that by their slugs. */
export const openGala = async (
  files: ContentFiles,
): Promise<{ readonly site: OpenSite; readonly gala: OpenEvent; readonly entryAt: (slug: string) => Entry }> => {
  const site = await openArchive(files);
  const gala = site.events.find(({ event }) => event.folder === 'gala');
  if (!gala) throw new Error('There is no gala.');
  const entryAt = (slug: string): Entry => {
    const entry = gala.event.entries.find((one) => one.slug === slug);
    if (!entry) throw new Error(`There is no entry ${slug}.`);
    return entry;
  };
  return { site, gala, entryAt };
};
