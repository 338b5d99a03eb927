import { expect, test } from 'vitest';
import { permalinks } from '../core/permalinks.ts';
import { mediaOfBody } from './item-media.ts';

test('what a body shows and hands out is named with its host, its size and its length', () => {
  const media = [
    { kind: 'picture', src: '/a-1.jpg', type: 'image/jpeg', text: '', width: 3, height: 2 },
    { kind: 'audio', src: '/b-1.mp3', type: 'audio/mpeg', text: 'The horn', size: 9, seconds: 1.5 },
  ] as const;
  expect(mediaOfBody({ media }, permalinks('https://example.org'))).toEqual([
    { kind: 'image', url: 'https://example.org/a-1.jpg', type: 'image/jpeg', width: 3, height: 2 },
    { kind: 'audio', url: 'https://example.org/b-1.mp3', type: 'audio/mpeg', alt: 'The horn', size: 9, seconds: 1.5 },
  ]);
});
