import { cyclic } from '../../random.ts';
import { harmlessBlog, harmlessPost } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import { strings } from '../strings.ts';
import type { Kind } from './kind.ts';

/** Every naughty string in every place of every format, a hundred strings to a file. */
export const naughty: Kind = (round) => {
  const { name, file, write } = cyclic(allFormats, round);
  const start = (Math.floor(round / allFormats.length) % Math.ceil(strings.length / size)) * size;
  const some = strings.slice(start, start + size);
  const posts = some.map((text, index) =>
    harmlessPost(index, {
      title: text,
      html: text,
      author: text,
      topic: text,
      url: text,
      picture: text,
      caption: text,
    }),
  );
  const source = write(harmlessBlog(posts, { title: some[0] ?? '', description: some[1] ?? '', url: some[2] ?? '' }));
  return { name: `${name} of naughty strings, from number ${start + 1}`, file, source };
};

const size = 100;
