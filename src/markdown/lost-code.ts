import { visit } from 'unist-util-visit';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/** What other programs take behind the name of a language: settings, lines, titles. */
const settings = /\{[^}]*\}|[\w:-]+=(?:"[^"]*"|'[^']*'|\S+)|"[^"]*"|'[^']*'|\/[^/]*\//g;

/** Words on the line that begins a block of code: they are taken for the name of a language, and are no part of the code. */
export const lostCode = ({ tree, markdown }: Source): Lost[] => {
  const lost: Lost[] = [];
  if (!/```|~~~/.test(markdown)) return lost;
  visit(tree, 'code', ({ lang, meta, position }) => {
    const words =
      meta
        ?.slice(0, 500)
        .replace(settings, '')
        .match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
    if (words.length < 2) return;
    lost.push({
      at: position?.start.offset ?? 0,
      rule: 'lost-code',
      message: `Unexpected words ${quoted(`${lang} ${meta}`)} where a block of code begins, expected the name of its language: they are lost`,
      hint: 'Put the words on a line of their own.',
    });
  });
  return lost;
};
