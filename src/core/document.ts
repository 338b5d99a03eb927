import matter from 'gray-matter';
import { withoutTurning } from './bidi-controls.ts';
import { reportConflicts } from './conflict-markers.ts';
import { withoutControls } from './control-characters.ts';
import { decodeUtf8 } from './decode.ts';
import type { Finding, Report } from './diagnostics.ts';
import { nameOddMarks, plainMarks } from './odd-marks.ts';
import { type Fields, readYaml } from './yaml.ts';

/** A file of the content, taken apart: its fields with their places, and its body with the line it begins at. */
export type Document = {
  readonly file: string;
  readonly fields: Fields;
  /** Markdown. */
  readonly body: string;
  /** The line of the file at which the body begins, counted from 1. */
  readonly bodyLine: number;
};

/** Reads a Markdown document. What hinders it is reported, and nothing is given. */
export const readDocument = (file: string, bytes: Uint8Array, report: Report): Document | undefined => {
  const text = readText(file, bytes, report);
  // With such a line in the front matter, everything else that is wrong there comes of it.
  if (text === undefined || reportConflicts(file, text, lineOfBody(text), report)) return undefined;
  if (!opensWell(file, text, report)) return undefined;
  const { content, matter: block } = split(text);
  if (!closesWell(file, text, content, report)) return undefined;
  // The block ends before the line break of its last line, and `yaml` takes the \r of a CRLF alone for text.
  const fields = readYaml(file, `${block}\n`, text, report);
  return (
    fields && { file, fields, body: content, bodyLine: text.slice(0, text.length - content.length).split('\n').length }
  );
};

/** Reads a file that is YAML from first to last, such as `site.yml`. */
export const readYamlFile = (file: string, bytes: Uint8Array, report: Report): Fields | undefined => {
  const text = readText(file, bytes, report);
  if (text === undefined || reportConflicts(file, text, Number.POSITIVE_INFINITY, report)) return undefined;
  return readYaml(file, text, text, report);
};

/** The line behind the front matter, as far as that can be known of a text that may be broken. */
const lineOfBody = (text: string): number => {
  const front = /^---[ \t]*\r?\n(?:(?!---).*\r?\n)*---/.exec(text)?.[0];
  return front === undefined ? Number.POSITIVE_INFINITY : front.split('\n').length + 1;
};

const readText = (file: string, bytes: Uint8Array, report: Report): string | undefined => {
  const text = decodeUtf8(file, bytes, report);
  // Old programs for the Mac end lines with CR alone, which YAML and Markdown take for that, too.
  const lines = text?.includes('\n') ? text : text?.replaceAll('\r', '\n');
  return lines === undefined ? undefined : withoutTurning(file, withoutControls(file, lines, report), report);
};

// gray-matter only splits: its own YAML is 1.1, and it would run `---js`. Options switch its cache off, too.
const split = (text: string) =>
  matter(text, { language: 'yaml', engines: { yaml: { parse: () => ({}) }, javascript: refuse } });

const refuse = {
  parse: (): object => {
    throw new Error('Front matter is data: it is never run.');
  },
};

const opensWell = (file: string, text: string, report: Report): boolean => {
  const [first = ''] = text.split(/\r?\n/, 1);
  if (/^---[ \t]*$/.test(first)) return true;
  const place = { file, line: 1, column: 1 };
  if (/^---\s*[\w-]+:\s/.test(first)) {
    report({
      ...place,
      column: 4,
      rule: 'front-matter-language',
      message: `Unexpected "${first.slice(3).trim()}" after "---", expected "---" alone on the first line`,
      hint: 'Put the field on a line of its own below it.',
    });
  } else if (/^---[^-]/.test(first)) {
    report({
      ...place,
      column: 4,
      rule: 'front-matter-language',
      message: `Unexpected "${first.slice(3).trim()}" after "---", expected nothing: front matter is YAML`,
      hint: 'Write the fields as YAML, with --- alone on the first line.',
      corrected: '---',
    });
  } else if (isNearlyFence(first)) {
    report({ ...place, rule: 'front-matter-missing', ...asFence(first) });
    // The other fence was most often typed in the same way.
    const fixed = text.replace(first, '---');
    closesWell(file, fixed, split(fixed).content, report);
  } else {
    report({
      ...place,
      rule: 'front-matter-missing',
      ...beginningOf(text),
    });
  }
  return false;
};

