import type { Finding, Report } from './diagnostics.ts';
import { type CleanedLine, type LeftOut, leaveOut } from './leave-out.ts';

/**
 * The text without characters that are no text: controls but for tabs and line breaks, separators of lines and paragraphs that
 * Markdown does not know, and noncharacters of Unicode. Each line with such is reported. What separated words becomes a blank,
 * what was text in Windows-1252 that text again, and all else is left out.
 */
export const withoutControls = (file: string, text: string, report: Report): string => {
  if (!hasControl(text)) return text;
  return leaveOut(file, text.split('\n'), withoutControl, report);
};

/** A text in which there may be controls as they are: what is published of it, and what is said of the first of them. */
export const withoutControl = (text: string): CleanedLine => {
  let first: LeftOut | undefined;
  const cleaned = text.replace(controls, (found, at: number) => {
    const [one = ''] = found;
    first ??= { at, ...described(one, insteadOf(one)) };
    return insteadOf(found);
  });
  return { text: cleaned, ...(first && { first }) };
};

const hasControl = (text: string): boolean => text.search(controls) >= 0;

/**
 * Such characters in a row. Colours of a terminal are one with the escape character that begins them; `\r` belongs to the
 * end of a line.
 */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /\u001b\[[\d;?]*[A-Za-z]|\u001b|[\0-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\p{Noncharacter_Code_Point}]+/gu;

/** What stands in the place of such characters: of each where it is one, nothing for the colours of a terminal. */
const insteadOf = (found: string): string =>
  found.startsWith('\u001b') ? '' : found.replace(/./gsu, (one) => insteadOfOne(one.codePointAt(0) ?? 0));

const insteadOfOne = (code: number): string => {
  if (separators.has(code)) return ' ';
  return code >= 0x80 && code <= 0x9f ? windows(code) : '';
};

const separators: ReadonlySet<number> = new Set([0x0b, 0x0c, 0x2028, 0x2029]);

const windows1252 = new TextDecoder('windows-1252');

/** What a byte of Windows-1252 means (HTML Standard, 13.2.5.80), which is what is left of it where a program took it for Latin-1. */
const windows = (code: number): string => {
  const text = windows1252.decode(Uint8Array.of(code));
  return text.charCodeAt(0) === code ? '' : text;
};

const names: Readonly<Record<number, string>> = {
  0: 'null',
  8: 'backspace',
  11: 'vertical tab, the line break of word processors',
  12: 'form feed, the end of a page',
  27: 'escape, which sets colours of a terminal',
  127: 'delete',
  8232: 'line separator',
  8233: 'paragraph separator',
};

const described = (found: string, instead: string): Pick<Finding, 'rule' | 'message' | 'hint'> => {
  const code = found.codePointAt(0) ?? 0;
  const isNone = code > 0x9f && !separators.has(code);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${names[code] ?? (isNone ? 'no character' : 'control character')})`;
  const [expected, hint] =
    instead === ''
      ? ['text without it: it is left out', 'Remove the invisible character.']
      : instead === ' '
        ? [
            'a blank or a line break: a blank is shown',
            'Write a blank or begin a new line instead of the invisible character.',
          ]
        : [
            `"${instead}", which it is in Windows-1252: that is shown`,
            `Write ${instead} instead of the invisible character.`,
          ];
  return { rule: 'control-character', message: `Unexpected ${name}, expected ${expected}`, hint };
};
