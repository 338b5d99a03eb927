import { cutText, type Excerpt, fairShare, type Listed } from './excerpt.ts';

/**
 * The texts of listed entries for machines, which say the same as their excerpts: of a text that is cut in the list, as
 * much. Where not all of them fit into `room`, in bytes, the longest are cut.
 */
export const spokenFor = <E>(
  listed: readonly Listed<E>[],
  excerpts: ReadonlyMap<E, Excerpt>,
  room: number,
): ReadonlyMap<E, string> => {
  const texts = listed.map(({ entry, body }) => {
    const excerpt = excerpts.get(entry);
    return !excerpt || excerpt.whole ? body.summary : cutText(body.summary, textLength(excerpt.html));
  });
  const share = fairShare(texts.map(weightOfSpoken), Math.max(0, room));
  return new Map(listed.map(({ entry }, index) => [entry, cutToWeight(texts[index] ?? '', share)]));
};

const textLength = (html: string): number => html.replace(/<[^>]*>/g, '').replace(/&[^;]*;/g, ' ').length;

/** The bytes of a text in JSON within HTML. */
export const weightOfSpoken = (text: string): number =>
  Buffer.byteLength(JSON.stringify(text)) + 5 * (text.match(/[<>&]/g)?.length ?? 0);

const cutToWeight = (text: string, limit: number): string => {
  let cut = text;
  for (let length = text.length; weightOfSpoken(cut) > limit && length > 1; ) {
    length = Math.floor(Math.min(length * 0.9, (length * limit) / weightOfSpoken(cut)));
    cut = cutText(text, length);
  }
  return weightOfSpoken(cut) > limit ? '' : cut;
};
