import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { makeMedia } from './make-media.ts';

test('every wanted file is made and taken once, and no more pictures are worked on than there are cores', async () => {
  let working = 0;
  let most = 0;
  const media = Array.from({ length: 20 }, (_, index) => ({
    source: `${index}.jpg`,
    names: [`${index}-a`, `${index}-b`, `${index}-c`],
    make: async (names: ReadonlySet<string>) => {
      working += 1;
      most = Math.max(most, working);
      await new Promise((resolve) => setTimeout(resolve, 2));
      working -= 1;
      return new Map([...names].map((name) => [name, Buffer.from(name)]));
    },
  }));
  const taken: string[] = [];
  await makeMedia(
    media,
    (name) => !name.endsWith('-b') && !name.startsWith('7-'),
    async (name, bytes) => {
      expect(bytes).toEqual(Buffer.from(name));
      taken.push(name);
    },
  );
  const wanted = media.flatMap(({ names }) => names).filter((name) => !name.endsWith('-b') && !name.startsWith('7-'));
  expect(taken.sort()).toEqual(wanted.sort());
  expect(most).toBeLessThanOrEqual(availableParallelism());
});

test('what cannot be made ends it', async () => {
  const media = [{ source: 'a.jpg', names: ['a'], make: () => Promise.reject(new Error('The picture a.jpg is torn')) }];
  await expect(
    makeMedia(
      media,
      () => true,
      async () => {},
    ),
  ).rejects.toThrow('The picture a.jpg is torn');
});
