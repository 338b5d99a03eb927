/** What was found, beside what was aimed at. */
export type Aim = {
  readonly what: string;
  readonly aim: string;
  readonly found: string;
  readonly isMet: boolean;
};

/** An aim that is met by what is not above `most`. */
export const atMost = (what: string, found: number, most: number, unit: string): Aim => ({
  what,
  aim: `at most ${most} ${unit}`,
  found: `${found.toFixed(2)} ${unit}`,
  isMet: found <= most,
});

/** An aim that is met by what is not below `least`. */
export const atLeast = (what: string, found: number, least: number, unit: string): Aim => ({
  what,
  aim: `at least ${least} ${unit}`,
  found: `${found.toFixed(2)} ${unit}`,
  isMet: found >= least,
});

/** Aims as a Markdown table, with which of them are met. */
export const aimsTable = (aims: readonly Aim[]): string =>
  [
    '| Aim | At | Found |  |',
    '| :-- | --: | --: | :-- |',
    ...aims.map(({ what, aim, found, isMet }) => `| ${what} | ${aim} | ${found} | ${isMet ? 'met' : 'missed'} |`),
  ].join('\n');
