import { getRssString } from '@astrojs/rss';
import { changeOf, type Feed, type FeedItem } from './feed.ts';
import type { ItemMedia } from './item-media.ts';
import { xmlEscape, xmlText } from './xml-text.ts';

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
export const rssOf = async (feed: Feed): Promise<string> => {
  const xml = await getRssString({
    title: asText(feed.title),
    description: asText(feed.description),
    site: feed.page,
    stylesheet: feed.sheet,
    xmlns: { ...spaces },
    customData: aboutFeed(feed),
    items: feed.items.map(itemOf),
  });
  return finished(xml);
};

const aboutFeed = ({ title, page, language, icon, rights, hub, since, items, older }: Feed): string =>
  [
    element('language', language),
    rights === undefined ? '' : element('copyright', rights),
    items.length === 0 ? '' : element('lastBuildDate', new Date(changeOf(items, since)).toUTCString()),
    icon && `<image>${element('url', icon)}${element('title', title)}${element('link', page)}</image>`,
    linkTo('self', `${page}rss.xml`, 'application/rss+xml'),
    hub === undefined ? '' : `<atom:link href="${xmlEscape(hub)}" rel="hub"/>`,
    older === undefined ? '' : linkTo('prev-archive', older, 'application/atom+xml'),
  ].join('');

/** Validators want the description before the whole text: what the package has options for comes in that order. */
const itemOf = ({ id, title, link, published, isAhead, summary, content, media, categories, creator }: FeedItem) => {
  // An item has one enclosure: what can be heard or seen comes before what can be read.
  const played = media.find(({ kind }) => /^(?:audio|video)$/.test(kind)) ?? media.find(({ kind }) => kind !== 'image');
  return {
    title: asText(title),
    link,
    description: asText(summary === '' ? title : summary),
    ...(!isAhead && { pubDate: new Date(published) }),
    content: asText(content),
    customData: [
      // The package takes the link for the id.
      id === link ? '' : `<guid isPermaLink="false">${xmlEscape(id)}</guid>`,
      creator === undefined ? '' : element('dc:creator', creator),
      ...media.map(mediaOf),
    ].join(''),
    categories: categories.map(asText),
    ...(played && { enclosure: { url: played.url, length: played.size ?? 0, type: played.type } }),
  };
};

const mediaOf = ({ kind, url, type, alt, width, height }: ItemMedia): string => {
  const size = width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`;
  const start = `<media:content url="${xmlEscape(url)}" type="${type}" medium="${kind}"${size}`;
  return alt === undefined ? `${start}/>` : `${start}>${element('media:description', alt)}</media:content>`;
};

/**
 * Signs that no XML may hold, and no text here does. The package parses `customData`, where it would take an author 007 for
 * the number 7, and trim: an edge on both sides keeps a text as it is. It does not escape carriage returns.
 */
const edge = '\uFFFF';
const carriageReturn = '\uFFFE';

/** What the package has written, with these signs replaced, and a type of the style sheet: the package names that of XSLT alone. */
const finished = (xml: string): string =>
  `${xml.replace('<?xml-stylesheet ', '<?xml-stylesheet type="text/css" ').replaceAll(edge, '').replaceAll(carriageReturn, '&#13;')}\n`;

const asText = (text: string): string => xmlText(text).replaceAll('\r', carriageReturn);

const element = (name: string, text: string): string =>
  `<${name}>${edge}${xmlEscape(text).replaceAll('&#13;', carriageReturn)}${edge}</${name}>`;

const linkTo = (rel: string, href: string, type: string): string =>
  `<atom:link href="${xmlEscape(href)}" rel="${rel}" type="${type}"/>`;
