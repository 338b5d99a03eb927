import { expect, test } from 'vitest';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { namePage } from './name-page.ts';

const { events } = readArchive(
  galaWith({
    'gala/event.md': anEvent({ aliases: '[ball]' }),
    'gala/day/1000-出发.md': anEntry({ aliases: '[start]' }),
  }),
).archive;

test.each([
  ['gala/%E5%87%BA%E5%8F%91/', 'The page gala/%E5%87%BA%E5%8F%91/ (gala/day/1000-出发.md)'],
  ['gala/start/', 'The page gala/start/ (gala/day/1000-出发.md)'],
  ['gala/milestones/', 'The page gala/milestones/ (gala/event.md)'],
  ['ball/', 'The page ball/ (gala/event.md)'],
  ['gala/event.json', 'The page gala/event.json (gala/event.md)'],
  ['feeds/', 'The page feeds/'],
])('%s is named by its path and the file that it shows', (path, name) => {
  expect(namePage({ events }, path)).toBe(name);
});
