import { describe, expect, it } from 'vitest';
import type { LiveBlog } from '../live-blog.ts';
import { transcript } from './transcript.ts';

const read = (savedAt: string | undefined, ...lines: readonly string[]): LiveBlog =>
  transcript.read({ text: lines.join('\n'), ...(savedAt !== undefined && { savedAt }) }) as LiveBlog;

describe('relative times', () => {
  const lines = ['Race day', '', '2 June 2021', '', '4 min ago', 'A.', '', '1 hr 10 min ago', 'B.'];

  it('are counted back from the moment of the copy', () => {
    const { updates, notes } = read('2021-06-02T15:00', ...lines);
    expect(updates.map(({ time, content }) => `${time} ${content.value}`)).toEqual([
      '2021-06-02T13:50 B.',
      '2021-06-02T14:56 A.',
    ]);
    expect(notes).toEqual(['Lines 5 and 8 say how long ago it was: counted back from 2021-06-02T15:00.']);
  });

  it('are refused without that moment', () => {
    expect(() => read(undefined, ...lines)).toThrow(
      'Unexpected time "4 min ago" in line 5, expected a time of day: it counts from the moment of the copy, which the text does not say. Give that moment by the clocks of the event, such as --saved-at 2024-11-05T20:34.',
    );
  });

  it('need no day heading, and pass midnight', () => {
    expect(
      read('2021-06-02T00:10', 'vor 3 Minuten', 'A.', 'vor 20 Minuten', 'B.').updates.map(({ time }) => time),
    ).toEqual(['2021-06-01T23:50', '2021-06-02T00:07']);
  });

  it('that count hours or days are known no better', () => {
    const { updates, notes } = read('2021-06-02T15:20', 'il y a 2 h', 'A.', 'il y a 3 jours', 'B.');
    expect(updates.map(({ time }) => time)).toEqual(['2021-05-30', '2021-06-02T13:20']);
    expect(notes).toContain('Line 1 says only how many hours: the minute is not known.');
  });

  it('are labels beside a time of day', () => {
    const { updates, skipped } = read(undefined, '2 June 2021', '5d ago', '14:05', 'A.', '6d ago', '13:05', 'B.');
    expect(updates.map(({ time }) => time)).toEqual(['2021-06-02T13:05', '2021-06-02T14:05']);
    expect(skipped).toHaveLength(2);
  });
});
