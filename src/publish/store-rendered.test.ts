import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { treeFolder } from './manifests.ts';
import { shownBeforeOf } from './store-rendered.ts';
import { aSiteFolder, aStoredEvent } from './testing/a-site.ts';

test('pages of the release before are read where they are as they were made, by the same templates', async () => {
  const site = aSiteFolder();
  const notes = new Map([['shown.json', JSON.stringify({ 'gala/first/index.html': 'state' })]]);
  const tree = await aStoredEvent(site, { notes });
  const storing = { site, before: [tree], isSameCommon: true, base: '/' };
  const before = shownBeforeOf(storing);
  const read = (file: string) => before.read(file)?.toString();
  expect(before.stateOf('gala/first/index.html')).toBe('state');
  expect(before.stateOf('gala/second/index.html')).toBeUndefined();
  expect(before.stateOf('fair/first/index.html')).toBeUndefined();
  expect([read('gala/first/index.html'), read('gala/second/index.html')]).toEqual(['entry', undefined]);
  expect(shownBeforeOf({ ...storing, isSameCommon: false }).stateOf('gala/first/index.html')).toBeUndefined();
  writeFileSync(join(treeFolder(site, tree), 'gala/first/index.html'), 'other');
  expect(read('gala/first/index.html')).toBeUndefined();
});
