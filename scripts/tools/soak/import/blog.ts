/** A live blog before it is written in one format or another: texts are hostile as they are, not escaped yet. */
export type Blog = {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly posts: readonly Post[];
};

/** One of its posts; what is empty is not written. */
export type Post = {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  readonly author: string;
  readonly topic: string;
  readonly url: string;
  /** The address of a picture, and what stands below it. */
  readonly picture: string;
  readonly caption: string;
  /** `2019-11-11T08:01:00Z`, or something that is no time. */
  readonly time: string;
};

/** A harmless post, the one of that number, unless `fields` say otherwise. Posts are a minute apart. */
export const harmlessPost = (number: number, fields: Partial<Post> = {}): Post => ({
  id: `p${number}`,
  title: `Report ${number}`,
  html: `<p>The <b>doors</b> open for the ${number}th time — 大家好.</p>`,
  // What is the same everywhere is the page's, and some formats leave it out.
  author: number % 2 === 1 ? 'Ana Ruiz' : 'Ben Okafor',
  topic: number % 2 === 1 ? 'Doors' : 'Gala',
  url: `https://news.example.org/live/${number}`,
  picture: '',
  caption: '',
  time: new Date(Date.UTC(2019, 10, 11, 8, number)).toISOString().replace('.000', ''),
  ...fields,
});

/** A harmless live blog with these posts. */
export const harmlessBlog = (posts: readonly Post[] = manyPosts(5), fields: Partial<Blog> = {}): Blog => ({
  title: 'The night of the gala',
  description: 'What happened from minute to minute.',
  url: 'https://news.example.org/live',
  posts,
  ...fields,
});

/** So many posts, each with `fields`. */
export const manyPosts = (count: number, fields: Partial<Post> = {}): Post[] =>
  Array.from({ length: count }, (_, index) => harmlessPost(index + 1, fields));
