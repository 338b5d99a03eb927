import { join } from 'node:path';
import { type Cards, keptCards as cards } from '../cards/cards.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskShelf } from '../io/disk-shelf.ts';
import { keptPictures as kept } from '../media/kept-pictures.ts';
import type { Pictures } from '../media/pictures.ts';

/** Measures and encodes each picture once: what came of it is kept on the disk. */
export const keptPictures = (): Pictures => kept(diskShelf(join(cacheFolder(), 'pictures')));

/** Draws each social card once. Cards come with every milestone, pictures seldom: a host saves each at its own pace. */
export const keptCards = (): Cards => cards(diskShelf(join(cacheFolder(), 'cards')));
