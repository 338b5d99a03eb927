/** A mark of another program that stands raw in Markdown. */
type OtherMark = {
  /** A text without which there is no such mark: most bodies hold none. */
  readonly sign: RegExp;
  /** Looked for in what readers see; `\uFFFE` stands there for each character that they do not see as it is written. */
  readonly pattern: RegExp;
  /** The pattern is to see marks behind backslashes, too. */
  readonly seesEscapes?: true;
  /** What was meant, as in "expected …". */
  readonly meant: string;
  /** What is to be written instead, or what is to be decided. */
  readonly hint: string;
  /** What stands there instead, made from the groups of the pattern as they were written. */
  readonly instead?: (...groups: string[]) => string;
};

const attribute = String.raw`(?:[#.]\p{L}[\p{L}\p{N}_:.-]*|[\w-]+=(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s{}"']+))`;
const attributes = String.raw`${attribute}(?:[ \t]+${attribute})*`;
const names = String.raw`(?:[#.]\p{L}[\p{L}\p{N}_:.-]*)(?:[ \t]+${attribute})*`;
/** Behind marks of Markdown and blanks alone. What follows is looked at first: a long line is not gone back for nothing. */
const atLineStart = (first: string): string => String.raw`(?=${first})(?<=^[ \t\uFFFE]{0,200})`;
const lineEnd = String.raw`(?=[ \t]*$)`;

const remove = (): string => '';
const words = (text = ''): string => text;

