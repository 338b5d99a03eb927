import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { otherMarks } from './other-marks.ts';
import { aBody, plainAt } from './testing.ts';

const found = (markdown: string) => aBody(markdown, { mediaAt: plainAt }).diagnostics;

/** The body with every line that is wrong as its diagnostic says it should stand. */
const correctedOf = (markdown: string): string => {
  const lines = markdown.split('\n');
  for (const { line, corrected } of found(markdown)) if (corrected !== undefined) lines[line - 5] = corrected;
  return lines.join('\n');
};

/** Each with what its line should be, where a line can fix it. */
const marks: readonly (readonly [line: string, corrected?: string])[] = [
  ['Back to [[The first night]] now'],
  ['Back to [[first-night|the first night]] now'],
  ['See [[https://fair.example/map][the map]] first', 'See [the map](https://fair.example/map) first'],
  ['## The second night {#second}', '## The second night'],
  ['The doors open. {: .lead}', 'The doors open.'],
  ['The [doors]{.smallcaps} open', 'The doors open'],
  ['The [hall](https://fair.example/hall){target="_blank"} opens', 'The [hall](https://fair.example/hall) opens'],
  ['Speed is \\(v\\) or \\(\\frac{s}{t}\\) here'],
  ['So \\[ s = v t \\] holds'],
  ['{{< figure src="a.png" >}}'],
  ['The {{ site.name }} opens'],
  ['{% include map.html %} shows it'],
  ['[TOC]'],
  ['[[_TOC_]]'],
  ['Made ^new^ and ~old~', 'Made <sup>new</sup> and ~~old~~'],
  ['Now ++with supper++ each night', 'Now <ins>with supper</ins> each night'],
  ['The winner is ||Ada Berg|| again'],
  ['@[youtube](https://youtube.com/watch?v=x1)'],
  ['A record^[By two seconds.] falls'],
  ['*[UCI]: Union Cycliste Internationale'],
  ['Late %%who says so?%% again', 'Late <!-- who says so? --> again'],
  ['###Results', '### Results'],
  ['== Results ==', '## Results'],
  ['h3. Results', '### Results'],
  ["The '''last''' lap", 'The <strong>last</strong> lap'],
  ['The [b]last[/b] lap', 'The <b>last</b> lap'],
  ['The ==winn==er is here', 'The <mark>winn</mark>er is here'],
  ['The (hall)[https://fair.example/hall] opens', 'The [hall](https://fair.example/hall) opens'],
  ['The [hall] (https://fair.example/hall) opens', 'The [hall](https://fair.example/hall) opens'],
  ['The [hall][map] opens'],
  ['The [old hall][] opens'],
  ['The plan ![of the hall][plan] is here'],
  ['Go to <https://fair.example/the hall.pdf> now', 'Go to <https://fair.example/the%20hall.pdf> now'],
  ['[quote="Ada"]We made it[/quote]'],
  ['[gallery ids="1,2,3"]'],
  ['!!! warning "Late trains"'],
  ['::: {.callout}'],
  ['.. note:: The doors are closed.'],
  ['#+BEGIN_QUOTE'],
  ['It starts <t:1700000000:R> there'],
];

