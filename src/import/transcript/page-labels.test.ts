import { expect, it } from 'vitest';
import { isPageLabel, skippedLabels } from './page-labels.ts';
import { transcriptLinesOf } from './testing.ts';

it('knows buttons by a whole line', () => {
  expect(transcriptLinesOf('SHARE', 'Copy link', 'Share the joy', 'Teilen', '分享').map(isPageLabel)).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
});

it('reports each label once, as none of the updates', () => {
  expect(skippedLabels(transcriptLinesOf('Share', 'Tweet', 'share'))).toEqual([
    { what: '"Share" in lines 1 and 3', why: 'They are 2 buttons or labels of the page, not text.', updates: 0 },
    { what: '"Tweet" in line 2', why: 'It is a button or label of the page, not text.', updates: 0 },
  ]);
});
