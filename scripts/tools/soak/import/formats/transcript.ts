import type { Blog, Post } from '../blog.ts';

/** Plain text as it is copied from a browser: day headings, times, and what was written below them. */
export const transcriptText = ({ title, description, posts }: Blog): string =>
  [title, description, ...posts.flatMap((post, index) => linesOf(post, posts[index - 1]))].join('\n\n');

const linesOf = (post: Post, before: Post | undefined): string[] => {
  const { date, clock } = partsOf(post);
  const heading = before !== undefined && partsOf(before).date === date ? [] : [date];
  const words = [post.title, post.html, post.author, post.caption, post.picture, post.url];
  return [...heading, clock, ...words.filter((text) => text !== '')];
};

/** A time that is none stands in both places. */
const partsOf = ({ time }: Post): { readonly date: string; readonly clock: string } => {
  const [, date = time, clock = time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/.exec(time) ?? [];
  return { date, clock };
};
