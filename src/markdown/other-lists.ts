import { atLineStart, type OtherMark } from './other-mark.ts';

/** What begins two lines of a paragraph or more: the one would go on behind the other. */
const followingLines = (first: string, mark: string, own = mark): string =>
  String.raw`${atLineStart(first)}${own}(?=[^\r\n]*[^\s\uFFFE]\r?\n[ \t\uFFFE]*${mark})|(?=${first})(?<=^[ \t\uFFFE]{0,60}${mark}[^\r\n]{0,1000}[^\s\uFFFE]\r?\n[ \t\uFFFE]{0,60})${own}`;

/** Lists as other programs write them: Markdown makes one paragraph of their lines. */
export const otherLists: readonly OtherMark[] = [
  {
    sign: /:[ \t]/,
    pattern:
      /(?<=[\r\n])(?=[ \t\uFFFE]{0,60}:[ \t])(?<=(?:(?<![\s\S])(?:\r?\n)?|[\r\n][ \t\uFFFE]{0,60}\r?\n)[^\r\n]{0,60}[^\s:.!?;,][ \t]?\r?\n)[ \t\uFFFE]*:[ \t]+[^\r\n]+/gu,
    meant: 'a list in Markdown',
    hint: 'Write - **Word**: and what it means, in one line each, or <dl>, <dt> and <dd>.',
  },
  {
    sign: /(?:^|[\r\n])[ \t>]*(?:・|[•▪‣◦●○■□▸►][ \t\u00a0]|[-*+]\u00a0)/,
    pattern: new RegExp(
      followingLines(
        '[・•▪‣◦●○■□▸►*+-]',
        String.raw`(?:・[ \t\u3000]*|[•▪‣◦●○■□▸►][ \t\u00A0]+|[-*+]\u00A0[ \t\u00A0]*)(?=\S)`,
      ),
      'gmu',
    ),
    meant: 'a list in Markdown',
    hint: 'Begin each line of a list with - and a blank.',
    instead: () => '- ',
  },
  {
    sign: /(?:^|[\r\n])[ \t>]*\d{1,3}[、）．]/,
    pattern: new RegExp(
      followingLines(
        String.raw`\d`,
        String.raw`(?<!\d)\d{1,3}[、）．][ \t\u3000]*(?=[^\s\d])`,
        String.raw`(?<!\d)(\d{1,3})[、）．][ \t\u3000]*(?=[^\s\d])`,
      ),
      'gmu',
    ),
    meant: 'a numbered list in Markdown',
    hint: 'Begin each line with its number, a point and a blank.',
    instead: (...numbers) => `${numbers.findLast((number) => number !== '')}. `,
  },
];
