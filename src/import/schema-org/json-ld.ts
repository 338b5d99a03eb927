import { ImportRefused } from '../live-blog.ts';

/**
 * The value of a JSON-LD text. What people and programs wrap it in is taken off: comments of HTML, CDATA, a semicolon
 * behind it. Line breaks and other control characters in strings, and commas behind the last item, are understood.
 * Anything else that is damaged is an `ImportRefused`.
 */
export const readJsonLd = (text: string): unknown => {
  const bare = unwrapped(text);
  try {
    return JSON.parse(bare);
  } catch {
    return parseMended(bare);
  }
};

const unwrapped = (text: string): string => {
  let bare = text.trim();
  for (let layer = 0; layer < mostLayers; layer += 1)
    bare = bare
      .replace(/^(?:\uFEFF|<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
      .replace(/(?:\/\/\s*-->|-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>|;)$/, '')
      .trim();
  return bare;
};

const mostLayers = 4;

const parseMended = (text: string): unknown => {
  try {
    return JSON.parse(fixed(text));
  } catch (error) {
    const found = whatIsWrong(error instanceof Error ? error.message : '');
    throw new ImportRefused(
      `Unexpected ${found} the live blog's JSON, expected valid JSON: it is damaged or cut off. Get it again from where it came from.`,
    );
  }
};

/** As `JSON.parse` tells it: short texts without their place. */
const whatIsWrong = (message: string): string => {
  if (/end of|unterminated/i.test(message)) return 'end of';
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return line ? `text in line ${line}, column ${column} of` : 'text in';
};

/** Goes through the text once; what is not in a string is kept but for commas that nothing follows. */
const fixed = (text: string): string => {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', from)) {
    const end = endOfString(text, at + 1);
    pieces.push(withoutLastCommas(text.slice(from, at)), text.slice(at, end).replace(control, escaped));
    from = end;
  }
  pieces.push(withoutLastCommas(text.slice(from)));
  return pieces.join('');
};

const withoutLastCommas = (text: string): string => text.replace(/,(?=\s*[}\]])/g, '');

const endOfString = (text: string, from: number): number => {
  const next = /["\\]/g;
  next.lastIndex = from;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (found[0] === '"') return next.lastIndex;
    next.lastIndex += 1;
  }
  return text.length;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON forbids in strings
const control = /[\u0000-\u001f]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
