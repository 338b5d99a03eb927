import { expect, test } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { ofText, print } from './testing.ts';

test('an address alone in a paragraph stays as it is', () => {
  expect(print(ofText('https://www.youtube.com/watch?v=dQw4_w9W&t=1s'))).toBe(
    'https://www.youtube.com/watch?v=dQw4_w9W&t=1s\n',
  );
  expect(print(ofText('https://example.org/a-b_c/?d=1&e'))).toBe('https://example.org/a-b_c/?d=1&e\n');
  expect(print(ofText('https://example.org/*'))).toBe('<https://example.org/>\\*\n');
});

test('addresses in a text are links without the stops behind them', () => {
  expect(print(ofText('See https://example.org/a_(b). (Or www.example.org, or press@example.org!)'))).toBe(
    'See <https://example.org/a_(b)>. (Or [www.example.org](http://www.example.org), or <press@example.org>!)\n',
  );
});

test('an address of mail with an underscore in its domain is a link, as Markdown would make it one', () => {
  expect(print(ofText('+@one.x_y and a@b_c.d, not a@b.c_'))).toBe(
    '[+@one.x_y](mailto:+@one.x_y) and [a@b_c.d](mailto:a@b_c.d), not a\\@b.c\\_\n',
  );
});

test('an address ends where Chinese text goes on', () => {
  expect(print(ofText('见https://example.org/a，很好'))).toBe('见<https://example.org/a>，很好\n');
});

test('what only begins like an address is text', () => {
  expect(print(ofText('The https:// in front, and a@b'))).toBe('The https\\:// in front, and a\\@b\n');
});

test('long rows of stops and of addresses take no time to speak of', () => {
  const start = processorTime();
  for (const text of [`https://example.org/${'.'.repeat(100_000)}a`, 'a@'.repeat(50_000), `www.${'a.'.repeat(50_000)}`])
    print(ofText(text));
  expect(processorTime() - start).toBeLessThan(soon(5000));
});
