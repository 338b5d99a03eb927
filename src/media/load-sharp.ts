import type sharp from 'sharp';

let loaded: Promise<typeof sharp> | undefined;

/**
 * sharp, loaded when there is work for it: that takes longer than most builds have pictures to encode. Many pictures are
 * worked on at once, each by one thread: so all cores have work, and what comes out depends on no number of cores. Nothing
 * is asked for twice, so nothing is remembered.
 */
export const loadSharp = (): Promise<typeof sharp> => {
  loaded ??= import('sharp').then(({ default: module }) => {
    module.concurrency(1);
    module.cache(false);
    return module;
  });
  return loaded;
};
