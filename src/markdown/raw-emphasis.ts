import { caselessLetter } from './caseless.ts';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/**
 * Pairs of stars, tildes and underscores that a writer meant as emphasis, and Markdown left standing: with a blank within
 * them, or between punctuation and a letter, as in `**"yes"**s` and `**Fett **und`. `2 ** 3`, `C*-algebra`, `**kwargs` and
 * notes such as `5**` are none.
 */
export const rawEmphasis = ({ markdown, visible }: Source): Lost[] => {
  if (!/[*_~]/.test(markdown)) return [];
  const source = visible();
  const runs = [...source.matchAll(/(?<![*_~])(\*{1,3}|_{1,3}|~~)(?![*_~])/g)];
  const lost: Lost[] = [];
  for (let index = 0; index + 1 < runs.length; index += 1) {
    const found = pairOf(source, runs[index], runs[index + 1]);
    if (!found) continue;
    index += 1;
    lost.push(raw(found, markdown));
  }
  return lost;
};

type Pair = { readonly from: number; readonly end: number; readonly mark: string };

const pairOf = (source: string, open?: RegExpExecArray, close?: RegExpExecArray): Pair | undefined => {
  const mark = open?.[0];
  if (!open || !close || mark === undefined || close[0] !== mark) return undefined;
  const [from, end] = [open.index, close.index + mark.length];
  const inside = source.slice(from + mark.length, close.index);
  if (inside.length > longest || /[\r\n]/.test(inside) || !/[\p{L}\uFFFE]/u.test(inside)) return undefined;
  // The beginning of a line is none where a mark of Markdown stands before it.
  const before = source.slice(Math.max(0, from - 1), from).replace(/[\r\n]/, ' ') || ' ';
  const behind = source.slice(end, end + 1).replace(/[\r\n]/, ' ') || ' ';
  const isMeant = mark.startsWith('_') ? isInWord(mark) : isBlank(inside) ? hasBlanks(mark) : touchesWord(mark);
  const isAtHead = /(?:^|[\r\n])[\uFFFE \t]*$/.test(source.slice(Math.max(0, from - 60), from));
  return isMeant({ isAtHead, before, inside, behind }) ? { from, end, mark } : undefined;
};

const longest = 300;

type Around = { readonly isAtHead: boolean; readonly before: string; readonly inside: string; readonly behind: string };

const isBlank = (inside: string): boolean => /^\s|\s$/.test(inside);

/** `**bold **text`, `text** bold**`, and at the head of a line `** bold **`: words alone, for operators stand between blanks, too. */
const hasBlanks =
  (mark: string) =>
  ({ isAtHead, before, inside, behind }: Around): boolean => {
    if (mark.length < 2 || !/\p{L}{2}|\p{Lo}/u.test(inside) || /[*_=+<>{}()[\]\\/|]/.test(inside)) return false;
    const [opens, closes] = [/^\S/.test(inside), /\S$/.test(inside)];
    if (opens) return /[\s\uFFFE\p{P}]/u.test(before) || caselessLetter.test(before);
    if (closes)
      return !/\d/.test(before + inside.slice(-1)) && (/[\s\uFFFE\p{P}]/u.test(behind) || caselessLetter.test(behind));
    return isAtHead && /^ [^\s\d]/.test(inside) && /\p{L}{2}[^\s=]* $/u.test(inside) && mark === '**';
  };

/** Between punctuation and a letter that is no part of the emphasis; one star there may be a multiplication or a name. */
const touchesWord =
  (mark: string) =>
  ({ before, inside, behind }: Around): boolean => {
    const opens = !(/\p{L}/u.test(before) && /^[\p{Ps}\p{Pi}\p{Pf}"'¿¡#@$\uFFFE]/u.test(inside));
    const closes = !(/[\p{L}\p{N}]/u.test(behind) && /[\p{Pe}\p{Pf}\p{Pi}"'!?.,:;…%\uFFFE]$/u.test(inside));
    if (opens && closes) return false;
    if (/[\p{Ps}/\\]/u.test(behind)) return false;
    return mark.length > 1
      ? /\p{L}{2}|\p{Lo}|\uFFFE{3}|^["“„«‘]/u.test(inside)
      : opens && /[\s\uFFFE\p{Ps}\p{Pi}]/u.test(before);
  };

/** Underscores are no emphasis within a word, and where words follow on each other without blanks all are within one. One may be part of a name. */
const isInWord =
  (mark: string) =>
  (around: Around): boolean => {
    const { before, inside, behind } = around;
    const [opens, closes] = [!caselessLetter.test(before), !caselessLetter.test(behind)];
    if (isBlank(inside)) return false;
    if (opens && closes) return mark.length > 1 && /^["“„«‘]/.test(inside) && touchesWord(mark)(around);
    if (opens || closes) return /[\s\uFFFE\p{P}]/u.test(opens ? before : behind);
    return mark.length > 1;
  };

const tags: Readonly<Record<string, readonly [open: string, close: string]>> = {
  1: ['<em>', '</em>'],
  2: ['<strong>', '</strong>'],
  3: ['<strong><em>', '</em></strong>'],
};

const raw = ({ from, end, mark }: Pair, markdown: string): Lost => {
  const written = markdown.slice(from, end);
  const inside = markdown.slice(from + mark.length, end - mark.length);
  const [, first = '', words = '', last = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inside) ?? [];
  const [open, close] = mark === '~~' ? ['<del>', '</del>'] : (tags[mark.length] ?? ['', '']);
  const [isAfterBlank, isBeforeBlank] = [
    /(?:^|\s)$/.test(markdown.slice(0, from).slice(-1)),
    /^(?:\s|$)/.test(markdown.slice(end, end + 1)),
  ];
  const reason = isBlank(inside) ? 'a blank within the marks' : 'a letter or punctuation beside the marks';
  return {
    at: from,
    rule: 'unread-mark',
    message: `Unexpected ${quoted(written)}, expected emphasis: ${reason} makes them stand as they are written`,
    hint: 'Put the marks directly around the words, or write it as HTML; if the marks are meant, put a backslash before each.',
    edits: [{ from, to: end, text: `${isAfterBlank ? '' : first}${open}${words}${close}${isBeforeBlank ? '' : last}` }],
  };
};
