/**
 * What an event knows of the moment at which it is read, in milliseconds since 1970: its latest time that had come by then,
 * and its first that had not. Whatever moment lies between the two, the event is the same.
 */
export type Reached = { readonly latestPast?: number; readonly firstFuture?: number };

/** Splits times at the moment `now`. */
export const reachedBy = (times: readonly number[], now: number): Reached => {
  const [past, future] = [times.filter((time) => time <= now), times.filter((time) => time > now)];
  return {
    ...(past.length > 0 && { latestPast: past.reduce((a, b) => Math.max(a, b)) }),
    ...(future.length > 0 && { firstFuture: future.reduce((a, b) => Math.min(a, b)) }),
  };
};

/** Whether an event would be the same if it were read at `now`. */
export const isSameAt = ({ latestPast, firstFuture }: Reached, now: number): boolean =>
  (latestPast ?? Number.NEGATIVE_INFINITY) <= now && now < (firstFuture ?? Number.POSITIVE_INFINITY);

/** Whether a time had come when an event was read. */
export const isPast = (time: number, { firstFuture }: Reached): boolean =>
  time < (firstFuture ?? Number.POSITIVE_INFINITY);
