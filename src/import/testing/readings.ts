import type { LiveBlog, Update } from '../live-blog.ts';

/** An update at 10:18 on 11 November 2019 by local clocks. */
export const anUpdate = (fields: Partial<Update> = {}): Update => ({
  time: '2019-11-11T10:18',
  content: { kind: 'text', value: 'The doors open. Everyone comes in.' },
  pictures: [],
  topics: [],
  key: false,
  pinned: false,
  ...fields,
});

/** A live blog of these updates. */
export const aLiveBlog = (updates: readonly Update[] = [anUpdate()], fields: Partial<LiveBlog> = {}): LiveBlog => ({
  title: 'The gala',
  description: 'A night of songs.',
  updates,
  skipped: [],
  notes: [],
  ...fields,
});
