/**
 * The class names of the colour that stands in for a picture until it is there: of each channel one of six values, as
 * `src/styles/tones.css` has them. No style has to stand in the page for that. Channels are from 0 to 255.
 */
export const toneOf = (channels: readonly number[]): string => {
  const [red, green, blue] = channels.map((value) => Math.min(5, Math.max(0, Math.round(value / 51))));
  return `tone r${red} g${green ?? red} b${blue ?? red}`;
};
