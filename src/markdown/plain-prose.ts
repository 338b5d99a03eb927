/**
 * Whether a text is prose in which nothing can be wrong: no links, pictures, notes, HTML or tables, not deep, not long. For
 * such a text `parseBody` and `finishBody` report nothing, so that a check need not call them; of the texts of a live blog
 * most are like that. `false` says nothing.
 */
export const isPlainProse = (markdown: string): boolean =>
  // A table of many columns makes a long page of a short text; `xmpp:` is the one address that stands without brackets
  // and is not kept.
  markdown.length <= longest && !/[[<|]|xmpp:/i.test(markdown) && (markdown.match(marks)?.length ?? 0) <= mostMarks;

/** No character makes more than some 30 bytes of HTML, so this stays far below the limit of a page. */
const longest = 5000;

/** What can open a level: a quotation, an item of a list, emphasis. So many of them cannot nest too deeply. */
const marks = /[>*+_~-]|\d[.)]/g;
const mostMarks = 90;
