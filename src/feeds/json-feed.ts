import { type Feed, type FeedItem, timestamp } from './feed.ts';
import type { ItemMedia } from './item-media.ts';

/**
 * A feed as JSON Feed 1.1. It has no way to older items of its own, so that an extension names the newest archive document
 * of the same feed as Atom.
 */
export const jsonFeedOf = (whole: Feed): string => {
  const { title, description, page, language, author, icon, rights, hub, items, older } = whole;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: title.toWellFormed(),
    home_page_url: page,
    feed_url: `${page}feed.json`,
    description: description.toWellFormed(),
    language,
    ...(icon !== undefined && { icon, favicon: icon }),
    authors: [{ name: author.toWellFormed() }],
    ...(hub !== undefined && { hubs: [{ type: 'WebSub', url: hub }] }),
    ...(rights !== undefined && { _rights: { about: 'https://www.rfc-editor.org/rfc/rfc4287', rights } }),
    ...(older !== undefined && {
      _history: { about: 'https://www.rfc-editor.org/rfc/rfc5005', prev_archive: older, type: 'application/atom+xml' },
    }),
    items: items.map((item) => itemOf(item, language)),
  };
  return `${JSON.stringify(feed)}\n`;
};

const itemOf = (
  { id, title, link, published, isAhead, updated, language, content, summary, media, creator, categories }: FeedItem,
  common: string,
) => ({
  id,
  url: link,
  title: title.toWellFormed(),
  content_html: content.toWellFormed(),
  ...(summary !== '' && { summary: summary.toWellFormed() }),
  ...pictureOf(media),
  ...attachmentsOf(media),
  ...(!isAhead && { date_published: timestamp(published), date_modified: timestamp(updated) }),
  ...(language !== common && { language }),
  ...(creator !== undefined && { authors: [{ name: creator.toWellFormed() }] }),
  ...(categories.length > 0 && { tags: categories.map((category) => category.toWellFormed()) }),
});

const pictureOf = (media: readonly ItemMedia[]): { readonly image?: string } => {
  const picture = media.find(({ kind }) => kind === 'image');
  return picture ? { image: picture.url } : {};
};

const attachmentsOf = (media: readonly ItemMedia[]) => {
  const played = media.filter(({ kind }) => kind !== 'image');
  return played.length === 0 ? {} : { attachments: played.map(attachmentOf) };
};

const attachmentOf = ({ url, type, alt, size, seconds }: ItemMedia) => ({
  url,
  mime_type: type,
  ...(alt && { title: alt }),
  ...(size !== undefined && { size_in_bytes: size }),
  ...(seconds !== undefined && { duration_in_seconds: Math.max(1, Math.round(seconds)) }),
});
