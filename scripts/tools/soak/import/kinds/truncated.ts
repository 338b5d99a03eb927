import { cyclic } from '../../random.ts';
import { harmlessBlog } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import type { Kind } from './kind.ts';

/** A file that ends early, at any byte: in the middle of a tag, of an escape, or of a letter. */
export const truncated: Kind = (round, random) => {
  const { name, file, write } = cyclic(allFormats, round);
  const whole = Buffer.from(write(harmlessBlog()));
  const kept = random.integer(1, whole.length - 1);
  return { name: `${name}, cut off after ${kept} of ${whole.length} bytes`, file, source: whole.subarray(0, kept) };
};
