import type { Finding, Report } from './diagnostics.ts';
import { rules } from './rules.ts';

/** Reads a document, and reports what is wrong in it. */
type Read<Result> = (bytes: Uint8Array, report: Report) => Result;

/** So many bytes may be read again for one document: enough for all faults of a usual one, and a moment's work. */
const mostBytesAgain = 500_000;

/** So many faults can stand on one line, each of which is fixed in turn. */
const mostOnLine = 12;

/**
 * Reads a document, and reports its findings with suggested lines that are right: each is put in place and read again. Where the
 * line then has another fault, that is fixed as well; where nobody can fix it, no line is suggested. Faults of the same line
 * get the same line, in which none of them is left.
 */
export const readWithSoundLines = <Result>(bytes: Uint8Array, read: Read<Result>, report: Report): Result => {
  const found: Finding[] = [];
  const result = read(bytes, (finding) => found.push(finding));
  const suggesting = found.filter(({ corrected }) => corrected !== undefined);
  if (suggesting.length === 0) for (const finding of found) report(finding);
  else for (const finding of withSoundLines(bytes, found, read)) report(finding);
  return result;
};

const withSoundLines = (bytes: Uint8Array, found: readonly Finding[], read: Read<unknown>): readonly Finding[] => {
  let left = mostBytesAgain;
  const again: Again = (lines) => {
    left -= bytes.length;
    if (left < 0) return undefined;
    const after: Finding[] = [];
    read(withLines(bytes, lines), (finding) => after.push(finding));
    return after;
  };
  const all = new Map(found.flatMap(({ line, corrected }) => (corrected === undefined ? [] : [[line, corrected]])));
  const afterAll = again(all);
  const leftOn = new Set(afterAll?.map(({ line }) => line));
  const isSound = (line: number): boolean => !leftOn.has(line) && found.filter((one) => one.line === line).length === 1;
  return found.map((one) =>
    one.corrected === undefined || afterAll === undefined || isSound(one.line) ? one : fixed(one, found, again),
  );
};

/** The findings with other lines in the place of some; nothing where all that may be read again has been. */
type Again = (lines: ReadonlyMap<number, string>) => readonly Finding[] | undefined;

const fixed = (finding: Finding, found: readonly Finding[], again: Again): Finding => {
  const { line } = finding;
  const before = new Set(found.filter((one) => one.line === line).map(nameOf));
  const hints = new Set([finding.hint]);
  let { corrected = '' } = finding;
  for (let round = 0; round < mostOnLine; round++) {
    const after = again(new Map([[line, corrected]]))?.filter((one) => one.line === line);
    if (after === undefined) break;
    const isFresh = (one: Finding): boolean => !before.has(nameOf(one));
    const next = after.find((one) => one.corrected !== undefined && (isFresh(one) || isError(one)));
    if (next?.corrected === undefined) {
      const lost = after.find((one) => isFresh(one) && isError(one));
      if (lost === undefined) break;
      const { corrected: _, ...rest } = finding;
      return { ...rest, hint: [...hints, lost.hint].join(' ') };
    }
    if (isFresh(next)) hints.add(next.hint);
    corrected = next.corrected;
  }
  return { ...finding, hint: [...hints].join(' '), corrected };
};

const isError = ({ rule }: Finding): boolean => rules[rule].severity === 'error';

const nameOf = ({ rule, message }: Finding): string => `${rule} ${message}`;

const withLines = (bytes: Uint8Array, lines: ReadonlyMap<number, string>): Uint8Array => {
  const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/(\r\n|\n|\r)/);
  for (const [line, text] of lines) if (2 * (line - 1) < all.length) all[2 * (line - 1)] = text;
  return new TextEncoder().encode(all.join(''));
};