/** Whether a line was meant to be a fence: of dashes that a phone made of hyphens, too few or too many of them, or those of TOML. */
const isNearlyFence = (line: string): boolean =>
  line !== '---' &&
  /^(?:[ \t]*-[ \t]*){1,6}$|^(?:\+\+\+|;;;|\*\*\*|={3,6}|~~~)\s*$|^[`~]{3,}\s*(?:ya?ml)?\s*$/i.test(plainMarks(line));

const asFence = (line: string): Pick<Finding, 'message' | 'hint' | 'corrected'> => ({
  message: `Unexpected "${line.trim()}", expected "---"`,
  hint: [nameOddMarks(line), 'Write three hyphens, and nothing else on the line.'].filter(Boolean).join(' '),
  corrected: '---',
});

const beginningOf = (text: string): Pick<Finding, 'message' | 'hint'> => {
  const expected = 'expected front matter between two lines "---"';
  const all = 'Begin the file with ---, then the fields, then --- again.';
  if (text.trim() === '') return { message: `Unexpected empty file, ${expected}`, hint: all };
  const [before = ''] = /^[\s\uFEFF]*(?:<!--[\s\S]*?-->\s*)?(?=---\s*\n)/.exec(text) ?? [];
  if (before.trim() !== '')
    return { message: `Unexpected comment before "---", ${expected}`, hint: 'Move it below the second ---.' };
  if (before !== '')
    return {
      message: `Unexpected blanks before "---", ${expected}`,
      hint: 'Remove what stands before it: --- is the first line of the file.',
    };
  if (/^[\w-]+:(?:\s|$)/.test(text))
    return {
      message: `Unexpected field in the first line, ${expected}`,
      hint: 'Put a line --- above the first field.',
    };
  return { message: `Unexpected text, ${expected}`, hint: all };
};

const closesWell = (file: string, text: string, content: string, report: Report): boolean => {
  const front = text.slice(0, text.length - content.length);
  if (/\n---\r?\n?$/.test(front) && (front.endsWith('\n') || /^[ \t]*(\r?\n|$)/.test(content))) return true;
  const lines = text.split(/\r?\n/);
  const nearly = front.endsWith('\n---') ? front.split('\n').length : undefined;
  const odd = nearly
    ? -1
    : lines.findIndex(
        (line, index) => index > 0 && line.trim() !== '-' && (isNearlyFence(line) || line.trim() === '...'),
      );
  if (odd > 0) {
    const words = asFence(lines[odd] ?? '');
    report({ file, line: odd + 1, column: 1, rule: 'front-matter-unclosed', ...words });
    return false;
  }
  report({ file, column: 1, rule: 'front-matter-unclosed', ...(nearly ? notAlone(lines, nearly) : notThere(lines)) });
  return false;
};

type Unclosed = Omit<Finding, 'file' | 'column' | 'rule'>;

const notAlone = (lines: readonly string[], line: number): Unclosed => ({
  line,
  message: `Unexpected "${lines[line - 1]?.trimEnd()}", expected "---" alone on the line that ends the front matter`,
  hint: 'Remove what follows --- on its line.',
  corrected: '---',
});

/** The front matter ends where lines no longer look like fields. */
const notThere = (lines: readonly string[]): Unclosed => {
  const end = lines.findIndex((line, index) => index > 0 && !/^([^\s:][^:]*:(\s|$)|\s+\S|- |#|[\]}])/.test(line));
  return {
    line: end < 0 ? lines.length : end + 1,
    message: 'Unexpected end of the fields, expected a line "---" below them',
    hint: 'Put --- on a line of its own between the fields and the text.',
  };
};
