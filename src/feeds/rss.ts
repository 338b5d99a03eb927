import { getRssString } from '@astrojs/rss';
import { changeOf, type Feed } from './feed.ts';
import { xmlEscape, xmlText } from './xml-text.ts';

/**
 * A feed as RSS 2.0 with content, Dublin Core and Atom modules. The build date is that of the newest change in the
 * content. Characters that XML cannot hold are left out. Older items are in documents of the same feed as Atom (RFC 5005).
 */
export const rssOf = async (feed: Feed): Promise<string> => {
  const { title, description, page, language, icon, items, older } = feed;
  const built = items.length === 0 ? '' : `<lastBuildDate>${new Date(changeOf(feed)).toUTCString()}</lastBuildDate>`;
  const links = [
    linkTo('self', `${page}rss.xml`, 'application/rss+xml'),
    ...(older === undefined ? [] : [linkTo('prev-archive', older, 'application/atom+xml')]),
  ];
  const image =
    icon === undefined
      ? ''
      : `<image><url>${xmlEscape(icon)}</url><title>${xmlEscape(title)}</title><link>${xmlEscape(page)}</link></image>`;
  const xml = await getRssString({
    title: xmlText(title),
    description: xmlText(description),
    site: page,
    xmlns: {
      content: 'http://purl.org/rss/1.0/modules/content/',
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
    },
    customData: `<language>${xmlEscape(language)}</language>${built}${image}${links.join('')}`,
    items: items.map((item) => ({
      title: xmlText(item.title),
      link: item.link,
      ...(!item.isAhead && { pubDate: new Date(item.published) }),
      content: xmlText(item.content),
      categories: item.categories.map(xmlText),
    })),
  });
  // Not as `customData`, which takes an author 007 for the number 7.
  const creators = items.map(({ creator }) => creator && `<dc:creator>${xmlEscape(creator)}</dc:creator>`).values();
  return xml.replaceAll('</item>', (end) => `${creators.next().value ?? ''}${end}`);
};

const linkTo = (rel: string, href: string, type: string): string =>
  `<atom:link href="${xmlEscape(href)}" rel="${rel}" type="${type}"/>`;
