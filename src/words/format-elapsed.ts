/** How a language writes spans of time: its units from days to seconds, and what stands between number and unit and between two of them. */
export type SpanTexts = {
  readonly units: readonly string[];
  readonly unitGap: string;
  readonly spanGap: string;
};

const lengths = [86_400_000, 3_600_000, 60_000, 1000];

/**
 * A span of time in days, hours, minutes and seconds: `1 h 1 min 32 s`. `precision` leaves the seconds out where they
 * are not known. A negative span begins with a minus sign; no span at all is `0 min` or `0 s`.
 */
export const formatElapsed = (
  milliseconds: number,
  precision: 'minute' | 'second',
  { units, unitGap, spanGap }: SpanTexts,
): string => {
  let rest = Math.abs(milliseconds);
  const parts: string[] = [];
  const known = precision === 'minute' ? lengths.slice(0, -1) : lengths;
  for (const [index, length] of known.entries()) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count}${unitGap}${units[index]}`);
  }
  if (parts.length === 0) parts.push(`0${unitGap}${units[known.length - 1]}`);
  return `${milliseconds < 0 ? '−' : ''}${parts.join(spanGap)}`;
};

/** The same for machines, as an ISO 8601 duration such as `PT1H1M32S`: the value of `<time datetime>`. */
export const elapsedDatetime = (milliseconds: number): string =>
  Temporal.Duration.from({ milliseconds: Math.abs(milliseconds) })
    .round({ largestUnit: 'day' })
    .toString();
