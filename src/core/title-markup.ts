import type { z } from 'zod';
import type { Report } from './diagnostics.ts';
import { reportAt } from './place.ts';
import { plainTextsIn } from './schema/notes.ts';
import { valueAt } from './value-at.ts';
import type { FieldPath, Fields } from './yaml.ts';

/** No title that people write is longer, and patterns need not run over what is. */
const longest = 2000;

/**
 * Warns of Markdown and HTML in fields that are shown as plain text, on pages as in feeds, search and cards: readers would
 * see the marks. The corrected line has the words alone.
 */
export const warnOfMarkup = (schema: z.ZodType, fields: Fields, report: Report): void => {
  for (const path of plainTextsIn(schema, fields.data)) {
    const value = valueAt(fields.data, path);
    if (typeof value !== 'string' || value.length > longest || !/[*_`~<&:$]|\]\(|\[\^|==|#/.test(value)) continue;
    const { marks, plain } = withoutMarkup(value);
    const [first] = marks;
    if (first === undefined) continue;
    reportAt(fields.placeOf(path), report, {
      rule: 'title-markup',
      message: `Unexpected ${first.kind} "${first.written}" in "${nameOf(path)}", expected plain text: readers see it as it is written`,
      hint: first.kind === 'name of an emoji' ? 'Write the emoji itself.' : 'Write the words alone.',
      meant: plain === value ? undefined : plain,
    });
  }
};

const nameOf = (path: FieldPath): string => String(path.filter((part) => typeof part === 'string').at(-1));

type Mark = { readonly kind: string; readonly written: string };
type Pattern = { readonly kind: string; readonly pattern: RegExp; readonly plain: (...groups: string[]) => string };

const word =
  '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]]';
const between = (mark: string, inside: string): RegExp =>
  new RegExp(
    `(?<!${word}|[\\\\${mark.slice(-1)}])${mark}(?=\\S)(${inside})(?<=\\S)${mark}(?!${word}|[${mark.slice(-1)}])`,
    'gv',
  );

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** What no title means as it is written, each with what is left of it. A single mark, `5 * 3`, `snake_case` are none of it. */
const patterns: readonly Pattern[] = [
  { kind: 'picture', pattern: /!\[([^[\]]*)\]\([^()\s]+(?: "[^"]*")?\)/g, plain: (text = '') => text },
  {
    kind: 'link',
    pattern: /\[([^[\]]+)\]\(((?:https?:|mailto:|\.{0,2}\/|#|[^()\s]*[./])[^()\s]*(?: "[^"]*")?)\)/g,
    plain: (text = '') => text,
  },
  { kind: 'address', pattern: /<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, plain: (text = '') => text },
  { kind: 'code', pattern: between('`', '[^`]+'), plain: (text = '') => text },
  { kind: 'code', pattern: between('``', '[^`]+'), plain: (text = '') => text },
  { kind: 'emphasis', pattern: between('\\*\\*\\*', '[^*]+'), plain: (text = '') => text },
  { kind: 'emphasis', pattern: between('\\*\\*', '[^*]+(?:\\*[^*]+\\*[^*]*)*'), plain: (text = '') => text },
  { kind: 'emphasis', pattern: between('__', '(?![a-z]+__)[^_]+(?:_[^_]+)*'), plain: (text = '') => text },
  { kind: 'emphasis', pattern: between('\\*', '[^*]+'), plain: (text = '') => text },
  { kind: 'emphasis', pattern: between('_', '[^_]+'), plain: (text = '') => text },
  { kind: 'mark', pattern: between('~~', '[^~]+'), plain: (text = '') => text },
  { kind: 'mark', pattern: between('==', '[^=]+'), plain: (text = '') => text },
  {
    kind: 'HTML',
    pattern: /<(b|i|em|strong|u|s|sub|sup|mark|code|small|span|a|del|ins)(?:\s[^<>]*)?>([^<]*)<\/\1>/gi,
    plain: (_tag, text = '') => text,
  },
  {
    kind: 'formula',
    pattern: /(?<![\p{L}\p{N}$])(\$\$?)(?=[^\s$])([^$]*[\\^_{}=][^$]*)(?<=\S)\1(?![\p{L}\p{N}$])/gu,
    plain: (_signs, text = '') => text,
  },
  { kind: 'note', pattern: /(?<=\S) ?\[\^[^[\]\s]+\]/g, plain: () => '' },
  { kind: 'HTML', pattern: /(?<=\S)\s?<!--[^<>]*-->|<!--[^<>]*-->\s?(?=\S)/g, plain: () => '' },
  { kind: 'HTML', pattern: /(?<=\S)\s?<br ?\/?>|<br ?\/?>(?=\S)/gi, plain: () => ' ' },
  {
    kind: 'HTML',
    pattern: /&(?:(amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    plain: (name, decimal, hexadecimal) => {
      if (name) return entities[name.toLowerCase()] ?? '';
      return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16));
    },
  },
  { kind: 'heading', pattern: /^#{1,6}\s+(?=\S)/g, plain: () => '' },
  {
    kind: 'name of an emoji',
    pattern: /(?<![\p{L}\p{N}:/]):(?:[a-z][a-z0-9_+-]+|[+-]1):(?![\p{L}\p{N}:/])/gu,
    plain: (...groups) => String(groups.at(-1)),
  },
];

const withoutMarkup = (value: string): { readonly marks: readonly Mark[]; readonly plain: string } => {
  const marks: Mark[] = [];
  let plain = value;
  for (const { kind, pattern, plain: meant } of patterns)
    plain = plain.replace(pattern, (written: string, ...groups: unknown[]) => {
      marks.push({ kind, written });
      const captured = groups.slice(
        0,
        groups.findIndex((one) => typeof one === 'number'),
      );
      return kind === 'name of an emoji'
        ? written
        : meant(...captured.map((one) => (typeof one === 'string' ? one : '')));
    });
  return { marks, plain: plain.trim() };
};
