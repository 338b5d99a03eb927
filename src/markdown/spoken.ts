import { cutText, type Excerpt, entryFrame, fairShare, type Listed, pageFrame, pageLimit } from './excerpt.ts';

/**
 * The texts of listed entries for machines, which say the same as their excerpts: of a text that is cut in the list, as
 * much. They take what the list leaves of the page's limit: where that is not all of them, the longest are cut.
 */
export const spokenFor = <E>(
  listed: readonly Listed<E>[],
  excerpts: ReadonlyMap<E, Excerpt>,
  above: number,
): ReadonlyMap<E, string> => {
  const texts = listed.map(({ entry, body }) => {
    const excerpt = excerpts.get(entry);
    return !excerpt || excerpt.whole ? body.summary : cutText(body.summary, textLength(excerpt.html));
  });
  const taken = listed.reduce(
    (sum, { entry, others }) => sum + entryFrame + others + Buffer.byteLength(excerpts.get(entry)?.html ?? ''),
    pageFrame + above,
  );
  const share = fairShare(texts.map(weightOf), Math.max(0, pageLimit - taken));
  return new Map(listed.map(({ entry }, index) => [entry, cutToWeight(texts[index] ?? '', share)]));
};

const textLength = (html: string): number => html.replace(/<[^>]*>/g, '').replace(/&[^;]*;/g, ' ').length;

/** The bytes of a text in JSON within HTML. */
const weightOf = (text: string): number =>
  Buffer.byteLength(JSON.stringify(text)) + 5 * (text.match(/[<>&]/g)?.length ?? 0);

const cutToWeight = (text: string, limit: number): string => {
  let cut = text;
  for (let length = text.length; weightOf(cut) > limit && length > 1; ) {
    length = Math.floor(Math.min(length * 0.9, (length * limit) / weightOf(cut)));
    cut = cutText(text, length);
  }
  return weightOf(cut) > limit ? '' : cut;
};
