/** The widths for which labels are laid out. `chart.css` has the same limits. */
export const steps = ['narrow', 'medium', 'wide'] as const;

export type Step = (typeof steps)[number];

/** The size of a chart with its labels for values, in pixels of a root font of 17 pixels: the smallest at each step. */
type Frame = { readonly width: number; readonly height: number };

export type Frames = Readonly<Record<Step, Frame>>;

/** 16, 25 and 38 rem wide. */
const widths = { narrow: 272, medium: 425, wide: 646 } as const;

const framesOf = (narrow: number, medium: number, wide: number): Frames => ({
  narrow: { width: widths.narrow, height: narrow * rem },
  medium: { width: widths.medium, height: medium * rem },
  wide: { width: widths.wide, height: wide * rem },
});

/** One rem in pixels. */
export const rem = 17;

/** The size of labels in pixels: 0.75 rem. */
export const labelSize = 0.75 * rem;

/** Where a chart stands, and how high it is there. */
export const framesFor = {
  /** On the page of the milestones. */
  full: framesOf(18, 20, 24),
  /** On the page of one of them. */
  place: framesOf(14, 15, 17),
  /** On the timeline. */
  small: framesOf(6, 6, 7),
} as const;

export type ChartSize = keyof typeof framesFor;
