import { describe, expect, it } from 'vitest';
import { hostileOf } from './case-of.ts';
import { allFormats } from './formats/formats.ts';
import { strings } from './strings.ts';

const numbers = Array.from({ length: 500 }, (_, index) => index + 1);

describe('500 hostile inputs', () => {
  it('are the same for the same seed, in whatever order they are asked for', () => {
    const some = numbers.filter((number) => number % 9 === 0);
    const once = some.map((number) => hostileOf(number, 1));
    const again = some.toReversed().map((number) => hostileOf(number, 1));
    expect(again.toReversed()).toEqual(once);
  });

  it('are others for another seed', () => {
    const same = numbers.filter((number) => number < 100 && hostileOf(number, 1).name === hostileOf(number, 2).name);
    expect(same.length).toBeLessThan(50);
  });

  it('have names of one line, nearly all of them different', () => {
    const names = numbers.map((number) => hostileOf(number, 1).name);
    expect(names.filter((name) => name.length > 200 || /\p{Cc}/u.test(name))).toEqual([]);
    expect(new Set(names).size).toBeGreaterThan(450);
  });

  it('hold every naughty string in every format', () => {
    const parts = numbers.map((number) => hostileOf(number, 1)).filter(({ name }) => name.includes('naughty strings'));
    expect(new Set(parts.map(({ name }) => name)).size).toBe(allFormats.length * Math.ceil(strings.length / 100));
    const titles = parts.flatMap(({ file, source }): string[] =>
      file === 'feed.json' ? JSON.parse(String(source)).items.map(({ title }: { title: string }) => title) : [],
    );
    expect(strings.filter((text) => !titles.includes(text))).toEqual([]);
  });
});

it('the first 30 are of every kind', () => {
  const names = numbers.slice(0, 30).map((number) => hostileOf(number, 1).name);
  const marks = [
    'cut off after',
    ' in UTF-16LE',
    ' levels',
    'laughs',
    'an entity of',
    'names such as',
    'the controls of C0',
    'naughty strings',
    ' times that are none',
    'of another kind',
    'wound',
    ' times',
    ' MB',
    'a picture',
    'an event that is there',
    'the event "../../x"',
    'an empty file',
  ];
  expect(marks.filter((mark) => !names.some((name) => name.includes(mark)))).toEqual([]);
});
