import { availableParallelism } from 'node:os';
import type { MediaBytes, PublishedMedia } from '../media/publish-media.ts';
import { showProgress } from './show-progress.ts';
import { takeSlot } from './slots.ts';

/** What is done with a file that has been made. */
type TakeMedia = (name: string, bytes: MediaBytes) => Promise<void>;

/**
 * Makes the files of pictures and videos that are wanted, and hands them over as they come. As many pictures are worked on
 * as there are cores, and no more are in memory.
 */
export const makeMedia = async (
  media: readonly PublishedMedia[],
  isWanted: (name: string) => boolean,
  take: TakeMedia,
): Promise<void> => {
  const wanted = media
    .map((one) => ({ ...one, names: one.names.filter(isWanted) }))
    .filter(({ names }) => names.length > 0);
  using progress = showProgress('Pictures', wanted.length);
  const waiting = wanted.values();
  const work = async (): Promise<void> => {
    for (const { names, make } of waiting) {
      using _core = await takeSlot();
      const made = await make(new Set(names));
      await Promise.all([...made].map(([name, bytes]) => take(name, bytes)));
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
};
