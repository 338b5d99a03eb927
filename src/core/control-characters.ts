import type { Finding, Report } from './diagnostics.ts';
import { type LeftOut, leaveOut } from './leave-out.ts';

/**
 * The text without characters that are no text: controls but for tabs and line breaks, separators of lines and paragraphs that
 * Markdown does not know, and noncharacters of Unicode. Each line with such is reported. What separated words becomes a blank,
 * what was text in Windows-1252 that text again, and all else is left out.
 */
export const withoutControls = (file: string, text: string, report: Report): string => {
  if (!hasControl(text)) return text;
  const lines = text.split('\n');
  return leaveOut(file, lines, (line) => [...(lines[line] ?? '').matchAll(controls)].map(leftOut), report);
};

/** A text in which there may be controls as they are: what is published of it, and what is said of the first of them. */
export const withoutControl = (
  text: string,
): { readonly text: string; readonly found: Pick<Finding, 'rule' | 'message' | 'hint'> } | undefined => {
  const [first] = text.matchAll(controls);
  if (!first) return undefined;
  const { rule, message, hint } = leftOut(first);
  return { text: text.replace(controls, (found) => insteadOf(found)), found: { rule, message, hint } };
};

const hasControl = (text: string): boolean => text.search(controls) >= 0;

/** Colours of a terminal are one with the escape character that begins them; `\r` belongs to the end of a line. */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /\u001b\[[\d;?]*[A-Za-z]|[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|\p{Noncharacter_Code_Point}/gu;

const leftOut = (match: RegExpExecArray): LeftOut => {
  const [found] = match;
  const instead = insteadOf(found);
  return { at: match.index, length: found.length, instead, ...described(found, instead) };
};

const insteadOf = (found: string): string => {
  const code = found.codePointAt(0) ?? 0;
  return separators.has(code) ? ' ' : code >= 0x80 && code <= 0x9f ? windows(code) : '';
};

const separators: ReadonlySet<number> = new Set([0x0b, 0x0c, 0x2028, 0x2029]);

/** What a byte of Windows-1252 means (HTML Standard, 13.2.5.80), which is what is left of it where a program took it for Latin-1. */
const windows = (code: number): string => {
  const text = new TextDecoder('windows-1252').decode(Uint8Array.of(code));
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