describe('a mark of another program', () => {
  it.each(marks)('is named with its place, and the corrected line is right: %s', (line = '', corrected) => {
    for (const put of [
      (one: string) => `Before.\n\n${one}\n\nAfter.`,
      (one: string) => `- One\n\n  ${one}\n- Two`,
      (one: string) => `> Before.\n>\n> ${one}`,
    ]) {
      const diagnostics = found(put(line));
      expect(diagnostics.map(({ rule }) => rule)).toContain('unread-mark');
      expect(new Set(diagnostics.map((one) => one.line))).toEqual(new Set([7]));
      if (corrected === undefined) continue;
      expect(correctedOf(put(line))).toBe(put(corrected));
      expect(found(correctedOf(put(line)))).toEqual([]);
    }
  });

  it('is none in code, or behind backslashes', () => {
    for (const [line] of marks) {
      expect(found(`\`\` ${line} \`\`\n\n    ${line}\n\n\`\`\`\n${line}\n\`\`\``), line).toEqual([]);
      const isFormula = /\\[([]/.test(line);
      if (!isFormula) expect(found(line.replace(/[!-/:-@[-`{-~]/g, '\\$&')), line).toEqual([]);
    }
  });

  it('says where it is, what it is, and what to write', () => {
    expect(
      formatDiagnostics(found('The end.\n\nSee [[finale]] and {{ page.url }}.\n\nLap\n: one round\n: one knee')),
    ).toMatchInlineSnapshot(`
      "gala/opening.md:7:5 warning unread-mark
        Unexpected "[[finale]]", expected a link in Markdown: readers see it as it is written.
        Write [text](file.md), with the file of the entry or page, or the words alone.
      gala/opening.md:7:20 warning unread-mark
        Unexpected "{{ page.url }}", expected what it stands for: readers see it as it is written.
        Write in Markdown what the other program would put there; write it as code if readers are to see it.
      gala/opening.md:10:1 warning unread-mark
        Unexpected ": one round", expected a list in Markdown: readers see it as it is written.
        Write - **Word**: and what it means, in one line each, or <dl>, <dt> and <dd>.
      0 errors, 3 warnings"
    `);
  });
});

describe('a list of another program', () => {
  it.each([
    ['• One boat\n• Two boats\n• Three', '- One boat\n- Two boats\n- Three'],
    ['Those at the start:\n▪ Ada\n▪ Ben', 'Those at the start:\n- Ada\n- Ben'],
    ['-\u00a0One boat\n-\u00a0Two boats', '- One boat\n- Two boats'],
    ['・一隻目\n・二隻目', '- 一隻目\n- 二隻目'],
    ['1、第一艘\n2、第二艘\n3、第三艘', '1. 第一艘\n2. 第二艘\n3. 第三艘'],
  ])('is reported with each of its lines, as it should stand: %j', (written, corrected) => {
    for (const quoted of [(text: string) => text, (text: string) => text.replace(/^/gm, '> ')]) {
      expect(found(quoted(written)).length).toBe(written.match(/[•▪・、]|-\u00a0/g)?.length);
      expect(correctedOf(quoted(written))).toBe(quoted(corrected));
      expect(found(quoted(corrected))).toEqual([]);
    }
  });

  it.each([
    '• One alone',
    'One • two • three\nFour • five',
    '• One\\\n• Two',
    '• One  \n• Two',
    '• One\n\n• Two',
    '– Yes.\n– No.',
    '●',
    '船は\n・ジョン・スミス号だ',
    '三月1、\n2、3日',
  ])('is none, where its lines stand alone: %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('an address of which a line break makes two is reported', () => {
  expect(formatDiagnostics(found('See [the map](https://fair.example/\nmap.pdf) first'))).toMatchInlineSnapshot(`
    "gala/opening.md:5:5 warning unread-mark
      Unexpected "[the map](https://fair.example/ map.pdf)", expected an address in one line: readers see it as it is written.
      Write [text](address) in one line, with nothing between the parts of the address.
    0 errors, 1 warning"
  `);
  expect(found('See [the map](https://fair.example/map.pdf\n"The map") first')).toEqual([]);
});

it('words of a list of terms are found on the first line of a text, too', () => {
  expect(found('Lap\n: one round\n').map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "Unexpected ": one round", expected a list in Markdown: readers see it as it is written",
    ]
  `);
});

describe('what only looks like a mark', () => {
  it.each([
    'From $5 to $10, or ~5 km and ~6 km, or ~ca. 5 to ~6',
    'C++ and C# and D++ with i++ and ++j; a || b || c, and x || y',
    'The field a[[i]] and [[1, 2], [3, 4]] and [["a"]]',
    'A face ^_^ and ^^ and x^y, 10^6, ~Ada~',
    'Half [sic] of it \\[sic\\] and \\(see there\\) and 100%% of 50%%',
    'Ratio: 3 to 1\nTime: 12:30 and 1:2:3',
    'Hello @ada and !important and ada@example.org',
    'A set {a, b} of {x = 1} and {name}',
    'They said !!! and ??? and ::: and === and ###',
    '#hashtag and #1 and ##',
    "\"Quoted ''twice''\" and rock 'n' roll",
    '* [ ] open\n* [x] done',
    'Voici le résultat de la journée, avec tous les détails que nous avons\n: trois victoires',
    '„Anführung“ [a] [b] [i] und [1] und [url]',
    'Press h2 for help. NOTE: closed. image: none',
    'A table | of | bars',
    '[^1] note\n\n[^1]: Here.',
    'Follow https://example.com/~ada/x~y and ~/notes/~ada',
    'Text ==marked== and H<sub>2</sub>O',
    '<!-- more -->',
    'See [1] (https://fair.example/a), [sic] (not so), and the hall [see there] (page 5)',
    'See [it][map], [map][] and [map].\n\n[map]: https://fair.example/map',
    'grid[row][column], [1][2], and [^one][^two].\n\n[^one]: One.\n\n[^two]: Two.',
    'Is 3 < 4 and <https://fair.example/> or <ada@fair.example> > 2',
  ])('is left alone: %s', (line) => {
    expect(found(line)).toEqual([]);
  });
});

it('every mark is looked for without going back again and again, however a hostile line repeats what it begins with', () => {
  const pieces = [
    '[[',
    '[a',
    '[a]{',
    '{#a ',
    '{{',
    '{% a',
    '^[a',
    '%%a',
    '++ab',
    '||ab',
    '^a',
    '~a',
    '\\(',
    '\\[=',
    '[b]',
    "'''a",
    '    ',
    '\uFFFE',
    '<t:1',
    '[ab] (',
    '[ab] (https://a.b',
    '[ab][',
    '[ab](https://a.b\n',
    '<https://a.b c',
    '• a\n',
    '•\u00a0',
    '-\u00a0a\n',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(100_000 / piece.length);
    for (const { pattern } of otherMarks) expect([...text.matchAll(pattern)].length).toBeLessThanOrEqual(text.length);
  }
});
