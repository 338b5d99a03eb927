const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/**
 * A span of time in days, hours, minutes and seconds: `1 h 1 min 32 s`. `precision` leaves the seconds out where they
 * are not known. A negative span begins with a minus sign; no span at all is `0 min` or `0 s`.
 */
export const formatElapsed = (milliseconds: number, precision: 'minute' | 'second'): string => {
  let rest = Math.abs(milliseconds);
  const parts: string[] = [];
  for (const [unit, length] of units) {
    if (unit === 's' && precision === 'minute') break;
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  if (parts.length === 0) return precision === 'minute' ? '0 min' : '0 s';
  return `${milliseconds < 0 ? '−' : ''}${parts.join(' ')}`;
};

/** The same for machines, as an ISO 8601 duration such as `PT1H1M32S`: the value of `<time datetime>`. */
export const elapsedDatetime = (milliseconds: number): string =>
  Temporal.Duration.from({ milliseconds: Math.abs(milliseconds) })
    .round({ largestUnit: 'day' })
    .toString();
