import { whyCostly } from '../../markdown/refuse-costly.ts';
import type { UpdateContent, UpdatePicture } from '../live-blog.ts';
import { type PreparedContent, prepareContent, printMarkdown } from './prepare-content.ts';

/** One text may have so many characters, tags included: hardly fewer than an entry's page may have of HTML. */
const longestText = 256 * 1024;
/** A tree of more tags takes longer to print than anyone waits. */
const mostTags = 20_000;
/** What shorter texts become needs no look: it is never too much to be parsed. */
const short = 700;

/** Makes Markdown of a text as `prepareContent` does, or says in a sentence why it is too much to be one entry. */
export const prepareUpdate = (
  content: UpdateContent,
  pictures: readonly UpdatePicture[],
  base: string | undefined,
): PreparedContent | string => {
  const { length } = content.value;
  if (length > longestText)
    return `Its text has ${Math.ceil(length / 1024)} KB, and at most ${longestText / 1024} KB can be imported: make several of it.`;
  const tags = content.kind === 'html' && length > mostTags ? content.value.split('<').length - 1 : 0;
  if (tags > mostTags) return `Its text has ${tags} tags, and at most ${mostTags} can be read: make several of it.`;
  const prepared = prepareContent(content, pictures, base);
  if (length <= short) return prepared;
  const found = whyCostly(printMarkdown(prepared, () => undefined));
  return found ? `Its text cannot be an entry: ${found.message}.` : prepared;
};
