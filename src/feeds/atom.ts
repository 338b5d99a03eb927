import { changeOf, type Feed, type FeedItem, timestamp } from './feed.ts';
import { xmlEscape } from './xml-text.ts';

/** A feed as Atom 1.0 (RFC 4287), which leads on to older items (RFC 5005). */
export const atomOf = (feed: Feed): string => documentOf(feed, `${feed.page}atom.xml`, contentOf);

/** An archive document of a feed (RFC 5005, section 4): `items` are its own, `older` is the document before it. */
export const atomArchiveOf = (feed: Feed, self: string): string =>
  documentOf(feed, self, contentOf, archiveMarks(feed));

/** The same with summaries instead of whole texts. */
export const atomOutlineOf = (feed: Feed, self: string): string =>
  documentOf(feed, self, summaryOf, archiveMarks(feed));

const archiveMarks = ({ page }: Feed): readonly string[] => [
  '<fh:archive/>',
  link('current', `${page}atom.xml`, 'application/atom+xml'),
];

const documentOf = (
  feed: Feed,
  self: string,
  bodyOf: (item: FeedItem) => string,
  marks: readonly string[] = [],
): string => {
  const { title, description, page, language, author, icon, logo, items, older } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${xmlEscape(language)}">`,
    `<id>${xmlEscape(page)}</id>`,
    element('title', title),
    element('subtitle', description),
    `<updated>${timestamp(changeOf(feed))}</updated>`,
    `<author>${element('name', author)}</author>`,
    ...(icon === undefined ? [] : [element('icon', icon)]),
    ...(logo === undefined ? [] : [element('logo', logo)]),
    link('alternate', page, 'text/html'),
    link('self', self, 'application/atom+xml'),
    ...marks,
    ...(older === undefined ? [] : [link('prev-archive', older, 'application/atom+xml')]),
    ...items.map((item) => `${startOf(item, language)}${headOf(item)}${bodyOf(item)}</entry>`),
    '</feed>\n',
  ].join('\n');
};

const contentOf = ({ content }: FeedItem): string => `<content type="html">${xmlEscape(content)}</content>`;

const summaryOf = ({ title, summary }: FeedItem): string => element('summary', summary === '' ? title : summary);

/** An entry says its language where it is not the feed's. */
const startOf = ({ language }: FeedItem, common: string): string =>
  language === common ? '<entry>' : `<entry xml:lang="${xmlEscape(language)}">`;

const headOf = ({ title, link: address, published, isAhead, updated, creator, categories }: FeedItem): string =>
  [
    `<id>${xmlEscape(address)}</id>`,
    element('title', title),
    link('alternate', address, 'text/html'),
    ...(isAhead ? [] : [`<published>${timestamp(published)}</published>`]),
    `<updated>${timestamp(updated)}</updated>`,
    ...(creator === undefined ? [] : [`<author>${element('name', creator)}</author>`]),
    ...categories.map((category) => `<category term="${xmlEscape(category)}"/>`),
  ].join('');

const element = (name: string, text: string): string => `<${name}>${xmlEscape(text)}</${name}>`;

const link = (rel: string, href: string, type: string): string =>
  `<link rel="${rel}" type="${type}" href="${xmlEscape(href)}"/>`;
