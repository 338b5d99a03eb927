import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

/** A terminal at which somebody types these lines, and what it shows. */
const typing = (lines: string): { terminal: Terminal; shown: () => string } => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  if (lines === '') input.end();
  else input.write(lines);
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  return { terminal: openTerminal(input, output), shown: () => shown };
};

test('a question is asked until there is an answer', async () => {
  const { terminal, shown } = typing('\n  \n A song \nnot this\n');
  expect(await terminal.ask('Title')).toBe('A song');
  terminal.close();
  expect(shown()).toBe('Title: Title: Title: ');
});

test('no answer is the suggestion, where there is one', async () => {
  const { terminal, shown } = typing('\nMars\n');
  expect(await terminal.ask('Time zone', 'Asia/Shanghai')).toBe('Asia/Shanghai');
  expect(await terminal.ask('Time zone', 'Asia/Shanghai')).toBe('Mars');
  expect(shown()).toBe('Time zone [Asia/Shanghai]: Time zone [Asia/Shanghai]: ');
});

test('one of several is chosen by its number', async () => {
  const { terminal, shown } = typing('0\nflight\n3\n2\n');
  expect(await terminal.choose('Which event?', ['gala: Gala', 'flight: Flight'])).toBe(1);
  expect(shown()).toBe('Which event?\n  1  gala: Gala\n  2  flight: Flight\n1 to 2: 1 to 2: 1 to 2: 1 to 2: ');
});

test('an input that ends is no answer', async () => {
  const { terminal } = typing('');
  await expect(terminal.ask('Title')).rejects.toThrow('There was no answer, so nothing is written.');
});

test('lines that are there already are answers to the questions that follow, and after the last there is none', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const terminal = openTerminal(input, output);
  input.end('one\ntwo\n');
  expect(await terminal.ask('First')).toBe('one');
  expect(await terminal.ask('Second')).toBe('two');
  await expect(terminal.ask('Third')).rejects.toThrow('There was no answer');
});
