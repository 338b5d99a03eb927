import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { aBody, plainAt } from './testing.ts';

const faultsOf = (markdown: string): string => formatDiagnostics(aBody(markdown, { mediaAt: plainAt }).diagnostics);

/** What is found in a body that begins in line 5, as `line:column rule`. */
const foundIn = (markdown: string): readonly string[] =>
  aBody(markdown, { mediaAt: plainAt }).diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

/** The body with every line that is wrong as its diagnostic says it should stand. */
const correctedOf = (markdown: string): string => {
  const lines = markdown.split(/\r\n|\n/);
  for (const { line, corrected } of aBody(markdown, { mediaAt: plainAt }).diagnostics)
    if (corrected !== undefined) lines[line - 5] = corrected;
  return lines.join('\n');
};

/** Puts a line into places where Markdown reads the same as at the margin. */
const places: readonly (readonly [string, (markdown: string) => string])[] = [
  ['a paragraph', (one) => `Before.\n\n${one}\n\nAfter.`],
  ['a file with CRLF', (one) => `Before.\r\n\r\n${one}\r\n\r\nAfter.`],
  ['a list', (one) => `- One\n\n  ${one}\n- Two`],
  ['a quotation', (one) => `> Before.\n>\n> ${one}`],
  ['a list in a quotation', (one) => `> 1. ${one}\n>\n>    After.`],
];

