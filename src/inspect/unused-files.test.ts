import { expect, test } from 'vitest';
import { anEntry, anEvent, aSite } from '../core/testing.ts';
import { checkContent } from './check-content.ts';
import { aContent, aDrawing } from './testing/check.ts';

/** What is said of files beside these entries of a gala. */
const unused = async (
  entries: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
  concerns?: (file: string) => boolean,
) => {
  const texts = { 'site.yml': aSite(), 'gala/event.md': anEvent(), ...entries };
  const { diagnostics } = await checkContent(aContent(texts, others), concerns ? { concerns } : {});
  return diagnostics.map(({ file, rule, hint }) => `${file} ${rule}: ${hint}`);
};

test('a file that nothing shows is named, with what was meant or what to write', async () => {
  const found = await unused(
    { 'gala/a.md': anEntry({}, '\n[The report](reprot.pdf)\n') },
    { 'gala/report.pdf': '%PDF-1', 'gala/my pad.svg': aDrawing, 'gala/horn.mp3': 'x', 'gala/notes.xyz': 'x' },
  );
  expect(found).toEqual([
    'gala/a.md broken-link: Did you mean "./report.pdf"?',
    'gala/horn.mp3 unused-file: Show it with ![What it lets hear](horn.mp3), or put it into a folder whose name begins with an underscore.',
    'gala/my pad.svg unused-file: Show it with ![What it shows](<my pad.svg>), or put it into a folder whose name begins with an underscore.',
    'gala/notes.xyz unused-file: Remove it, or put it into a folder whose name begins with an underscore.',
    'gala/report.pdf unused-file: Did you mean it in gala/a.md, which names "reprot.pdf"?',
  ]);
});

test('what a draft, a withdrawn entry or settings show, what belongs to it, and what is set aside is not forgotten', async () => {
  const found = await unused(
    {
      'gala/event.md': anEvent({ hero: '{picture: stage.svg, alt: The stage}' }),
      'gala/a.md': anEntry({ draft: 'true' }, '\n![A](my%20pad.svg) ![B](<b c.svg>) ![C](a\\_b.svg)\n'),
      'gala/b.md': anEntry({ withdrawn: '{time: 2019-11-11T11:00, reason: Wrong.}' }, '\n![A](d.svg)\n'),
      'gala/c.md': anEntry({}, '\n![The horn](horn.wav "Heard")\n'),
      'gala/horn.md': 'What is heard.\n',
      'gala/_notes.md': 'plan.pdf',
    },
    {
      ...{
        'gala/stage.svg': aDrawing,
        'gala/my pad.svg': aDrawing,
        'gala/b c.svg': aDrawing,
        'gala/a_b.svg': aDrawing,
      },
      ...{ 'gala/d.svg': aDrawing, 'gala/_raw/x.psd': 'x', 'gala/Thumbs.db': 'x', 'gala/plan.pdf': 'x' },
      'gala/horn.wav': `RIFF\0\0\0\0WAVEdata\0\0\0\0${'\0'.repeat(20)}`,
      'gala/horn.vtt': 'WEBVTT',
      'public/x.pdf': 'x',
    },
  );
  expect(found).toEqual([]);
});

test('only the files that concern are looked at', async () => {
  const others = { 'gala/x.pdf': '%PDF-1', 'gala/y.pdf': '%PDF-1' };
  expect(await unused({}, others, (file) => file === 'gala/y.pdf')).toEqual([
    expect.stringContaining('gala/y.pdf unused-file: Link to it with [What it is](y.pdf), or put it'),
  ]);
});

test('a Markdown file named like a sound beside it is an entry where it has fields', async () => {
  const wav = `RIFF\0\0\0\0WAVEdata\0\0\0\0${'\0'.repeat(20)}`;
  const shows = anEntry({}, '\n![The horn](horn.wav)\n');
  expect(await unused({ 'gala/horn.md': shows }, { 'gala/horn.wav': wav })).toEqual([]);
  expect(await unused({ 'gala/horn.md': 'No fields.\n' }, {})).toEqual([
    expect.stringContaining('gala/horn.md front-matter-missing'),
  ]);
  expect(
    await unused(
      {
        'gala/a.md': anEntry({}, '\n![The horn](horn.wav) [What](horn.md)\n'),
        'gala/horn.md': 'Ada: [x](yesterday.md)\n',
      },
      { 'gala/horn.wav': wav },
    ),
  ).toEqual([
    'gala/a.md broken-link: Link to the entry that shows the sound.',
    'gala/horn.md broken-link: Correct the path: it starts at the folder of this file.',
  ]);
});
