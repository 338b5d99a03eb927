import type { Report } from './diagnostics.ts';

/** The text of UTF-8 bytes without a byte order mark; where they are not UTF-8, reports the first wrong byte. */
export const decodeUtf8 = (file: string, bytes: Uint8Array, report: Report): string | undefined => {
  const text = textOf(bytes);
  if (text !== undefined) return text;
  const wrong = firstWrongByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, wrong));
  const lines = before.split('\n');
  report({
    file,
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
    rule: 'not-utf8',
    message: `Unexpected byte 0x${(bytes[wrong] ?? 0).toString(16).padStart(2, '0')}, expected UTF-8 text`,
    hint: 'Save the file with the encoding UTF-8.',
  });
  return undefined;
};

const textOf = (bytes: Uint8Array, options?: { stream: boolean }): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
};

const isUtf8 = (bytes: Uint8Array, options?: { stream: boolean }): boolean => textOf(bytes, options) !== undefined;

/** The index of the first byte that begins no character of UTF-8, although a part of one may follow. */
const firstWrongByte = (bytes: Uint8Array): number => {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8(bytes.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle;
  }
  while (!isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
};
