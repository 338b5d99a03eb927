/**
 * What of a text has to be read to know whether something is wrong in it: nothing, for prose without links, pictures,
 * notes, HTML or tables; the paragraphs with brackets, where those can only be links and pictures that stand in one
 * paragraph; otherwise all of it. Every line keeps its number. `parseBody` and `finishBody` report the same of this part
 * as of the whole, so that a check, which reads nothing else, takes a fraction of the time.
 */
export const doubtfulPart = (markdown: string): string => {
  const counted = (pattern: RegExp): number => markdown.match(pattern)?.length ?? 0;
  if (
    markdown.length > longest ||
    counted(marks) > mostMarks ||
    counted(/!\[/g) > mostPictures ||
    elsewhere.test(markdown)
  ) {
    return markdown;
  }
  if (!markdown.includes('[')) return '';
  if (beyondParagraph.test(markdown)) return markdown;
  return markdown.replace(paragraph, (lines) => (lines.includes('[') ? lines : lines.replace(/[^\r\n]+/g, '')));
};

/** No character makes more than some 30 bytes of HTML, so this stays far below the limit of a page. */
const longest = 5000;

/** A picture makes more HTML than all its characters would as text. */
const mostPictures = 30;

/** What can open a level: a quotation, an item of a list, emphasis. So many of them cannot nest too deeply. */
const marks = /[>*+_~-]|\d[.)]/g;
const mostMarks = 90;

// Directives; HTML and characters written by number; a table, of which many columns make a long page of a short text; the one address that stands without brackets
// and is not kept; names of emoji; formulas, small letters, and words behind fences.
const elsewhere =
  /[<|]|xmpp:|&#|::|:[a-z][\w+-]*:|\$[^$]*[\\^_={}<>≤≥+*/-][^$]*\$|\$[a-z]\$|[~^][^\s~^]{1,8}[~^]|(?:`{3}|~{3})[^\r\n]*\S[ \t]+\S/i;

// Notes and definitions, which are used elsewhere; code, in which nothing is a link, and what may begin or hide it.
const beyondParagraph = /\r(?!\n)|\[\^|\]:|[`~\\\t&]|^ {2,}|^[>\-*+#=]|^\d+[.)]/m;

const paragraph = /[^\r\n]+(?:\r?\n[^\r\n]+)*/g;
