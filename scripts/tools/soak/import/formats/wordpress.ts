import type { Blog, Post } from '../blog.ts';
import { cdata, escaped, whereSome } from './escape.ts';

/** A WordPress export of the plugin Liveblog by Automattic, whose entries are comments. */
export const liveblog = (blog: Blog): string =>
  exported(
    blog,
    `<item><title>${cdata(blog.title)}</title><link>${escaped(blog.url)}</link><excerpt:encoded>${cdata(blog.description)}</excerpt:encoded>
<content:encoded></content:encoded><wp:post_id>42</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
${meta('postmeta', 'liveblog', 'archive')}
${blog.posts.map(comment).join('\n')}</item>`,
  );

const comment = (post: Post, index: number): string =>
  `<wp:comment><wp:comment_id>${index + 1}</wp:comment_id><wp:comment_author>${cdata(post.author)}</wp:comment_author>` +
  `<wp:comment_date>${escaped(dateOf(post))}</wp:comment_date><wp:comment_date_gmt>${escaped(dateOf(post))}</wp:comment_date_gmt>` +
  `<wp:comment_content>${cdata(textOf(post))}</wp:comment_content><wp:comment_approved>liveblog</wp:comment_approved>` +
  `<wp:comment_type>liveblog</wp:comment_type>${meta('commentmeta', 'liveblog_key_entry', 'true')}</wp:comment>`;

/** A WordPress export of the plugin Easy Liveblogs, whose entries are posts. */
export const easyLiveblogs = (blog: Blog): string =>
  exported(
    blog,
    `<item><title>${cdata(blog.title)}</title><link>${escaped(blog.url)}</link><content:encoded>${cdata(blog.description)}</content:encoded>
<wp:post_id>42</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${meta('postmeta', '_elb_is_liveblog', '1')}</item>
${blog.posts.map(entry).join('\n')}`,
  );

const entry = (post: Post, index: number): string =>
  `<item><title>${cdata(post.title)}</title><link>${escaped(post.url)}</link><dc:creator>${cdata(post.author)}</dc:creator>` +
  `<content:encoded>${cdata(textOf(post))}</content:encoded><wp:post_id>${index + 100}</wp:post_id>` +
  `<wp:post_date>${escaped(dateOf(post))}</wp:post_date><wp:post_date_gmt>${escaped(dateOf(post))}</wp:post_date_gmt>` +
  `<wp:status>publish</wp:status><wp:post_type>elb_entry</wp:post_type><wp:post_password></wp:post_password>` +
  `<category domain="post_tag" nicename="x">${cdata(post.topic)}</category>${meta('postmeta', '_elb_liveblog', '42')}</item>`;

const exported = ({ posts }: Blog, items: string): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Example</title><language>en-GB</language>
${[...new Set(posts.map(({ author }) => author))].map(person).join('\n')}
${items}
</channel></rss>`;

const person = (name: string): string =>
  `<wp:author><wp:author_login>${cdata(name)}</wp:author_login><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>`;

const meta = (element: string, key: string, value: string): string =>
  `<wp:${element}><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:${element}>`;

const dateOf = ({ time }: Post): string => time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/, '$1 $2');

const textOf = ({ html, topic, picture, caption }: Post): string =>
  `${html} <span class="liveblog-hash term-${escaped(topic)}">${escaped(topic)}</span>` +
  whereSome(
    picture,
    `[caption width="300"]<img src="${escaped(picture)}" alt="${escaped(caption)}" /> ${caption}[/caption]`,
  );
