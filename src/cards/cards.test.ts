import { expect, test } from 'vitest';
import type { Cache } from '../core/cache.ts';
import { type Cards, cachedCards } from './cards.ts';
import { planCard } from './plan-card.ts';
import { publishCard } from './publish-card.ts';
import { anEventCard } from './testing.ts';

/** Kept cards in memory, and what has been drawn. */
const counting = (draw: Cards['draw'] = async () => Buffer.from('drawn')) => {
  const files = new Map<string, Uint8Array>();
  const drawn: string[] = [];
  const cache: Cache = {
    get: async (key) => files.get(key),
    set: async (key, bytes) => void files.set(key, bytes),
  };
  const cards = cachedCards(cache, {
    draw: (plan, readPicture) => {
      drawn.push(plan.card.title);
      return draw(plan, readPicture);
    },
  });
  return { cards, drawn, files };
};

test('a card is drawn once, and its picture not read again', async () => {
  let reads = 0;
  const read = async () => {
    reads += 1;
    return Buffer.from('picture');
  };
  const { cards, drawn, files } = counting(async (_plan, readPicture) => (await readPicture?.()) ?? Buffer.from(''));
  const plan = planCard(anEventCard({ picture: 'a' }));
  expect(await cards.draw(plan, read)).toEqual(await cards.draw(plan, read));
  expect([drawn, reads]).toEqual([['Gala'], 1]);
  expect([...files.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\/card\.png$/)]);
});

test('a card that says something else is drawn again', async () => {
  const { cards, drawn } = counting();
  await cards.draw(planCard(anEventCard()));
  await cards.draw(planCard(anEventCard({ title: 'Fair' })));
  expect(drawn).toEqual(['Gala', 'Fair']);
});

test('a card that cannot be drawn names what it is made of', async () => {
  const { cards } = counting(async () => {
    throw new Error('no ink');
  });
  const plan = planCard(anEventCard());
  await expect(publishCard(plan, 'gala', cards).make(new Set([plan.name]))).rejects.toThrow(
    'The social card of gala cannot be drawn: Error: no ink',
  );
});
