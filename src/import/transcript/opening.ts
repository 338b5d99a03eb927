import type { LiveBlog } from '../live-blog.ts';
import type { TranscriptLine } from './lines.ts';
import { paragraphText, withoutEdges } from './paragraphs.ts';

/**
 * The title and the introduction of a live blog from what stands above its first day or time: the first line is the
 * title where it is short and no sentence goes on below it.
 */
export const openingTexts = (
  lines: readonly TranscriptLine[],
  areParagraphs: boolean,
): Pick<LiveBlog, 'title' | 'introduction'> => {
  const [started, ...rest] = withoutEdges(lines);
  // A ticker may repeat its newest update behind its name.
  const first = started && { ...started, text: started.text.replace(/(?<=\S) *\+{2,} *\d.*\+{2,}$/u, '') };
  if (!first) return {};
  const isTitle = first.isShort && !/^\p{Ll}/u.test(rest[0]?.form ?? '');
  const value = paragraphText(isTitle ? rest : [first, ...rest], areParagraphs);
  return {
    ...(isTitle && { title: first.text }),
    ...(value !== '' && { introduction: { kind: 'text', value } }),
  };
};
