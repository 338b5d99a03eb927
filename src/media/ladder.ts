/** Where pages show a picture: in a text, at the top of an event, large behind a link, or in front of a video. */
export type DisplayPlace = 'text' | 'hero' | 'large' | 'poster';

/**
 * The widths in which a picture is published, in pixels. A text is at most 646 pixels wide and a page 786, which a dense
 * screen doubles; between these and a phone the steps are such that no screen gets much more than it shows.
 */
const steps = [400, 650, 960, 1300, 1600];
const widest = { text: 1300, hero: 1600, large: 1920 } as const;

/** The width of the one file for old browsers, feeds and posters. */
const plain = 960;

/** Both of an animation: every width of it costs as much as a hundred pictures. */
const movingSteps = [650, 1300];

/** The widths of a picture that is `pixels` wide, narrow to wide: never wider than it is, and none that saves little. */
export const widthsFor = (pixels: number, place: 'text' | 'hero'): readonly number[] => {
  const top = Math.min(pixels, widest[place]);
  return [...steps.filter((step) => step < top * 0.85), top];
};

/** The same for an animation. */
export const movingWidthsFor = (pixels: number): readonly number[] => {
  const top = Math.min(pixels, widest.text);
  return [...movingSteps.filter((step) => step < top * 0.85), top];
};

export const plainWidth = (pixels: number): number => Math.min(pixels, plain);

export const largeWidth = (pixels: number): number => Math.min(pixels, widest.large);
