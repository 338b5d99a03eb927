import type { Entry } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { openArchive } from './open-archive.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';

/** Opens content without pictures: the site, its event in the folder `gala`, and the entries of that by their slugs. */
export const openGala = async (
  files: ContentFiles,
): Promise<{ readonly site: OpenSite; readonly gala: OpenEvent; readonly entryAt: (slug: string) => Entry }> => {
  const readBytes = () => Promise.reject(new Error('There are no pictures here'));
  const { site } = await openArchive({ files, readBytes }, {});
  const gala = site.events.find(({ event }) => event.folder === 'gala');
  if (!gala) throw new Error('There is no gala.');
  const entryAt = (slug: string): Entry => {
    const entry = gala.event.entries.find((one) => one.slug === slug);
    if (!entry) throw new Error(`There is no entry ${slug}.`);
    return entry;
  };
  return { site, gala, entryAt };
};
