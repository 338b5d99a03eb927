import { join } from 'node:path';
import { type Cards, keptCards as cards } from '../../src/cards/cards.ts';
import { keptPictures as kept } from '../../src/images/kept-pictures.ts';
import type { Pictures } from '../../src/images/pictures.ts';
import { diskShelf } from '../../src/io/disk-shelf.ts';
import { cacheFolder } from './cache-folder.ts';

/** Where encoded pictures are kept. */
const picturesFolder = (): string => join(cacheFolder(), 'pictures');

/** Measures and encodes each picture once: what came of it is kept on the disk. */
export const keptPictures = (): Pictures => kept(diskShelf(picturesFolder()));

/** Draws each social card once: it is kept beside the pictures. */
export const keptCards = (): Cards => cards(diskShelf(picturesFolder()));
