import type { Lost, Source } from './lost.ts';
import { otherMarks } from './other-marks.ts';
import { quoted } from './quoted.ts';

/** Marks that people bring from other programs, by the table of them. */
export const unreadOtherMarks = ({ markdown, visible, unescaped }: Source): Lost[] => {
  const found: (Lost & { readonly to: number })[] = [];
  for (const { sign, pattern, seesEscapes, meant, hint, instead } of otherMarks) {
    if (!sign.test(markdown)) continue;
    const source = seesEscapes ? unescaped() : visible();
    for (const { 0: match, index, indices = [] } of source.matchAll(indexed(pattern))) {
      const to = index + match.length;
      const written = markdown.slice(index, to);
      const at = index + written.length - written.trimStart().length;
      if (found.length >= most) return found;
      if (found.some((one) => one.at < to && index < one.to)) continue;
      const groups = indices.slice(1).map((range) => (range ? markdown.slice(...range) : ''));
      found.push({
        at,
        to,
        rule: 'unread-mark',
        message: `Unexpected ${quoted(written)}, expected ${meant}: readers see it as it is written`,
        hint,
        ...(instead && { edits: [{ from: index, to, text: instead(...groups) }] }),
      });
    }
  }
  return found;
};

/** Nobody errs more often in one text. */
const most = 500;

const indexed = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}d`);
