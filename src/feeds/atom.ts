import { changeOf, type Feed, type FeedItem, type FeedOutline, timestamp } from './feed.ts';
import { sheetAt } from './feed-sheet.ts';
import type { ItemMedia } from './item-media.ts';
import { xmlEscape } from './xml-text.ts';

/** A feed as Atom 1.0 (RFC 4287), which leads on to older items (RFC 5005). */
export const atomOf = (feed: Feed): string => documentOf(feed, `${feed.page}atom.xml`, wholeEntries(feed));

/** An archive document of a feed (RFC 5005, section 4): `items` are its own, `older` is the document before it. */
export const atomArchiveOf = (feed: Feed, self: string): string =>
  documentOf(feed, self, wholeEntries(feed), { marks: archiveMarks(feed) });

/** An archive document of the archive's feed, whose items are given without their whole texts. */
export const atomOutlineOf = (feed: Feed, outlines: readonly FeedOutline[], self: string): string =>
  documentOf(
    feed,
    self,
    outlines.map((item) => entryOf(item, summaryOf(item), feed.language)),
    { marks: archiveMarks(feed), items: outlines },
  );

const archiveMarks = ({ page }: Feed): readonly string[] => [
  '<fh:archive/>',
  link('current', `${page}atom.xml`, 'application/atom+xml'),
];

const documentOf = (
  feed: Feed,
  self: string,
  entries: readonly string[],
  {
    marks = [],
    items = feed.items,
  }: { readonly marks?: readonly string[]; readonly items?: readonly FeedOutline[] } = {},
): string => {
  const { id, title, description, page, language, author, icon, logo, rights, hub, sheet, since, older } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    sheetAt(sheet),
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${xmlEscape(language)}">`,
    element('id', id),
    element('title', title),
    element('subtitle', description),
    `<updated>${timestamp(changeOf(items, since))}</updated>`,
    `<author>${element('name', author)}</author>`,
    ...(rights === undefined ? [] : [element('rights', rights)]),
    ...(icon === undefined ? [] : [element('icon', icon)]),
    ...(logo === undefined ? [] : [element('logo', logo)]),
    link('alternate', page, 'text/html'),
    link('self', self, 'application/atom+xml'),
    ...(hub === undefined ? [] : [`<link rel="hub" href="${xmlEscape(hub)}"/>`]),
    ...marks,
    ...(older === undefined ? [] : [link('prev-archive', older, 'application/atom+xml')]),
    ...entries,
    '</feed>\n',
  ].join('\n');
};

const wholeEntries = ({ items, language }: Feed): readonly string[] =>
  items.map((item) => entryOf(item, `${item.media.map(enclosureOf).join('')}${contentOf(item)}`, language));

const contentOf = ({ content }: FeedItem): string => `<content type="html">${xmlEscape(content)}</content>`;

const enclosureOf = ({ url, type }: ItemMedia): string => link('enclosure', url, type);

const summaryOf = ({ title, summary }: FeedOutline): string => element('summary', summary === '' ? title : summary);

const entryOf = (item: FeedOutline, body: string, common: string): string =>
  `${startOf(item, common)}${headOf(item)}${body}</entry>`;

/** An entry says its language where it is not the feed's. */
const startOf = ({ language }: FeedOutline, common: string): string =>
  language === common ? '<entry>' : `<entry xml:lang="${xmlEscape(language)}">`;

const headOf = ({ id, title, link: address, published, isAhead, updated, creator, categories }: FeedOutline): string =>
  [
    element('id', id),
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
