import { cyclic, type Random } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import { richText } from '../rich-text.ts';
import { strings } from '../strings.ts';
import type { Kind } from './kind.ts';

/** A file, or a text in a file, of which pieces are missing, doubled, moved or replaced. */
export const damaged: Kind = (round, random) => {
  const { name, file, write } = cyclic(allFormats, round);
  const count = random.pick([1, 3, 10, 40]);
  const wounds = `${count} ${count === 1 ? 'wound' : 'wounds'}`;
  const posts = manyPosts(3, { html: richText });
  if (round % 3 === 0)
    return { name: `${name} with ${wounds}`, file, source: wounded(write(harmlessBlog(posts)), count, random) };
  const texts = posts.map((post) => ({ ...post, html: wounded(post.html, count, random) }));
  return { name: `${name} with ${wounds} in each text`, file, source: write(harmlessBlog(texts)) };
};

const wounded = (text: string, count: number, random: Random): string => {
  let rest = text;
  for (let wound = 0; wound < count; wound++) rest = woundedOnce(rest, random);
  return rest;
};

const woundedOnce = (text: string, random: Random): string => {
  const [start, length] = [random.integer(0, text.length), random.integer(1, 60)];
  const [before, piece, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  const elsewhere = random.integer(0, after.length);
  return random.pick([
    () => before + after,
    () => before + piece + piece + after,
    () => before + after.slice(0, elsewhere) + piece + after.slice(elsewhere),
    () => before + random.pick(strings) + after,
    () => before + random.pick(marks) + piece + after,
  ])();
};

const marks = [
  '<',
  '>',
  '"',
  "'",
  '\\',
  '}',
  ']',
  '&',
  ']]>',
  '-->',
  '<!--',
  '</script>',
  '</p>',
  '\n\n',
  '\0',
  '`',
  '|',
];
