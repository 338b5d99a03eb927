/** A share in percent, exact to a thousandth of a plot of a thousand pixels. */
export const percent = (share: number): number => Math.round(share * 1e5) / 1e3;