/** Every such mark, in the order in which they are looked for: of two at one place the first is named. */
export const otherMarks: readonly OtherMark[] = [
  {
    sign: /toc\b/i,
    pattern: new RegExp(
      String.raw`${atLineStart('[[${]')}(?:\[\[?[_\uFFFE]?TOC[_\uFFFE]?\]\]?|\$\{toc\}|\{:toc\}|\{\{ ?toc ?\}\})${lineEnd}`,
      'gimu',
    ),
    meant: 'text, for there is no list of contents within',
    hint: 'Remove the line.',
  },
  {
    sign: /\]\[/,
    pattern: /(?<![\p{L}\p{N}\])])\[\[([^[\]\r\n]+)\]\[([^[\]\r\n]+)\]\]/gu,
    meant: 'a link in Markdown',
    hint: 'Write [text](address).',
    instead: (address = '', text = '') => `[${text}](${/\s/.test(address) ? `<${address}>` : address})`,
  },
  {
    sign: /\[\[/,
    pattern: /(?<![!\\\p{L}\p{N}_\])])\[\[(?=[^[\]\r\n]*\p{L}{2})([^[\]"'(){};=\\\r\n]+)\]\]/gu,
    seesEscapes: true,
    meant: 'a link in Markdown',
    hint: 'Write [text](file.md), with the file of the entry or page, or the words alone.',
  },
  {
    sign: /:::/,
    pattern: new RegExp(String.raw`${atLineStart(':::')}:{3,}[ \t]*(?:\{[^{}\r\n]*\})${lineEnd}`, 'gmu'),
    meant: 'Markdown without containers',
    hint: 'Write the text alone, or as an alert: > [!NOTE], and lines that begin with >.',
  },
  {
    sign: /\]\{/,
    pattern: new RegExp(String.raw`(?<!!|:[\w-]{0,30})\[([^[\]\r\n]+)\]\{:?[ \t]*${attributes}[ \t]*\}`, 'gu'),
    meant: 'the words alone, for text has no classes',
    hint: 'Write the words alone, or in bold or italics.',
    instead: words,
  },
  {
    sign: /\{:?[ \t]*[#.\p{L}]/u,
    pattern: new RegExp(
      String.raw`(?<=[)\uFFFE])\{:?[ \t]*${attributes}[ \t]*\}|[ \t]?(?<!:[\w-]{0,30}(?:\[[^\]\r\n]{0,200}\])?)\{:?[ \t]*${names}[ \t]*\}${lineEnd}|${atLineStart('[{]')}\{:[ \t]*${attributes}[ \t]*\}${lineEnd}`,
      'gmu',
    ),
    meant: 'Markdown without attributes',
    hint: 'Remove it: ids and looks are given by Recapsule.',
    instead: remove,
  },
  {
    sign: /\{\{|\{%/,
    pattern: /\{\{[^{}\r\n]*[\p{L}\p{N}\uFFFE][^{}\r\n]*\}\}|\{%-?[ \t]*\p{L}[^{}\r\n]*%\}/gu,
    meant: 'what it stands for',
    hint: 'Write in Markdown what the other program would put there; write it as code if readers are to see it.',
  },
  {
    sign: /!!!|\?\?\?/,
    pattern: new RegExp(
      String.raw`${atLineStart('[!?]')}(?:!!!|\?\?\?\+?)[ \t]+[a-z]+(?:[ \t]+"[^"\r\n]*")?${lineEnd}`,
      'gmu',
    ),
    meant: 'an alert in Markdown',
    hint: 'Write > [!NOTE] and the text in lines that begin with >.',
  },
  {
    sign: /[@!]/,
    pattern:
      /[@!](?:youtube|vimeo|video|audio|embed|tweet|twitter|iframe|bilibili)(?=[[\uFFFE])|@(?=\[(?:youtube|vimeo|video|audio|embed|tweet|twitter|iframe|bilibili)\]|\uFFFE(?:youtube|vimeo|video|audio|embed|tweet|twitter|iframe|bilibili)\uFFFE)/giu,
    meant: 'a link in Markdown',
    hint: 'Write [The title](https://…) alone in a paragraph: it becomes a card.',
  },
  {
    sign: /\^\[/,
    pattern: /\^\[(?=[^[\]\r\n]*\p{L})[^[\]\r\n]+\](?!\()/gu,
    meant: 'a note with a name',
    hint: 'Write [^1] here, and in a paragraph of its own [^1]: and the text of the note.',
  },
  {
    sign: /\*\[/,
    pattern: new RegExp(String.raw`${atLineStart('[*]')}\*\[([^[\]\r\n]+)\]:[ \t]+(\S[^\r\n]*)`, 'gmu'),
    meant: '<abbr> where the word stands',
    hint: 'Write <abbr title="The whole words">HTML</abbr> where the word stands, and remove this line.',
  },
  {
    sign: /:[ \t]/,
    pattern:
      /(?<=[\r\n])(?=[ \t\uFFFE]{0,60}:[ \t])(?<=(?:(?<![\s\S])|[\r\n][ \t\uFFFE]{0,60}\r?\n)[^\r\n]{0,60}[^\s:.!?;,][ \t]?\r?\n)[ \t\uFFFE]*:[ \t]+[^\r\n]+/gu,
    meant: 'a list in Markdown',
    hint: 'Write - **Word**: and what it means, in one line each, or <dl>, <dt> and <dd>.',
  },
  {
    sign: /%%/,
    pattern: /(?<![\d%])%%(?![%\s])(?=[^%\r\n]*\p{L})([^%\r\n]+)%%(?!%)/gu,
    meant: 'a comment in HTML',
    hint: 'Write <!-- … -->, or remove it.',
    instead: (text = '') => `<!-- ${text.replace(/--+/g, '–').trim()} -->`,
  },
  {
    sign: /%%/,
    pattern: new RegExp(`${atLineStart('%%')}%%${lineEnd}`, 'gmu'),
    meant: 'a comment in HTML',
    hint: 'Write <!-- before the comment and --> behind it, or remove it.',
  },
  {
    sign: /\+\+/,
    pattern: /(?<![\p{L}\p{N}+])\+\+(?![\s+])(?=[^+\r\n]*\p{L}{2})([^+;=()\r\n]*[^\s+;=()])\+\+(?![\p{L}\p{N}+])/gu,
    meant: '<ins>',
    hint: 'Write it as HTML, or put a backslash before each sign if it is meant.',
    instead: (text = '') => `<ins>${text}</ins>`,
  },
  {
    sign: /\|\|/,
    pattern: /(?<![\p{L}\p{N}|)\uFFFE])\|\|(?![\s|])(?=[^|]*\p{L}{2})[^|\r\n]*[^\s|]\|\|(?![\p{L}\p{N}|(\uFFFE])/gu,
    meant: 'text that all may read',
    hint: 'Write the words alone, or put them into <details>, where readers open them.',
  },
  {
    sign: /\^/,
    pattern: /(?<![\p{L}\p{N}\])^])\^([\p{L}\p{N}][\p{L}\p{N}+−-]{0,19})\^(?![\p{L}\p{N}^])/gu,
    meant: '<sup>',
    hint: 'Write it as HTML, or put a backslash before each mark if it is meant.',
    instead: (text = '') => `<sup>${text}</sup>`,
  },
  {
    sign: /~/,
    pattern: /(?<![\p{L}\p{N}~/\])])~([\p{Ll}\p{Lo}](?:[^~/\r\n]{0,98}[^\s~/])?)~(?![\p{L}\p{N}~])/gu,
    meant: 'two tildes, or <sub>',
    hint: 'Write ~~words~~ for what is struck out, and <sub> for small letters.',
    instead: (text = '') => `~~${text}~~`,
  },
  {
    sign: /##/,
    pattern: new RegExp(String.raw`${atLineStart('##')}(#{2,6})(?=\p{L})`, 'gmu'),
    meant: 'a blank behind the signs of a heading',
    hint: 'Put a blank behind them.',
    instead: (signs = '') => `${signs} `,
  },
  {
    sign: /={2}[ \t]/,
    pattern: new RegExp(String.raw`${atLineStart('==')}(={2,6})[ \t]([^=\r\n]{1,200}?)[ \t]\1${lineEnd}`, 'gmu'),
    meant: 'a heading in Markdown',
    hint: 'Write ## and the words.',
    instead: (signs = '', text = '') => `${'#'.repeat(signs.length)} ${text}`,
  },
  {
    sign: /h[1-6]\./,
    pattern: new RegExp(String.raw`${atLineStart('h')}h([1-6])\.[ \t]+(?=\S)`, 'gmu'),
    meant: 'a heading in Markdown',
    hint: 'Write ## and the words.',
    instead: (level = '2') => `${'#'.repeat(Number(level))} `,
  },
  {
    sign: /\\[([]/,
    pattern:
      /\\\([ \t]*(?:\p{L}|(?:(?!\\[()_*:./=^])[^\r\n]){0,200}(?:\\\p{L}|[\^_{}=<>])(?:(?!\\[()_*:./=^])[^\r\n]){0,200})[ \t]*\\\)|\\\[(?:(?!\\[[\]_*:./=^])[^\r\n]){0,200}(?:\\\p{L}|[\^_{}=<>])(?:(?!\\[[\]_*:./=^])[^\r\n]){0,200}\\\]/gu,
    seesEscapes: true,
    meant: 'code or HTML, for there are no formulas',
    hint: 'Write it as code, or with <sub> and <sup>, or show a picture of it.',
  },
  {
    sign: /==\p{L}/u,
    pattern: /(?<![\p{L}\p{N}=<>!])==(?![\s=])(?=[^=\r\n]*\p{L}{2})([^=\r\n]*[^\s=])==(?=[\p{Ll}\p{Lu}])/gu,
    meant: '<mark>',
    hint: 'Write it as HTML: the signs have no letter behind them.',
    instead: (text = '') => `<mark>${text}</mark>`,
  },
  {
    sign: /\)\[/,
    pattern: /\(([^()\r\n]{1,100})\)\[(\uFFFE{8,}|https?:\/\/[^\s\]]+)\]/gu,
    meant: 'the text in square brackets and the address in round ones',
    hint: 'Write [text](address).',
    instead: (text = '', address = '') => `[${text}](${address})`,
  },
  {
    sign: /'''/,
    pattern: /'''(?!')([^'\r\n]+)'''(?!')/gu,
    meant: 'emphasis in Markdown',
    hint: 'Write **words**.',
    instead: (text = '') => `<strong>${text}</strong>`,
  },
  {
    sign: /\[\//,
    pattern: /\[(b|i|u|s)\]([^[\]\r\n]+)\[\/\1\]/giu,
    meant: 'HTML or Markdown',
    hint: 'Write **bold** and *italics*.',
    instead: (tag = '', text = '') => `<${tag.toLowerCase()}>${text}</${tag.toLowerCase()}>`,
  },
  {
    sign: /\[\//,
    pattern:
      /\[(url|img|quote|code|color|size|center|spoiler|list|caption|embed|gallery|video|audio)(?:[ \t=][^[\]\r\n]*)?\](?=[^[]*\[\/\1\])/giu,
    meant: 'Markdown',
    hint: 'Write [text](address) for a link, ![What it shows](file.jpg) for a picture, and > before each line of a quotation.',
  },
  {
    sign: /\[(?:gallery|caption|embed|youtube|video|audio|playlist)[ \t]/,
    pattern: /\[(?:gallery|embed|youtube|video|audio|playlist)[ \t]+[\w-]+=[^[\]\r\n]*\]/gu,
    meant: 'Markdown',
    hint: 'Write ![What it shows](file.jpg) for each picture or video.',
  },
  {
    sign: /::/,
    pattern: new RegExp(
      String.raw`${atLineStart('[.iva]')}(?:\.\.[ \t]+[a-z-]+::|(?:image|video|audio|include)::\S)[^\r\n]*`,
      'gmu',
    ),
    meant: 'Markdown without directives',
    hint: 'Write ![What it shows](file.jpg) for a picture, and > [!NOTE] above an alert.',
  },
  {
    sign: /#\+|\\[a-z]/,
    pattern: new RegExp(
      String.raw`${atLineStart('[#\\\\]')}(?:#\+[A-Za-z_]+:?[^\r\n]*|\\(?:newpage|pagebreak|tableofcontents|toc)${lineEnd})`,
      'gmu',
    ),
    meant: 'Markdown',
    hint: 'Remove the line.',
  },
  {
    sign: /<[@#t:a]/,
    pattern: /<(?:t:\d{6,}(?::[a-zA-Z])?|@[!&]?\d{6,}|#\d{6,}|a?:\w+:\d{6,})>/gu,
    meant: 'a time or name in words',
    hint: 'Write in words what the other program would show.',
  },
];
