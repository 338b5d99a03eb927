import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../../testing/temporary-content.ts';
import { judgeContent } from './judge-content.ts';
import { eventFile, everyContent, soakedEntryFile } from './world.ts';

const hostile = 'A <script>x</script> <a href="javascript:x">b</a> <img src=x onerror=x>';
const content = writeFiles(temporaryFolder(), {
  ...everyContent,
  'storm/event.md': eventFile(),
  'storm/0700-before.md': soakedEntryFile('Before').replace('It begins.', hostile),
  'calm/0800-other.md': soakedEntryFile('Other').replace('It begins.', hostile),
});

it('finds nothing where the product takes out what could run', async () => {
  expect(await judgeContent(await content, 'storm')).toEqual([]);
});

it('finds what a rendering leaves in, in the texts of the event and no other', async () => {
  expect(await judgeContent(await content, 'storm', ({ text }) => text.markdown)).toEqual([
    'storm/0700-before.md holds <script>.',
    'storm/0700-before.md holds a href=javascript:x.',
    'storm/0700-before.md holds img onError.',
  ]);
});
