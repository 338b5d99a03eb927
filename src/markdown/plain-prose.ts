/**
 * Whether a body is nothing but words: letters, digits, the usual marks of sentences, emphasis around whole words, and items of a
 * list at the margin. Nothing can be wrong in such a text, so that a check need not parse it. What else there is, all links,
 * pictures and marks of any syntax, known or not, is no plain prose: this lists what is allowed, not what is doubtful.
 */
export const isPlainProse = (markdown: string): boolean =>
  markdown.length <= longest && markdown.split(/\r?\n/).every((line) => line === '' || plainLine.test(line));

/** No character makes more than some 30 bytes of HTML, so this stays far below the limit of a page. */
const longest = 5000;

const letter = String.raw`\p{L}\p{M}\p{N}`;
const emphasised = String.raw`[${letter}](?:[${letter} ’\-]*[${letter}])?`;

/** Neither `1. ` nor `h1. ` nor three apostrophes, which mean something here or in other programs. */
const plainLine = new RegExp(
  [
    String.raw`^(?:- )?(?!\d+[.\)]|h\d\.|.*'')(?=[${letter}*"“„«‘\(¿¡「『（])`,
    String.raw`(?:[${letter} .,;!?\(\)"'\-\u00a0\u202f€£°[\p{P}--\p{ASCII}]]|(?<=\d)%(?!%)|:(?=[ \d]|$)`,
    String.raw`|(?<=^|[ \(])(?:\*\*${emphasised}\*\*|\*${emphasised}\*)(?=[ .,;!?:\)]|$))*$`,
  ].join(''),
  'v',
);
