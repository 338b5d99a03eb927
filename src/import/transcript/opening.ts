import type { LiveBlog } from '../live-blog.ts';
import type { Line } from './lines.ts';
import { textOf, withoutEdges } from './paragraphs.ts';

/**
 * The title and the introduction of a live blog from what stands above its first day or time: the first line is the
 * title where it is short and no sentence goes on below it.
 */
export const openingTexts = (
  lines: readonly Line[],
  areParagraphs: boolean,
): Pick<LiveBlog, 'title' | 'introduction'> => {
  const [begun, ...rest] = withoutEdges(lines);
  // A ticker may repeat its newest update behind its name.
  const first = begun && { ...begun, text: begun.text.replace(/(?<=\S) *\+{2,} *\d.*\+{2,}$/u, '') };
  if (!first) return {};
  const isTitle = first.isShort && !/^\p{Ll}/u.test(rest[0]?.form ?? '');
  const value = textOf(isTitle ? rest : [first, ...rest], areParagraphs);
  return {
    ...(isTitle && { title: first.text }),
    ...(value !== '' && { introduction: { kind: 'text', value } }),
  };
};
