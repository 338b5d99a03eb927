import { expect, test } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSmallArchive, galaWith } from './testing.ts';
import { heroesOf, textsOf } from './texts.ts';

const reported = (drafts: boolean): string[] =>
  textsOf(readArchive(aSmallArchive(), { drafts }).archive).map(
    ({ event, text, slug }) => `${event}: ${slug ?? '(standfirst)'} in ${text.file}:${text.line}`,
  );

test('the texts of an archive are its standfirsts and the bodies that readers may see', () => {
  expect(reported(false)).toMatchInlineSnapshot(`
    [
      "later: (standfirst) in later/event.md:9",
      "gala: (standfirst) in gala/event.md:15",
      "gala: first in gala/2019-11-11/0001-first.md:7",
      "gala: last in gala/last.md:7",
      "gala: word in gala/word.md:8",
      "flight: (standfirst) in flight/event.md:9",
    ]
  `);
});

test('a draft has a text where drafts are part of the archive', () => {
  expect(reported(true).filter((one) => !reported(false).includes(one))).toMatchInlineSnapshot(`
    [
      "gala: draft in gala/draft.md:8",
    ]
  `);
});

test('the texts are the same objects each time, so that what is made of them can be found again', () => {
  const { archive } = readArchive(galaWith({ 'gala/a.md': anEntry({}, 'Some *text*.\n') }));
  expect(textsOf(archive)[1]).toEqual({
    event: 'gala',
    slug: 'a',
    text: { file: 'gala/a.md', line: 5, markdown: 'Some *text*.\n' },
  });
  expect(textsOf(archive)[1]?.text).toBe(archive.events[0]?.entries[0]?.body);
  expect(textsOf(archive)[0]?.text).toBe(archive.events[0]?.standfirst);
});

test('what stands below the picture of an event is a text of one line', () => {
  const hero = '\n  picture: stage.png\n  alt: The stage\n  caption: At *night* | [Ada](https://ada.example)';
  const { archive } = readArchive(galaWith({ 'gala/event.md': anEvent({ hero }) }));
  expect(textsOf(archive).slice(1, 3)).toEqual([
    { event: 'gala', text: { file: 'gala/event.md', line: 11, markdown: 'At *night*', inline: true } },
    { event: 'gala', text: { file: 'gala/event.md', line: 11, markdown: '[Ada](https://ada.example)', inline: true } },
  ]);
});

test('the heroes are the pictures that settings name, each with the place where they do', () => {
  const { archive } = readArchive(
    galaWith({
      'gala/event.md': anEvent({ hero: '{picture: stage.png, alt: The stage}' }),
      'plain/event.md': anEvent(),
    }),
  );
  expect(heroesOf(archive)).toMatchInlineSnapshot(`
    [
      {
        "as": "hero",
        "event": "gala",
        "picture": "gala/stage.png",
        "place": {
          "column": 17,
          "file": "gala/event.md",
          "line": 8,
        },
      },
      {
        "as": "large",
        "event": "gala",
        "picture": "gala/stage.png",
        "place": {
          "column": 17,
          "file": "gala/event.md",
          "line": 8,
        },
      },
    ]
  `);
});
