import { existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { readQueue, recordOfPush, removeRecords } from './queue.ts';

const parent = temporaryFolder();
let folder: string;
const [first, second] = ['1'.repeat(40), '2'.repeat(40)];
const aPush = { time: '2026-01-31T12:00:00Z', old: first, new: second, who: 'Ada Byron' };

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'queue-'));
});

const record = (name: string, text: string, written: number): void => {
  writeFileSync(join(folder, name), text);
  utimesSync(join(folder, name), written, written);
};

test('pushes are read in the order in which they were recorded, those that are still being written not yet', () => {
  record('b', recordOfPush(aPush), 1);
  record('a', recordOfPush({ ...aPush, who: 'Mary' }), 2);
  record('.c', recordOfPush(aPush), 3);
  expect(readQueue(folder)).toEqual({
    pushes: [
      { record: 'b', ...aPush },
      { record: 'a', ...aPush, who: 'Mary' },
    ],
    unreadable: [],
  });
});

test('who pushed is somebody where nobody knows, and cannot write lines of their own', () => {
  record('a', recordOfPush({ ...aPush, who: '' }), 1);
  record('b', recordOfPush({ ...aPush, who: 'Ada\n\u001b[2Jpush' }), 2);
  expect(readQueue(folder).pushes.map(({ who }) => who)).toEqual(['somebody', 'Ada  [2Jpush']);
});

test('what is no record is none: text, half a record, and a folder', () => {
  record('half', recordOfPush(aPush).slice(0, 50), 1);
  record('text', '\0', 2);
  mkdirSync(join(folder, 'folder/in/it'), { recursive: true });
  expect(readQueue(folder)).toEqual({ pushes: [], unreadable: ['half', 'text', 'folder'] });
});

test('only what was read is removed, whatever it is', () => {
  record('push', recordOfPush(aPush), 1);
  mkdirSync(join(folder, 'folder/in/it'), { recursive: true });
  const queue = readQueue(folder);
  record('later', recordOfPush(aPush), 3);
  removeRecords(folder, queue);
  expect(readdirSync(folder)).toEqual(['later']);
});

test('a queue that is not there is empty', () => {
  expect(readQueue(join(folder, 'gone'))).toEqual({ pushes: [], unreadable: [] });
  expect(existsSync(join(folder, 'gone'))).toBe(false);
});
