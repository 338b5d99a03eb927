import type { Update } from '../live-blog.ts';

/**
 * Updates in order of their times; those of the same time stay as they stand. A time without an offset, whose zone
 * nobody knows yet, is compared as if it were in UTC.
 */
export const oldestFirst = (updates: readonly Update[]): Update[] =>
  updates
    .map((update) => ({ update, at: updateInstantOf(update.time) }))
    .sort((a, b) => a.at - b.at)
    .map(({ update }) => update);

/** The instant of an update's time in milliseconds, to compare by. */
export const updateInstantOf = (time: string): number => {
  const [, date = '', clock = '00:00', offset = 'Z'] = /^([^T]+)(?:T([\d:.]+)(.*)?)?$/.exec(time) ?? [];
  // `Temporal` knows no hour 24.
  const late = clock.startsWith('24');
  const instant = Temporal.Instant.from(`${date}T${late ? clock.replace('24', '00') : clock}${offset || 'Z'}`);
  return instant.epochMilliseconds + (late ? 86_400_000 : 0);
};
