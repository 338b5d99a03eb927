import type { Blog, Post } from '../blog.ts';

/** The answer of a Superdesk Live Blog. */
export const superdeskObject = ({ posts }: Blog): object => ({
  _items: posts.map((post, index) => ({
    _id: post.id,
    _updated: '2019-11-12T12:00:00+00:00',
    post_status: 'open',
    deleted: false,
    published_date: post.time,
    sticky: index === 0,
    lb_highlight: index === 1,
    order: index,
    headline: post.title,
    tags: [post.topic],
    publisher: { display_name: post.author, email: 'ana@news.example.org' },
    groups: [{ id: 'main', refs: itemsOf(post).map((item) => ({ item })) }],
  })),
  _meta: { total: posts.length },
});

const itemsOf = ({ html, picture, caption, author, url }: Post): object[] => [
  { item_type: 'text', text: html },
  { item_type: 'quote', text: html, meta: { quote: caption || html, credit: author } },
  { item_type: 'embed', text: html, meta: { original_url: url, html, title: caption, description: html } },
  ...(picture === ''
    ? []
    : [
        {
          item_type: 'image',
          text: `<figure><img src="${picture}"></figure>`,
          meta: {
            caption,
            credit: author,
            alt: caption,
            media: { renditions: { original: { href: picture, width: 9 } } },
          },
        },
      ]),
];

/** A timeline of TimelineJS 3. */
export const timelineObject = ({ title, description, posts }: Blog): object => ({
  title: { text: { headline: title, text: description } },
  events: posts.map((post) => ({
    start_date: dateOf(post),
    display_date: '',
    text: { headline: post.title, text: post.html },
    media: { url: post.picture, caption: post.caption, credit: post.author, alt: post.caption },
    group: post.topic,
  })),
});

const dateOf = ({ time }: Post): object => {
  const [, year, month, day, hour, minute, second] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(time) ?? [];
  return year === undefined ? { year: time, month: time, hour: time } : { year, month, day, hour, minute, second };
};

/** A schema.org `LiveBlogPosting`, as JSON-LD. */
export const postingObject = ({ title, description, url, posts }: Blog): object => ({
  '@context': 'https://schema.org',
  '@type': 'LiveBlogPosting',
  headline: title,
  description,
  url,
  liveBlogUpdate: posts.map((post) => ({
    '@type': 'BlogPosting',
    '@id': `#${post.id}`,
    url: post.url,
    headline: post.title,
    datePublished: post.time,
    articleBody: post.html,
    author: { '@type': 'Person', name: post.author },
    keywords: [post.topic],
    ...(post.picture !== '' && { image: { '@type': 'ImageObject', url: post.picture, caption: post.caption } }),
  })),
});
