import { expect, test } from 'vitest';
import { anEntry, galaWith, instantOf } from '../core/testing.ts';
import { openArchive } from './testing.ts';
import { whileWriting } from './while-writing.ts';

const files = galaWith({
  'gala/past.md': anEntry({ time: '2019-11-11T11:59' }),
  'gala/now.md': anEntry({ time: '2019-11-11T12:00' }),
  'gala/soon.md': anEntry({ time: '2019-11-11T12:00:01' }),
  'gala/today.md': anEntry({ time: '2019-11-11' }),
  'gala/tomorrow.md': anEntry({ time: '2019-11-12', day: '2019-11-11' }),
});

test('an entry is upcoming from its first second until that comes, or until its day begins where only that is known', async () => {
  const site = await openArchive(files);
  const upcoming = (open: typeof site): string[] =>
    open.events.flatMap(({ event }) =>
      event.entries.filter((entry) => open.isUpcoming(event, entry)).map(({ slug }) => slug),
    );
  expect(upcoming(whileWriting(site, () => instantOf('2019-11-11T04:00Z'))).toSorted()).toEqual(['soon', 'tomorrow']);
  expect(upcoming(site)).toEqual([]);
});
