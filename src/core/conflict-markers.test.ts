import { describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, aSite, faultsIn, galaWith } from './testing.ts';

/** Where conflict markers are found in an entry, as `line marker`. */
const markersIn = (text: string, file = 'gala/a.md'): readonly string[] =>
  readArchive(galaWith({ [file]: text })).diagnostics.map(
    ({ rule, line, message }) => `${rule} ${line} ${/"(.*)"/.exec(message)?.[1]}`,
  );

const ours = '<<<<<<< HEAD';
const theirs = '>>>>>>> news/evening';

describe('what git could not merge', () => {
  it('is an error at each of its lines', () => {
    expect(
      faultsIn(galaWith({ 'gala/a.md': anEntry({}, `Doors.\n\n${ours}\nAt six.\n=======\nAt seven.\n${theirs}\n`) })),
    ).toMatchInlineSnapshot(`
        "gala/a.md:7:1 error conflict-marker
          Unexpected "<<<<<<< HEAD", expected text: git could not merge what stands around this line.
          Keep one of the versions, or make one of both, and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.
        gala/a.md:9:1 error conflict-marker
          Unexpected "=======", expected text: git could not merge what stands around this line.
          Keep one of the versions, or make one of both, and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.
        gala/a.md:11:1 error conflict-marker
          Unexpected ">>>>>>> news/evening", expected text: git could not merge what stands around this line.
          Keep one of the versions, or make one of both, and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.
        3 errors, 0 warnings"
      `);
  });

  it('is found with the common version between, and in files with CRLF', () => {
    const body = `${ours}\nSix\n||||||| 1a2b3c4\nFive\n=======\nSeven\n${theirs}\n`;
    const found = ['5 <<<<<<< HEAD', '7 ||||||| 1a2b3c4', '9 =======', `11 ${theirs}`].map(
      (one) => `conflict-marker ${one}`,
    );
    expect(markersIn(anEntry({}, body))).toEqual(found);
    expect(markersIn(anEntry({}, body).replaceAll('\n', '\r\n'))).toEqual(found);
  });

  it('is all that is said of front matter that holds it', () => {
    const split = `---\n${ours}\ntitle: One\n=======\ntitle: Two\n${theirs}\ntime: 2019-11-11T10:00\n---\n\nText.\n`;
    const found = ['2 <<<<<<< HEAD', '4 =======', `6 ${theirs}`].map((one) => `conflict-marker ${one}`);
    expect(markersIn(split)).toEqual(found);
    expect(markersIn(split, 'gala/event.md')).toEqual(found);
  });

  it('is found where both sides added the file, and in the settings of the archive', () => {
    expect(markersIn(`${ours}\n${anEntry()}=======\n${anEntry()}${theirs}\n`)[0]).toBe(
      'conflict-marker 1 <<<<<<< HEAD',
    );
    expect(markersIn(`${aSite()}${ours}\n=======\nlinks: []\n${theirs}\n`, 'site.yml')[0]).toMatch(
      /^conflict-marker \d+ <<<<<<< HEAD$/,
    );
  });

  it.each([
    [`A start.\n\n${theirs}`, `7 ${theirs}`],
    ['<<<<<<< Updated upstream\nA start.', '5 <<<<<<< Updated upstream'],
    ['A start.\n||||||| merged common ancestors\nAn end.', '6 ||||||| merged common ancestors'],
    [`~~~\ncode\n  ~~~\n\n${theirs}`, `9 ${theirs}`],
    [`\`\`\`not code\`\`\`\n${theirs}`, `6 ${theirs}`],
  ])('is found by one line that was left of it: %j', (body, found) => {
    expect(markersIn(anEntry({}, body))).toEqual([`conflict-marker ${found}`]);
  });

  it.each([
    'A heading\n=======\n\nText.',
    'Text.\n\n=======',
    '```\n<<<<<<< HEAD\n=======\n>>>>>>> branch\n```',
    '~~~~ diff\n<<<<<<< HEAD\n~~~\n>>>>>>> branch\n~~~~',
    '    <<<<<<< HEAD\n\n- One\n\n  <<<<<<< HEAD',
    'Such a line begins with <<<<<<< and ends with >>>>>>>.',
    '<<<<<<<<\n\n>>>>>>>> eight',
    '| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n|||||||\n||||||| all |',
  ])('is not what looks like it: %j', (body) => {
    expect(markersIn(anEntry({}, body))).toEqual([]);
  });
});
