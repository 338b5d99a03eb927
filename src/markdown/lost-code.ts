import { visit } from 'unist-util-visit';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/** What other programs take behind the name of a language: settings, lines, titles. */
const settings = /\{[^}]*\}|[\w:-]+=(?:"[^"]*"|'[^']*'|\S+)|"[^"]*"|'[^']*'|\/[^/]*\//g;

/**
 * Words on the line that begins a block of code: they are taken for the name of a language, and are no part of the code.
 * And blocks that are never closed, so that the rest of a text is code.
 */
export const lostCode = ({ tree, markdown }: Source): Lost[] => {
  const lost: Lost[] = [];
  if (!/```|~~~/.test(markdown)) return lost;
  visit(tree, 'code', ({ lang, meta, position }) => {
    const fence = openFence(markdown.slice(position?.start.offset, position?.end.offset));
    if (fence !== undefined)
      lost.push({
        at: position?.start.offset ?? 0,
        rule: 'lost-code',
        message: `Unexpected ${fence} without its end, expected ${fence} behind the code: all that follows is shown as code`,
        hint: `Write ${fence} in a line of its own where the code ends, or a backslash before the first ${fence.charAt(0)} if the signs are meant.`,
      });
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

/** The signs that begin a block of code, where no line ends it. */
const openFence = (block: string): string | undefined => {
  const fence = /^(?:`{3,}|~{3,})/.exec(block)?.[0];
  if (fence === undefined) return undefined;
  const last = block.slice(block.lastIndexOf('\n') + 1).replace(/^[ \t>]+|[ \t\r]+$/g, '');
  const isEnd = last !== block && last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
  return isEnd ? undefined : fence;
};
