import { changeOf, type Feed, type FeedItem } from './feed.ts';
import { sheetAt } from './feed-sheet.ts';
import type { ItemMedia } from './item-media.ts';
import { xmlEscape } from './xml-text.ts';

const spaces = {
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

/**
 * A feed as RSS 2.0 with content, Dublin Core, Atom and Media modules. The build date is that of the newest change in the
 * content. Characters that XML cannot hold are left out. Older items are in documents of the same feed as Atom (RFC 5005).
 */
export const rssOf = (feed: Feed): string => {
  const { title, description, page, language, icon, rights, hub, sheet, since, items, older } = feed;
  const image = icon && `<image>${element('url', icon)}${element('title', title)}${element('link', page)}</image>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    sheetAt(sheet),
    `<rss version="2.0" ${Object.entries(spaces)
      .map(([name, space]) => `xmlns:${name}="${space}"`)
      .join(' ')}><channel>`,
    element('title', title),
    element('description', description),
    element('link', page),
    element('language', language),
    ...(rights === undefined ? [] : [element('copyright', rights)]),
    ...(items.length === 0 ? [] : [element('lastBuildDate', dateOf(changeOf(items, since)))]),
    ...(image === undefined ? [] : [image]),
    linkTo('self', `${page}rss.xml`, 'application/rss+xml'),
    ...(hub === undefined ? [] : [`<atom:link href="${xmlEscape(hub)}" rel="hub"/>`]),
    ...(older === undefined ? [] : [linkTo('prev-archive', older, 'application/atom+xml')]),
    ...items.map(itemOf),
    '</channel></rss>\n',
  ].join('\n');
};

/** What stands before the whole text must be shorter: validators want the description first. */
const itemOf = (item: FeedItem): string => {
  const { id, title, link, published, isAhead, summary, content, media, categories, creator } = item;
  // An item has one enclosure: what can be heard or seen comes before what can be read.
  const played = media.find(({ kind }) => /^(?:audio|video)$/.test(kind)) ?? media.find(({ kind }) => kind !== 'image');
  return [
    '<item>',
    element('title', title),
    element('link', link),
    `<guid isPermaLink="${id === link}">${xmlEscape(id)}</guid>`,
    ...(isAhead ? [] : [element('pubDate', dateOf(published))]),
    ...(creator === undefined ? [] : [element('dc:creator', creator)]),
    ...categories.map((category) => element('category', category)),
    element('description', summary === '' ? title : summary),
    element('content:encoded', content),
    // Nobody knows how long a video is before it is published; for that, zero is what is written.
    ...(played
      ? [`<enclosure url="${xmlEscape(played.url)}" length="${played.size ?? 0}" type="${played.type}"/>`]
      : []),
    ...media.map(mediaOf),
    '</item>',
  ].join('');
};

const mediaOf = ({ kind, url, type, alt, width, height }: ItemMedia): string => {
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`;
  const start = `<media:content url="${xmlEscape(url)}" type="${type}" medium="${kind}"${size}`;
  return alt === undefined ? `${start}/>` : `${start}>${element('media:description', alt)}</media:content>`;
};

const dateOf = (milliseconds: number): string => new Date(milliseconds).toUTCString();

const element = (name: string, text: string): string => `<${name}>${xmlEscape(text)}</${name}>`;

const linkTo = (rel: string, href: string, type: string): string =>
  `<atom:link href="${xmlEscape(href)}" rel="${rel}" type="${type}"/>`;
