import { plainMarks } from './odd-marks.ts';

/** A name of a field as it is compared: without capitals, blanks, hyphens and underscores. `publishDate` is `publish_date`. */
export const foldName = (name: string): string =>
  plainMarks(name)
    .replace(/[\s_:-]/g, '')
    .toLowerCase();

/** The field among `names` that differs from `name` in nothing else. */
export const sameName = (name: string, names: readonly string[]): string | undefined =>
  names.find((one) => foldName(one) === foldName(name));
