import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { makeAside, noteUse, removeUnused } from './cached-versions.ts';

const version = (number: number): string => `${number}`.padStart(20, '0');
const days = (count: number): number => Date.now() / 1000 - count * 86_400;

/** Leaves a folder with a file in it that was last used so many days ago. */
const leave = (parent: string, name: string, used: number): string => {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'file'), '');
  utimesSync(folder, days(used), days(used));
  return name;
};

test('of all versions those stay that were used last, and nothing else is touched', async () => {
  const parent = temporaryFolder();
  const made = [5, 1, 4, 2, 3].map((used) => leave(parent, version(used), used));
  const others = ['Photographs', '.hidden', '2019'].map((name) => leave(parent, name, 99));
  await removeUnused(parent, 3);
  const kept = made.filter((name) => [version(1), version(2), version(3)].includes(name));
  expect(readdirSync(parent).sort()).toEqual([...kept, ...others].sort());
});

test('to be used counts as much as to be new', async () => {
  const parent = temporaryFolder();
  for (const used of [1, 2, 3]) leave(parent, version(used), used);
  expect(await noteUse(join(parent, version(3)))).toBe(true);
  expect(await noteUse(join(parent, version(4)))).toBe(false);
  await removeUnused(parent, 2);
  expect(readdirSync(parent).sort()).toEqual([version(1), version(3)]);
});

test('what a killed process has left goes, and what somebody is at work on stays', async () => {
  const parent = temporaryFolder();
  const working = await makeAside(parent);
  const left = await makeAside(parent);
  writeFileSync(join(left, 'part'), '');
  utimesSync(left, days(1), days(1));
  await removeUnused(parent, 1);
  expect(readdirSync(parent)).toEqual([basename(working)]);
});
