import { nameToEmoji } from 'gemoji';
import { nearest } from '../core/nearest.ts';
import type { Edit, Lost, Source } from './lost.ts';
import { barsInCode } from './lost-cells.ts';
import { quoted } from './quoted.ts';

/** Marks of other programs that stand on the page as they are written: formulas, small letters, emoji, broken tables. */
export const unreadMarks = ({ visible, markdown }: Source): Lost[] => [
  ...(markdown.includes('$') ? formulas(visible(), markdown) : []),
  ...(/[~^]/.test(markdown) ? smallLetters(visible()) : []),
  ...(/:[a-z][\w+-]*:/.test(markdown) ? unknownEmoji(visible()) : []),
  ...(/\|[ \t]*:?-|-:?[ \t]*\|/.test(markdown) ? brokenTables(visible(), markdown) : []),
];

const raw = (found: Pick<Lost, 'at' | 'hint'> & { written: string; meant: string; edits?: readonly Edit[] }): Lost => {
  const { written, meant, ...lost } = found;
  return {
    rule: 'unread-mark',
    message: `Unexpected ${quoted(written)}, expected ${meant}: readers see it as it is written`,
    ...lost,
  };
};

/** Formulas between dollar signs. Sums of money are none: they lack the marks of formulas, or a figure stands behind. */
function* formulas(visible: string, markdown: string): Generator<Lost> {
  const signs = [...visible.matchAll(/\$+/g)].filter(({ 0: sign }) => sign.length < 3);
  for (let index = 0; index + 1 < signs.length; index += 1) {
    const { 0: sign = '', index: from = 0 } = signs[index] ?? {};
    const { 0: close, index: end = 0 } = signs[index + 1] ?? {};
    const length = sign.length;
    const inside = visible.slice(from + length, end);
    const around = [visible[from - 1] ?? '', visible[end + length] ?? ''];
    if (close !== sign || inside.length > 1000 || !(length === 1 ? isInline(inside, around) : isBlock(inside, around)))
      continue;
    index += 1;
    const written = markdown.slice(from, end + length);
    const formula = markdown.slice(from + length, end).trim();
    yield raw({
      at: from,
      written,
      meant: 'code or HTML, for there are no formulas',
      hint: 'Write it as code, or with <sub> and <sup>, or show a picture of it. Put a backslash before the $ if the signs are meant.',
      ...(!/[`\r\n]/.test(written) && { edits: [{ from, to: end + length, text: `\`${formula}\`` }] }),
    });
  }
}

const isInline = (inside: string, [before = '', behind = '']: readonly string[]): boolean =>
  !/[\p{L}\p{N}]/u.test(before + behind) &&
  !/^\s|\s$|[\r\n]\s*[\r\n]/.test(inside) &&
  (/^[-+]?\d/.test(inside) ? /[\\^{]|\d_/ : formulaSign).test(inside);

const formulaSign =
  /\\[a-z]|[\^{]|[\p{L}\p{N})]_[\p{L}\p{N}{(]|^[a-z]$|^[a-z] ?[-+*/=<>≤≥] ?[\p{L}\d(\\]|[a-z\d)] ?[=<>≤≥] ?[-\p{L}\d(\\]/iu;

const isBlock = (inside: string, [before = '', behind = '']: readonly string[]): boolean =>
  /^[\s\uFFFE]?$/.test(before) &&
  /^[\s\uFFFE]?$/.test(behind) &&
  /\\[a-z]|[\^{_=+]/i.test(inside) &&
  /[\p{L}\d]/u.test(inside);

/** `H~2~O` and `x^2^`, as some programs write what stands lower or higher. */
const smallLetters = (visible: string): Lost[] =>
  [
    ...visible.matchAll(
      /(?<=[\p{Script=Latin}\p{Script=Greek})\]])~(\d{1,4}[+-]?|[a-z]{1,2})~(?!~)|(?<=[\p{L}\p{N})\]])\^([\p{L}\p{N}+\-−]{1,8})\^(?!\^)/gu,
    ),
  ].map(({ 0: written, 1: lower, 2: upper, index }) => {
    const text = lower === undefined ? `<sup>${upper}</sup>` : `<sub>${lower}</sub>`;
    return raw({
      at: index,
      written,
      meant: text,
      hint: 'Write it as HTML, or put a backslash before each mark if it is meant.',
      edits: [{ from: index, to: index + written.length, text }],
    });
  });

/** So many names are looked up among two thousand; nobody errs more often. */
const mostNames = 20;

/** Names between colons that are nearly those of emoji, or can be nothing else. */
const unknownEmoji = (visible: string): Lost[] =>
  [...visible.matchAll(/(?<![\p{L}\p{N}:/\uFFFE]):([a-z][a-z0-9_+-]{1,30}):(?![\p{L}\p{N}:/\uFFFE])/gu)]
    .filter(({ 1: name = '' }) => !Object.hasOwn(nameToEmoji, name))
    .slice(0, mostNames)
    .flatMap(({ 0: written, 1: name = '', index }) => {
      const meant = nearest(name, Object.keys(nameToEmoji));
      if (meant === undefined && !name.includes('_')) return [];
      return [
        raw({
          at: index,
          written,
          meant: 'the name of an emoji as GitHub has it',
          hint: meant
            ? `Did you mean :${meant}:?`
            : 'Write the emoji itself, or put a backslash before the first colon.',
          ...(meant && { edits: [{ from: index, to: index + written.length, text: `:${meant}:` }] }),
        }),
      ];
    });

/** Tables that are none, because the line below the header has another number of cells. */
const brokenTables = (visible: string, markdown: string): Lost[] =>
  [
    ...visible.matchAll(
      /(?<=(?:^|[\r\n])([^\r\n]*\|[^\r\n]*)\r?\n)[ \t\uFFFE]*(\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)[ \t]*(?=$|[\r\n])/g,
    ),
  ].flatMap(({ 0: line, 1: above = '', 2: delimiters = '', index }): Lost[] => {
    if (!delimiters.includes('|')) return [];
    const end = markdown.lastIndexOf('\n', index - 1);
    const start = (end > 0 && markdown[end - 1] === '\r' ? end - 1 : end) - above.length;
    const header = markdown.slice(start, start + above.length);
    const bars = barsInCode(markdown, start, start + above.length);
    const [wanted, given] = [cellsOf(header), cellsOf(delimiters)];
    if (wanted === given) return [];
    const from = index + line.indexOf(delimiters);
    const inCode = wanted - bars.length === given;
    const text = `|${'---|'.repeat(Math.min(wanted, 100))}`;
    return [
      raw({
        at: inCode ? (bars[0]?.from ?? start) : from,
        written: inCode ? header : delimiters,
        meant: inCode ? 'a backslash before a bar in code' : `${wanted} cells, as in the line above`,
        hint: inCode
          ? 'Put a backslash before each bar that belongs to the text.'
          : 'Give both lines as many cells: otherwise this is no table.',
        edits: inCode ? bars : [{ from, to: from + delimiters.length, text }],
      }),
    ];
  });

const cellsOf = (row: string): number =>
  row.replace(/^[ \t]*(?:>[ \t]*|(?:[-*+]|\d+[.)])[ \t]+)*\|?|\|?\s*$/g, '').split(/(?<!\\)\|/).length;
