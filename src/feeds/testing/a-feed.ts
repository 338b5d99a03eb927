import type { Feed, FeedItem } from '../feed.ts';

const began = Date.UTC(2019, 10, 11, 2);

/** An item of the feed of the event Gala, published at 10 o'clock on 11 November 2019. Its id is its address. */
export const aFeedItem = ({
  link = 'https://recaps.example.org/gala/opening/',
  ...fields
}: Partial<FeedItem> = {}): FeedItem => ({
  id: link,
  title: 'The curtain rises',
  link,
  published: began,
  placed: fields.published ?? began,
  updated: fields.published ?? began,
  language: 'en',
  content: '<p>It begins.</p>',
  media: [],
  summary: 'It begins.',
  categories: [],
  ...fields,
});

/** The feed of that event. */
export const aFeed = ({ page = 'https://recaps.example.org/gala/', ...fields }: Partial<Feed> = {}): Feed => ({
  id: page,
  title: 'Gala',
  description: 'A night of songs.',
  page,
  language: 'en',
  author: 'Press',
  sheet: '/feeds/feed.css',
  since: 0,
  items: [aFeedItem()],
  ...fields,
});
