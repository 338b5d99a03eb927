import { expect, test } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { flatHtml } from './flat-html.ts';
import { ofHtml, print } from './testing.ts';

test('HTML without nesting keeps texts, links and pictures, in no more paragraphs than those need', () => {
  expect(
    flatHtml('<div><div title="a>b">One <b>two</b></div><!-- <p> --><a href="x">l</a><script>"<p>"</script>'),
  ).toBe('</a><p>One two</a><p><a href="x">l</a></a><p>');
});

test.each([
  ['elements', '<div>'],
  ['lists', '<ul><li>'],
  ['marks', '<b>'],
  ['marks and paragraphs', '<b><i><p>'],
  ['tables', '<table><tr><td>'],
])('10,000 nested %s cost little and lose no word, link or picture', (_, tags) => {
  const start = processorTime();
  const content = ofHtml(`<p>Before</p>${tags.repeat(10_000)}deep <a href="/x">link</a><p><img src="a.jpg" alt="A">`);
  expect(print(content)).toBe('Before\n\ndeep [link](https://example.org/x)\n\n![A](a.jpg)\n');
  expect(content.notes).toEqual([
    'HTML that is nested too deeply has lost its form; its texts, links and pictures are kept.',
  ]);
  expect(processorTime() - start).toBeLessThan(soon(5000));
});

test('marks that every later paragraph would repeat cost little, wherever they are', () => {
  const start = processorTime();
  const marks = Array.from({ length: 400 }, (_, id) => `<b id="${id}">`).join('');
  const content = ofHtml(`<p>${marks}${'</p><p>x'.repeat(500)}`);
  expect(print(content)).toBe(`${'x\n\n'.repeat(499)}x\n`);
  const ends = ofHtml(`${'<div>'.repeat(90)}${`${marks}${'</div>x'.repeat(90)}${'<div>'.repeat(90)}`.repeat(9)}`);
  expect(ends.notes).toEqual(content.notes);
  expect(processorTime() - start).toBeLessThan(soon(5000));
});
