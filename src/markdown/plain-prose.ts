/**
 * What of a body has to be parsed to find what is wrong in it: nothing of words alone, which are letters, digits, the usual
 * marks of sentences, emphasis around whole words, and items of a list at the margin. Of a body that has links beside these,
 * the paragraphs and lists with the links, the others empty. All of any other body: pictures and marks of any syntax, known
 * or not, are no plain prose. This lists what is allowed, not what is doubtful.
 */
export const withoutPlainProse = (markdown: string): string => {
  const lines = markdown.split(/\r?\n/);
  if (!isProse(markdown, lines)) return markdown;
  const isLinked = lines.map((line) => line.includes(']('));
  if (!isLinked.includes(true)) return '';
  // A paragraph or a list ends at an empty line, and depends on no other here.
  for (let index = 1; index < lines.length; index++)
    if (lines[index] !== '' && isLinked[index - 1] && lines[index - 1] !== '') isLinked[index] = true;
  for (let index = lines.length - 2; index >= 0; index--)
    if (lines[index] !== '' && isLinked[index + 1] && lines[index + 1] !== '') isLinked[index] = true;
  return lines.map((line, index) => (isLinked[index] ? line : '')).join('\n');
};

/** Whether a body is nothing but words, the usual marks of sentences, emphasis, items of a list, and links. */
export const isProse = (markdown: string, lines: readonly string[]): boolean =>
  markdown.length <= longest && lines.every((line) => line === '' || plainLine.test(line) || linkLine.test(line));

/** No character makes more than some 30 bytes of HTML, so this stays far below the limit of a page. */
const longest = 5000;

const letter = String.raw`\p{L}\p{M}\p{N}`;
const emphasised = String.raw`[${letter}](?:[${letter} .,;!?’\-]*[${letter}.,;!?])?`;

/** Neither `1. ` nor `h1. ` nor three apostrophes, which mean something here or in other programs. */
const start = String.raw`^(?:- )?(?!\d+[.\)](?!\d)|\d+[、）．]|h\d\.|.*'')`;
const prose = [
  String.raw`[${letter} .,;!?\(\)"'\-\u00a0\u202f€£°[\p{P}--\p{ASCII}]]|(?<=\d)%(?!%)|:(?=[ \d]|$)`,
  String.raw`(?<=^|[ \(])(?:\*\*${emphasised}\*\*|\*${emphasised}\*)(?=[ .,;!?:\)]|$)`,
].join('|');
const link = String.raw`(?<=^|[ \(])\[${emphasised}\]\([\w.\/:#%~+\-]+\)(?=[ .,;!?:\)]|$)`;

const plainLine = new RegExp(String.raw`${start}(?=[${letter}*"“„«‘\(¿¡「『（])(?:${prose})*$`, 'v');
const linkLine = new RegExp(String.raw`${start}(?=[${letter}*"“„«‘\(¿¡「『（\[])(?:${prose}|${link})*$`, 'v');
