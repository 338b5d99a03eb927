import type { Blog, Post } from '../blog.ts';
import { escaped, whereSome } from './escape.ts';
import { postingObject } from './json.ts';

/** A web page around something. */
export const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head><body>${body}</body></html>`;

/** A page with a `LiveBlogPosting` in JSON-LD. */
export const jsonLdPage = (blog: Blog): string => {
  const json = JSON.stringify(postingObject(blog)).replaceAll('</', '<\\/');
  return page(blog.title, `<script type="application/ld+json">${json}</script>`, '<p>Live</p>');
};

/** A page with a `LiveBlogPosting` in Microdata. */
export const microdataPage = (blog: Blog): string =>
  page(
    blog.title,
    '',
    blogIn(blog, (type) => `itemscope itemtype="https://schema.org/${type}"`, 'itemprop'),
  );

/** A page with a `LiveBlogPosting` in RDFa. */
export const rdfaPage = (blog: Blog): string =>
  page(
    blog.title,
    '',
    `<div vocab="https://schema.org/">${blogIn(blog, (type) => `typeof="${type}"`, 'property')}</div>`,
  );

const blogIn = ({ title, description, url, posts }: Blog, typed: (type: string) => string, name: string): string =>
  `<div ${typed('LiveBlogPosting')}><h1 ${name}="headline">${escaped(title)}</h1><p ${name}="description">${escaped(description)}</p>
<link ${name}="url" href="${escaped(url)}">${posts.map((post) => postIn(post, typed, name)).join('\n')}</div>`;

const postIn = (post: Post, typed: (type: string) => string, name: string): string =>
  `<article ${name}="liveBlogUpdate" ${typed('BlogPosting')}><h2 ${name}="headline">${escaped(post.title)}</h2>` +
  `<link ${name}="url" href="${escaped(post.url)}"><time ${name}="datePublished" datetime="${escaped(post.time)}">then</time>` +
  `<span ${name}="author" ${typed('Person')}><b ${name}="name">${escaped(post.author)}</b></span>` +
  `<span ${name}="keywords">${escaped(post.topic)}</span><div ${name}="articleBody">${post.html}</div>` +
  `${whereSome(post.picture, `<figure ${name}="image" ${typed('ImageObject')}><img ${name}="url" src="${escaped(post.picture)}" alt=""><figcaption ${name}="caption">${escaped(post.caption)}</figcaption></figure>`)}</article>`;
