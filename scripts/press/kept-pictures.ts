import { join } from 'node:path';
import { type Cards, keptCards as cards } from '../../src/cards/cards.ts';
import { keptPictures as kept } from '../../src/images/kept-pictures.ts';
import type { Pictures } from '../../src/images/pictures.ts';
import { diskShelf } from '../../src/io/disk-shelf.ts';
import { cacheFolder } from './cache-folder.ts';

/** Measures and encodes each picture once: what came of it is kept on the disk. */
export const keptPictures = (): Pictures => kept(diskShelf(join(cacheFolder(), 'pictures')));

/** Draws each social card once. Cards come with every milestone, pictures seldom: a host saves each at its own pace. */
export const keptCards = (): Cards => cards(diskShelf(join(cacheFolder(), 'cards')));
