import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { appendLog, largestLog } from './log.ts';

test('a text has the time before it, and its further lines are indented', () => {
  const file = join(temporaryFolder(), 'log');
  appendLog(file, 'one\ntwo');
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z one\n {4}two\n$/);
});

test('what was pushed can neither write over a terminal nor make a line of its own', () => {
  const file = join(temporaryFolder(), 'log');
  appendLog(file, 'a\rb\u001b[2Jc');
  expect(readFileSync(file, 'utf8')).toMatch(/ a\uFFFDb\uFFFD\[2Jc\n$/);
});

test('a long log is put aside, in place of the one before', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'log');
  writeFileSync(`${file}.1`, 'older');
  writeFileSync(file, 'x'.repeat(largestLog + 1));
  appendLog(file, 'new');
  expect(readdirSync(folder)).toEqual(['log', 'log.1']);
  expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(largestLog + 1);
  expect(readFileSync(file, 'utf8')).toMatch(/ new\n$/);
});
