import { type Feed, type FeedItem, timestamp } from './feed.ts';

/**
 * A feed as JSON Feed 1.1. It has no way to older items of its own, so that an extension names the newest archive document
 * of the same feed as Atom.
 */
export const jsonFeedOf = ({ title, description, page, language, author, icon, items, older }: Feed): string => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: title.toWellFormed(),
    home_page_url: page,
    feed_url: `${page}feed.json`,
    description: description.toWellFormed(),
    language,
    ...(icon !== undefined && { icon, favicon: icon }),
    authors: [{ name: author.toWellFormed() }],
    ...(older !== undefined && {
      _history: { about: 'https://www.rfc-editor.org/rfc/rfc5005', prev_archive: older, type: 'application/atom+xml' },
    }),
    items: items.map((item) => itemOf(item, language)),
  };
  return `${JSON.stringify(feed)}\n`;
};

const itemOf = (
  { title, link, published, isAhead, updated, language, content, creator, categories }: FeedItem,
  common: string,
) => ({
  id: link,
  url: link,
  title: title.toWellFormed(),
  content_html: content.toWellFormed(),
  ...(!isAhead && { date_published: timestamp(published), date_modified: timestamp(updated) }),
  ...(language !== common && { language }),
  ...(creator !== undefined && { authors: [{ name: creator.toWellFormed() }] }),
  ...(categories.length > 0 && { tags: categories.map((category) => category.toWellFormed()) }),
});
