import { cutEndOf } from './cut-texts.ts';
import type { Update } from './live-blog.ts';

/**
 * What a source probably does not say of its updates as they were published, in whole sentences: that all have one time,
 * and, where it `mayBeCut`, that texts end in the middle of a sentence or are missing.
 */
export const doubtsOf = (updates: readonly Update[], mayBeCut: boolean): readonly string[] => [
  ...doubtOfTimes(updates),
  ...(mayBeCut ? doubtsOfTexts(updates) : []),
];

const doubtOfTimes = (updates: readonly Update[]): readonly string[] => {
  const timed = updates.filter(({ time }) => time.includes('T'));
  const [first] = timed;
  if (!first || timed.length < 3 || timed.some(({ time }) => time !== first.time)) return [];
  return [
    `All ${timed.length} updates have the same time, ${first.time}, which is hardly when they were published. Correct the times before you publish.`,
  ];
};

const doubtsOfTexts = (updates: readonly Update[]): readonly string[] => {
  const marked = updates.filter(({ content }) => cutEndOf(content) === 'mark');
  const within = updates.filter(({ content }) => cutEndOf(content) === 'sentence');
  // One of many may be meant so, such as a list or a caption.
  const stopped = within.length > 1 || updates.length <= 4 ? within : [];
  const empty = updates.filter(({ content, pictures }) => content.value.trim() === '' && pictures.length === 0);
  return [
    ...doubtOf(marked, ['ends', 'end'], 'with "…": the source may hold only the beginning of the text'),
    ...doubtOf(stopped, ['ends', 'end'], 'within a sentence: the source may hold only the beginning of the text'),
    ...doubtOf(empty, ['has', 'have'], 'a headline and no text: the source may not hold it'),
  ];
};

/** Most updates that are named. */
const most = 5;

const doubtOf = (
  found: readonly Update[],
  [one, several]: readonly [string, string],
  what: string,
): readonly string[] => {
  if (found.length === 0) return [];
  const named = found.slice(0, most).map(({ time, headline }) => `${time}${headline ? ` "${headline}"` : ''}`);
  const others = found.length > most ? ` and ${found.length - most} more` : '';
  return [
    `${found.length} ${found.length === 1 ? `update ${one}` : `updates ${several}`} ${what}. Compare with the page: ${named.join(', ')}${others}.`,
  ];
};
