import { quote } from './feeds/quote.ts';
import type { LiveBlog } from './live-blog.ts';

/** So many updates with one headline, and more than half of all, are a habit of the page. */
const fewest = 3;

/**
 * Takes a headline away that stands above most updates, such as the name of a series: it tells readers nothing, and all
 * addresses would be made of it. An update without a text keeps it.
 */
export const withoutSharedHeadline = (blog: LiveBlog): LiveBlog => {
  const { updates, notes } = blog;
  const same = Map.groupBy(updates, ({ headline }) => headline?.trim().toLowerCase() ?? '');
  const [headline, shared] = [...same].find(
    ([name, { length }]) => name !== '' && length >= fewest && length * 2 > updates.length,
  ) ?? ['', []];
  const [first] = shared;
  if (!first) return blog;
  return {
    ...blog,
    updates: updates.map((update) => {
      if (update.headline?.trim().toLowerCase() !== headline || update.content.value.trim() === '') return update;
      const { headline: _, ...rest } = update;
      return rest;
    }),
    notes: [
      ...notes,
      `${quote(first.headline ?? '')} stands above ${shared.length} of ${updates.length} updates, so it is not taken for their title.`,
    ],
  };
};
