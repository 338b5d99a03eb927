import { AsyncLocalStorage } from 'node:async_hooks';
import { cachedCards } from './cards/cards.ts';
import type { Cache } from './core/cache.ts';
import { cacheFolder } from './io/cache-folder.ts';
import { timeOfContent } from './io/content-time.ts';
import { diskCache } from './io/disk-cache.ts';
import { type Environment, readEnvironment } from './io/environment.ts';
import { publicNames } from './io/public-names.ts';
import { readContent } from './io/read-content.ts';
import { cachedPictures } from './media/cached-pictures.ts';
import { freshIndexer } from './search/fresh-indexer.ts';
import { refuseErrors } from './views/content-refused.ts';
import { type OpenSite, openSite } from './views/open-site.ts';

/** What is being rendered: each of several renderings at the same time has its own. */
const rendered = new AsyncLocalStorage<OpenSite>();

/** Does some work, and all pages that are rendered by it are those of this site. */
export const renderWith = <Result>(site: OpenSite, work: () => Promise<Result>): Promise<Result> =>
  rendered.run(site, work);

/** The whole archive, where nobody said what is to be rendered. */
let opened: Promise<OpenSite> | undefined;

/**
 * The site that is being rendered. Where there is none, as in `astro build`, the content folder is read once, and this
 * rejects with `ContentRefused` if it has errors. The folder is `CONTENT_DIR` or that of the archive around; `SITE_URL` comes
 * instead of its address; drafts are part of it with `DRAFTS=1`.
 */
export const siteToRender = async (): Promise<OpenSite> => {
  const site = rendered.getStore();
  if (site) return site;
  opened ??= load(readEnvironment());
  return opened;
};

const load = async ({ contentFolder: folder, siteUrl, drafts }: Environment): Promise<OpenSite> => {
  const options = {
    drafts,
    publicNames: await publicNames(import.meta.env.PROJECT_ROOT),
    now: await timeOfContent({ kind: 'disk', folder }),
    ...(siteUrl && { siteUrl }),
  };
  const kept = (name: string): Cache => diskCache(cacheFolder(), name);
  const content = await readContent(folder);
  const means = {
    pictures: cachedPictures(kept('pictures')),
    cards: cachedCards(kept('cards')),
    indexer: freshIndexer(),
  };
  const { diagnostics, ...opened } = await openSite(content, options, means);
  return refuseErrors(folder, diagnostics, opened.site);
};
