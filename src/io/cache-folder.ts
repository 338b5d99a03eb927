import { cacheFolderIn } from './environment.ts';
import { root } from './settings.ts';

/** Where finished bodies and pictures are kept between builds of this project. */
export const cacheFolder = (): string => cacheFolderIn(root, process.env);