describe('what a writer meant and Markdown would drop or print', () => {
  const lines = [
    ['[Photographer]: Reuters', 'lost-reference', '\\[Photographer]: Reuters'],
    ['Gusts <?= $wind ?> tonight', 'lost-html', 'Gusts \\<?= $wind ?> tonight'],
    ['Gusts <!ELEMENT wind> tonight', 'lost-html', 'Gusts \\<!ELEMENT wind> tonight'],
    ['Gusts <![CDATA[of 40 knots]]> tonight', 'lost-html', 'Gusts of 40 knots tonight'],
    ['<!-- who wrote this?', 'lost-html', '<!-- who wrote this? -->'],
    ['Late <!-- who says so?', 'lost-html', 'Late <!-- who says so? -->'],
    [
      'The [order of play](https://fair.example/order of play.html)',
      'broken-link',
      'The [order of play](https://fair.example/order%20of%20play.html)',
    ],
    ['The [plan](hall plan.pdf "Hall 1")', 'broken-link', 'The [plan](<hall plan.pdf> "Hall 1")'],
    ['The [song](song "She said "yes"")', 'broken-link', `The [song](song 'She said "yes"')`],
    [`The [song](./song.md "It's "hers"")`, 'broken-link', `The [song](./song.md "It's \\"hers\\"")`],
    ['![Row ] four](row.png)', 'missing-picture', '![Row \\] four](row.png)'],
    ['![Row [ four](row.png)', 'missing-picture', '![Row \\[ four](row.png)'],
    ['![Row][row.png]', 'missing-picture', '![Row](row.png)'],
    ['![Row](row.png | Ada Berg)', 'missing-picture', '![Row](row.png "| Ada Berg")'],
    ['![Row](row.png “The „last“ row”)', 'missing-picture', '![Row](row.png "The „last“ row")'],
    ['Of CO~2~ and 5 m^2^ each', 'unread-mark', 'Of CO<sub>2</sub> and 5 m<sup>2</sup> each'],
    ['So $a^2 + b^2 = c^2$ holds', 'unread-mark', 'So `a^2 + b^2 = c^2` holds'],
    ['So $\\frac{1}{n}$ and $k$ hold', 'unread-mark', 'So `\\frac{1}{n}` and `k` hold'],
    ['$$E = mc^2$$', 'unread-mark', '`E = mc^2`'],
    ['A :smily_cat: sleeps', 'unread-mark', 'A :smiley_cat: sleeps'],
  ] as const;

  it.each(lines)('is named, and the corrected line is right: %s', (line, rule, corrected) => {
    for (const [place, put] of places) {
      const { diagnostics } = aBody(put(line), { mediaAt: plainAt });
      expect(new Set(diagnostics.map((one) => one.rule)), place).toEqual(new Set([rule]));
      for (const one of diagnostics)
        expect(one.corrected?.endsWith(corrected), `${place}: ${one.corrected}`).toBe(true);
      expect(faultsOf(correctedOf(put(line))), place).toBe('0 errors, 0 warnings');
    }
  });

  it('is left alone in code, and behind a backslash', () => {
    for (const [line] of lines) {
      expect(faultsOf(`\`\` ${line} \`\`\n\n    ${line}\n\n\`\`\`\n${line}\n\`\`\``)).toBe('0 errors, 0 warnings');
      expect(faultsOf(line.replace(/[<[!$~^:]/g, '\\$&').replace(/\\\[(CDATA)/, '[$1'))).toBe('0 errors, 0 warnings');
    }
  });

  it('is corrected by one line where a line has several faults', () => {
    const line = 'H~2~O, [a](b c.pdf), ![x ] y](z.png) and <?x?> cost $x^2$';
    expect(correctedOf(line)).toBe('H<sub>2</sub>O, [a](<b c.pdf>), ![x \\] y](z.png) and \\<?x?> cost `x^2`');
    expect(foundIn(line)).toEqual([
      '5:2 unread-mark',
      '5:8 broken-link',
      '5:22 missing-picture',
      '5:42 lost-html',
      '5:53 unread-mark',
    ]);
  });
});

describe('cells of a table', () => {
  it('beyond its header are lost', () => {
    expect(
      faultsOf('Name | Hall\n---|---\nAda | 1\nBen | 2 | left early | by bus\nEva | 3 |  |'),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:8:9 warning lost-cell
        Unexpected cell "left early | by bus", expected at most 2 cells, as in the header of the table: it is lost.
        Give the header and the line below it as many cells, or write \\| where a bar belongs to the text, as in the line below.
        > Ben | 2 \\| left early \\| by bus
      0 errors, 1 warning"
    `);
  });

  it('are kept by the corrected line', () => {
    const header = 'Name | Hall\n---|---\n';
    const rows = ['Ben | 2 | left | by bus', '| Ben || 2 |', '| Ben || 2 || left', '| Ben | 2 | left |  |'];
    expect(rows.map((row) => correctedOf(header + row).slice(header.length))).toEqual([
      'Ben | 2 \\| left \\| by bus',
      '| Ben | 2 |',
      '| Ben |\\| 2 \\|\\| left',
      '| Ben | 2 \\| left \\|  |',
    ]);
    for (const row of rows) expect(faultsOf(correctedOf(header + row))).toBe('0 errors, 0 warnings');
  });

  it('end at a bar in code, in a quotation too', () => {
    expect(faultsOf('> | Sign | Means |\n> |---|---|\n> | `a || b` and `c | d` | either |')).toMatchInlineSnapshot(`
      "gala/opening.md:7:9 warning lost-cell
        Unexpected bar in code in a table, expected \\|: it begins a new cell, and "b\` and \`c | d\` | either" is lost.
        Put a backslash before each bar that belongs to the text.
        > > | \`a \\|\\| b\` and \`c \\| d\` | either |
      0 errors, 1 warning"
    `);
    expect(faultsOf(correctedOf('> | Sign | Means |\n> |---|---|\n> | `a || b` and `c | d` | either |'))).toBe(
      '0 errors, 0 warnings',
    );
  });

  it('make no table where the lines of its header differ', () => {
    const tables = ['a | b | c\n---|---\n1 | 2 | 3', '| `a|b` | c |\r\n|---|---|\r\n| 1 | 2 |', '- | a |\n  |:--|--:|'];
    expect(tables.map(foundIn)).toEqual([['6:1 unread-mark'], ['5:5 unread-mark'], ['6:3 unread-mark']]);
    for (const table of tables) expect(correctedOf(table)).not.toBe(table);
    for (const table of tables) expect(faultsOf(correctedOf(table))).toBe('0 errors, 0 warnings');
  });

  it('may be fewer than its header has, and hold escaped bars', () => {
    expect(faultsOf('| a | b |\n|---|---|\n| 1 |\n| `x \\| y` | 2 \\| 3 |\n\n```\na | b\n---|\n```')).toBe(
      '0 errors, 0 warnings',
    );
  });
});

describe('notes', () => {
  it('that nothing refers to, of one name, and that are not there are named', () => {
    expect(
      faultsOf(
        'A start.[^a] An end.[^wnid]\n\n[^A]: At nine.\n\n> [^a]: By the flag.\n\n- [^wind]: Force two, see[^sea]\n\n[^sea]: Calm.',
      ),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:5:21 warning lost-note
        Unexpected reference "[^wnid]", expected a note of this name: readers see it as it is written.
        Did you mean [^wind]?
        > A start.[^a] An end.[^wind]
      gala/opening.md:9:3 warning lost-note
        Unexpected second note [^a], expected a name of its own: the first is shown, and this one is lost.
        Give it another name, and write that behind the words that it belongs to.
      gala/opening.md:11:3 warning lost-note
        Unexpected note [^wind] without a reference, expected [^wind] in the text: the note is lost.
        Write [^wind] behind the words that it belongs to.
      gala/opening.md:13:1 warning lost-note
        Unexpected note [^sea] without a reference, expected [^sea] in the text: the note is lost.
        Write [^sea] behind the words that it belongs to.
      0 errors, 4 warnings"
    `);
  });

  it('have names without blanks', () => {
    expect(faultsOf('A start.[^the wind]\n\n[^the wind]: Force two.')).toMatchInlineSnapshot(`
      "gala/opening.md:5:9 warning lost-note
        Unexpected blank in "[^the wind]", expected the name of a note without any: readers see it as it is written.
        Write [^the-wind] wherever the note is named.
      gala/opening.md:7:1 warning lost-note
        Unexpected blank in "[^the wind]", expected the name of a note without any: readers see it as it is written.
        Write [^the-wind] wherever the note is named.
      0 errors, 2 warnings"
    `);
  });

  it('may be used twice, by other notes, and in cells', () => {
    expect(faultsOf('| A[^x] |\n|---|\n| B[^x] |\n\n[^x]: See[^Y].\n\n[^y]: There. `[^z]` and \\[^z]')).toBe(
      '0 errors, 0 warnings',
    );
  });
});

describe('definitions of links', () => {
  it('that are used, and comments in their form, are what they seem to be', () => {
    expect(
      faultsOf(
        '[one][Fair] and [fair  two] and ![x][p]\n\n[fair]: https://fair.example\n[Fair Two]: ./b.md "B"\n[p]: p.png\n[//]: # (a comment)\n[comment]: <> (another)',
      ),
    ).toBe('0 errors, 0 warnings');
  });

  it('count once', () => {
    expect(faultsOf('[one][a]\n\n[a]: https://a.example\n[A]: https://b.example')).toMatchInlineSnapshot(`
      "gala/opening.md:8:1 warning lost-reference
        Unexpected second address "[A]: https://b.example", expected one of this name: the first counts, and this line is lost.
        Put a backslash before the bracket if readers are to see the line; otherwise use it in a link, or remove it.
        > \\[A]: https://b.example
      0 errors, 1 warning"
    `);
  });
});

describe('code', () => {
  it('begins on the line below its fence', () => {
    expect(faultsOf('``` The order of play\nOne\n```\n\n> ~~~ Then, the end\n> Two\n> ~~~')).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 warning lost-code
        Unexpected words "The order of play" where a block of code begins, expected the name of its language: they are lost.
        Put the words on a line of their own.
      gala/opening.md:9:3 warning lost-code
        Unexpected words "Then, the end" where a block of code begins, expected the name of its language: they are lost.
        Put the words on a line of their own.
      0 errors, 2 warnings"
    `);
  });

  it('is reported where it has no end, so that what follows is code', () => {
    expect(faultsOf('```\na\n\nThe end.')).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 warning lost-code
        Unexpected \`\`\` without its end, expected \`\`\` behind the code: all that follows is shown as code.
        Write \`\`\` in a line of its own where the code ends, or a backslash before the first \` if the signs are meant.
      0 errors, 1 warning"
    `);
    expect(faultsOf('- One\n\n  ~~~~\n  a\n  ~~~\n\nThe end.')).toMatchInlineSnapshot(`
      "gala/opening.md:7:3 warning lost-code
        Unexpected ~~~~ without its end, expected ~~~~ behind the code: all that follows is shown as code.
        Write ~~~~ in a line of its own where the code ends, or a backslash before the first ~ if the signs are meant.
      0 errors, 1 warning"
    `);
    expect(faultsOf('> ```js\n> a\n> ```\n\n- ~~~\n  b\n  ~~~~~  \n\n````\n```\n````\n\n```\n```\n\n    ```')).toBe(
      '0 errors, 0 warnings',
    );
  });

  it('may say its language, and what other programs want to know', () => {
    expect(
      faultsOf('```js\na\n```\n\n~~~ python title="The order of play" {1,3} linenums\nb\n~~~\n\n```One two three```'),
    ).toBe('0 errors, 0 warnings');
  });
});

describe('HTML', () => {
  it('in comments that are closed is nobody’s business', () => {
    expect(
      faultsOf(
        '<!-- a note -->\n\nText <!-- and\nanother --> here. <!---->\n\n<!-- > -->\n\n<div>\n<!-- in a block -->\n\nText.\n</div>',
      ),
    ).toBe('0 errors, 0 warnings');
  });

  it('takes the text with it where a comment or tag is not closed', () => {
    expect(
      faultsOf('<!-- one\n\nLost.\n\n<!-- two -->\n\n<div title="hall>\nLost, too.\n\nHere.\n\n<!--\nWho?'),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:5:1 warning lost-html
        Unexpected comment "<!-- one" without its end, expected "-->" behind it: what follows is lost.
        Close the comment with --> where it is to end.
        > <!-- one -->
      gala/opening.md:11:1 warning lost-html
        Unexpected tag <div without its end, expected ">": what follows is lost.
        Close the tag, and each quotation mark in it; or put a backslash before the < if readers are to see it.
      gala/opening.md:16:1 warning lost-html
        Unexpected comment "<!--" without its end, expected "-->" behind it: what follows is lost.
        Close the comment with --> where it is to end.
      0 errors, 3 warnings"
    `);
  });
});

it.each([
  'From $5 to $10, US$5 and US$6, A$7/NZ$8, $1,000–$2,000, 5$ and 6$, ($5)',
  '$AAPL and $MSFT, $HOME/$USER, Ke$ha and $uicideboy$, $$ to $$$$, and $$ = cheap, $$$ = dear',
  '5 * 3 * 2, snake_case, 10~20~30, ~5 to ~10, ~Ada~, ^_^ and 2^10',
  '[1](see page 3) [sic](as he said) f[i](x, y) [a] (b) [0, 1[ and ]2, 3]',
  'At 10:30:45, in aa:bb:cc, std::on::x, C:\\x:y, "note:", 3:2: a draw',
  'a == b == c, x==1 && y==2, ====, a =>== b',
  'Rows | of | bars and a line\n--- of dashes',
  'A face [^_^], a class [^a-z] and [^] alone',
  'A < B, 2 <3, <3, <- and <!',
  'See [the [draft] plan](./a.md) and ![a [b] c](p.png)',
])('%j is text as it stands', (markdown) => {
  expect(faultsOf(markdown)).toBe('0 errors, 0 warnings');
  expect(aBody(markdown).text.replace(/\W/g, '')).toContain(markdown.split(/[[!]/)[0]?.replace(/\W|\\/g, ''));
});
