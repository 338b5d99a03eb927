import { type Cards, cachedCards } from '../cards/cards.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskCache } from '../io/disk-cache.ts';
import { cachedPictures } from '../media/cached-pictures.ts';
import type { Pictures } from '../media/pictures.ts';

/** Measures and encodes each picture once: what came of it is kept on the disk. */
export const diskPictures = (): Pictures => cachedPictures(diskCache(cacheFolder(), 'pictures'));

/** Draws each social card once. Cards come with every milestone, pictures seldom: a host saves each at its own pace. */
export const diskCards = (): Cards => cachedCards(diskCache(cacheFolder(), 'cards'));
