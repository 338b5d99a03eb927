import type { Blog, Post } from '../blog.ts';
import { cdata, escaped, whereSome } from './escape.ts';

/** RSS 2.0 with the modules that news sites use. */
export const rss = ({ title, description, url, posts }: Blog): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>${escaped(title)}</title><link>${escaped(url)}</link><description>${escaped(description)}</description>
${posts.map(rssItem).join('\n')}
</channel></rss>`;

const rssItem = ({ title, html, author, topic, url, picture, caption, time }: Post): string =>
  `<item><title>${escaped(title)}</title><link>${escaped(url)}</link><guid>${escaped(url)}</guid>` +
  `<pubDate>${escaped(rfc822(time))}</pubDate><dc:creator>${escaped(author)}</dc:creator>` +
  `<category>${escaped(topic)}</category><content:encoded>${cdata(html)}</content:encoded>` +
  `${whereSome(picture, `<media:content url="${escaped(picture)}" medium="image"><media:description>${escaped(caption)}</media:description></media:content>`)}</item>`;

const rfc822 = (time: string): string => {
  const date = new Date(time);
  return Number.isNaN(date.valueOf()) ? time : date.toUTCString();
};

/** RSS 1.0, which is RDF. */
export const rdf = ({ title, description, url, posts }: Blog): string => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escaped(url)}"><title>${escaped(title)}</title><link>${escaped(url)}</link><description>${escaped(description)}</description></channel>
${posts
  .map(
    (post) =>
      `<item rdf:about="${escaped(post.url)}"><title>${escaped(post.title)}</title><link>${escaped(post.url)}</link>` +
      `<description>${escaped(post.html)}</description><dc:date>${escaped(post.time)}</dc:date>` +
      `<dc:creator>${escaped(post.author)}</dc:creator><dc:subject>${escaped(post.topic)}</dc:subject></item>`,
  )
  .join('\n')}
</rdf:RDF>`;

export const atom = ({ title, description, url, posts }: Blog): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped(title)}</title><subtitle>${escaped(description)}</subtitle>
<id>${escaped(url)}</id><link href="${escaped(url)}"/><updated>2019-11-12T00:00:00Z</updated>
${posts
  .map(
    (post) =>
      `<entry><title>${escaped(post.title)}</title><id>${escaped(post.url)}</id><link href="${escaped(post.url)}"/>` +
      `<published>${escaped(post.time)}</published><updated>${escaped(post.time)}</updated>` +
      `<author><name>${escaped(post.author)}</name></author><category term="${escaped(post.topic)}"/>` +
      `<content type="html">${escaped(post.html)}</content>` +
      `${whereSome(post.picture, `<link rel="enclosure" type="image/png" href="${escaped(post.picture)}" title="${escaped(post.caption)}"/>`)}</entry>`,
  )
  .join('\n')}
</feed>`;

/** As an object, so that others can damage it. */
export const jsonFeedObject = ({ title, description, url, posts }: Blog): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  description,
  home_page_url: url,
  items: posts.map((post) => ({
    id: post.url,
    url: post.url,
    title: post.title,
    content_html: post.html,
    date_published: post.time,
    authors: [{ name: post.author }],
    tags: [post.topic],
    ...(post.picture !== '' && {
      image: post.picture,
      attachments: [{ url: post.picture, mime_type: 'image/png', title: post.caption }],
    }),
  })),
});
