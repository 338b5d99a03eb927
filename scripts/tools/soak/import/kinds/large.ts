import { largest } from '../../../../../src/import/read-source.ts';
import { cyclic } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { allFormats, type Written } from '../formats/formats.ts';
import type { Hostile } from '../hostile.ts';
import type { Kind } from './kind.ts';

/** Files that are too large, or just not. */
export const large: Kind = (round, random) => cyclic(all, round)(random.pick(allFormats));

const megabytes = 2 ** 20;
/** As much as is read, and nearly that, in megabytes. */
const most = largest / megabytes;
const nearly = most - 1;

const hole =
  (size: number) =>
  ({ name, file, write }: Written): Hostile => ({
    name: `${name} of ${size / megabytes} MB`,
    file,
    source: write(harmlessBlog()),
    size,
  });

/** A file of nearly the most that is read, or a part of that. */
const filled =
  (what: string, unit: string, size: number) =>
  ({ name, file, write }: Written): Hostile => ({
    name: `${name} with a text of ${size / megabytes} MB of ${what}`,
    file,
    source: write(
      harmlessBlog(manyPosts(1, { html: unit.repeat(Math.floor((size - 50_000) / JSON.stringify(unit).length)) })),
    ),
  });

const many =
  (count: number) =>
  ({ name, file, write }: Written): Hostile => ({
    name: `${name} of ${count} posts`,
    file,
    source: write(harmlessBlog(manyPosts(count))),
  });

const all: readonly ((format: Written) => Hostile)[] = [
  hole(100 * megabytes),
  filled('letters', 'a', nearly * megabytes),
  many(2000),
  filled('paragraphs', '<p>The doors open.</p>\n', 1.5 * megabytes),
  hole(largest),
  filled('links', '<a href="https://a.example/">a</a> ', 1.5 * megabytes),
  filled('pictures', '<img src="a.png">', megabytes),
  many(10_000),
  hole(4000 * megabytes),
  filled('lines', 'The doors open.\n\n', nearly * megabytes),
  () => ({
    name: `a page of ${nearly} MB of tags`,
    file: 'page.html',
    source: `LiveBlogPosting${'<b>a</b>'.repeat((nearly * megabytes) / 8)}`,
  }),
  () => ({
    name: `a JSON of ${nearly} MB of numbers`,
    file: 'a.json',
    source: `{"_items":[${'0,'.repeat((nearly * megabytes) / 2)}0]}`,
  }),
  () => ({
    name: 'an RSS of 15 MB of elements',
    file: 'a.xml',
    source: `<rss><channel>${'<a/>'.repeat((nearly * megabytes) / 4)}</channel></rss>`,
  }),
  () => ({
    name: `a text of ${nearly} MB of times`,
    file: 'a.txt',
    source: `2019-11-11\n${'10:18\n'.repeat((nearly * megabytes) / 6)}`,
  }),
];
