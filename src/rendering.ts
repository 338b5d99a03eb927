import { join } from 'node:path';
import { cachedCards } from './cards/cards.ts';
import type { Cache } from './core/cache.ts';
import { timeOfContent } from './io/content-time.ts';
import { diskCache } from './io/disk-cache.ts';
import { type Environment, readEnvironment } from './io/environment.ts';
import { publicNames } from './io/public-names.ts';
import { readContent } from './io/read-content.ts';
import { cachedPictures } from './media/cached-pictures.ts';
import { refuseErrors } from './views/content-refused.ts';
import { openArchive } from './views/open-archive.ts';
import type { OpenSite } from './views/open-site.ts';
import { whileWriting } from './views/while-writing.ts';

let opened: Promise<OpenSite> | undefined;

/**
 * The one door of the pages: reads the content folder once, and rejects with `ContentRefused` if it has errors. The
 * folder is `CONTENT_DIR` or `content`; `SITE_URL` comes instead of its address; drafts are part of it in `astro dev`
 * and with `DRAFTS=1`.
 */
export const openSite = (): Promise<OpenSite> => {
  opened ??= load(readEnvironment(process.env));
  return opened;
};

/** Puts a site behind the door that has been opened already: that of the event whose pages are made next. */
export const showSite = (site: OpenSite): void => {
  opened = Promise.resolve(site);
};

const load = async ({ contentFolder: folder, siteUrl, drafts }: Environment): Promise<OpenSite> => {
  const root = import.meta.env.PROJECT_ROOT;
  const options = {
    drafts: import.meta.env.DEV || drafts,
    publicNames: await publicNames(root),
    now: await timeOfContent({ kind: 'disk', folder }),
    ...(siteUrl && { siteUrl }),
  };
  const kept = (name: string): Cache => diskCache(process.env['CACHE_DIR'] || join(root, '.cache'), name);
  const content = await readContent(folder);
  const { site, diagnostics } = await openArchive(
    content,
    options,
    cachedPictures(kept('pictures')),
    cachedCards(kept('cards')),
  );
  refuseErrors(folder, diagnostics);
  return import.meta.env.DEV ? whileWriting(site, () => Temporal.Now.instant().epochMilliseconds) : site;
};
