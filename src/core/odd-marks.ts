/** Characters that phones, word processors and other keyboards put in the place of those that a file needs. */
const oddMarks: Readonly<Record<string, readonly [plain: string, name: string]>> = {
  '\u00A0': [' ', 'a no-break space'],
  '\u2007': [' ', 'a figure space'],
  '\u2009': [' ', 'a thin space'],
  '\u202F': [' ', 'a narrow no-break space'],
  '\u3000': [' ', 'an ideographic space'],
  '\u200B': ['', 'a zero-width space'],
  '\u2010': ['-', 'a hyphen of another kind'],
  '\u2011': ['-', 'a no-break hyphen'],
  '\u2012': ['-', 'a figure dash'],
  '\u2013': ['-', 'an en dash'],
  '\u2014': ['-', 'an em dash'],
  '\u2015': ['-', 'a horizontal bar'],
  '\u2212': ['-', 'a minus sign'],
  '\uFF0D': ['-', 'a full-width hyphen'],
  '\uFF1A': [':', 'a full-width colon'],
  '\uFE55': [':', 'a small colon'],
  '\u2236': [':', 'a ratio sign'],
  '\uFF0F': ['/', 'a full-width slash'],
  '\uFF0B': ['+', 'a full-width plus sign'],
  '\u201C': ['"', 'a curly quote'],
  '\u201D': ['"', 'a curly quote'],
  '\u201E': ['"', 'a low quote'],
  '\u2018': ["'", 'a curly quote'],
  '\u2019': ["'", 'a curly quote'],
};

const anyOddMark = new RegExp(`[${Object.keys(oddMarks).join('')}]`, 'g');

/** A text with the ordinary characters in the place of those. */
export const plainMarks = (text: string): string => text.replace(anyOddMark, (mark) => oddMarks[mark]?.[0] ?? mark);

/** The characters that a text has in the place of ordinary ones, in one sentence; empty where it has none. */
export const nameOddMarks = (text: string): string => {
  const found = [...new Set(text.match(anyOddMark))].map((mark) => {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `"${mark}" is ${oddMarks[mark]?.[1]} (U+${code})`;
  });
  return found.length === 0 ? '' : `${found.join('; ')}.`;
};
