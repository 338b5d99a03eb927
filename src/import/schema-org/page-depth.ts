import { type Tag, tagsOf } from '../../markdown/html-tags.ts';
import { deepestTags, isTooCostly } from '../../markdown/weigh-tags.ts';
import { ImportRefused } from '../live-blog.ts';

/** A tree of more would fill the memory; pages have some thousands. */
const mostTags = 120_000;

/**
 * Refuses HTML that costs a parser more than a page is worth: it has too many tags, is nested too deep, or becomes more
 * elements than `most`.
 */
export const refuseDeepPage = (html: string, most = mostTags): void => {
  if (isTooCostly(counted(tagsOf(html)), most))
    throw new ImportRefused(
      `Unexpected HTML that is nested more than ${deepestTags} elements deep or hardly closes any, expected a page as a browser saves it.`,
    );
};

function* counted(tags: Iterable<Tag>): Generator<Tag> {
  let count = 0;
  for (const tag of tags) {
    count += 1;
    if (count > mostTags)
      throw new ImportRefused(
        `Unexpected HTML of more than ${mostTags} tags, expected fewer. Save the live blog alone.`,
      );
    yield tag;
  }
}
