import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawing, planCard } from './plan-card.ts';
import { aMilestoneCard, anArchiveCard, anEventCard } from './testing.ts';

describe('the name of a card', () => {
  test('changes with everything that it says, and with its picture', () => {
    const cards = [
      aMilestoneCard(),
      aMilestoneCard({ title: 'Another' }),
      aMilestoneCard({ figure: 'US$11 billion' }),
      aMilestoneCard({ time: '00:29:46' }),
      aMilestoneCard({ language: 'zh' }),
      anEventCard(),
      anEventCard({ picture: 'abc' }),
      anEventCard({ picture: 'abd' }),
      anArchiveCard(),
    ];
    const names = cards.map((card) => planCard(card).name);
    expect(new Set(names).size).toBe(cards.length);
    expect(names[0]).toMatch(/^card-[0-9a-f]{12}\.png$/);
    expect(planCard(aMilestoneCard()).name).toBe(names[0]);
  });

  test('changes with the packages that draw it, which are those that are installed', () => {
    const { dependencies: own, peerDependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const dependencies: Record<string, string> = { ...devDependencies, ...peerDependencies, ...own };
    const named = drawing.filter((part) => typeof part === 'string').map((part) => part.split(' '));
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(named.map(([name = '']) => [name, dependencies[name]])),
    );
    const fonts = Object.keys(dependencies).filter((name) => name.startsWith('@fontsource'));
    expect(named.map(([name]) => name)).toEqual(expect.arrayContaining(fonts));
  });
});

describe('the text in place of a card', () => {
  test('says what a milestone says, from its figure to its archive', () => {
    expect(planCard(aMilestoneCard()).alt).toBe(
      'US$10 billion, Gross merchandise volume. Ten billion dollars in less than half an hour. 00:29:45, 11 November 2019, UTC+08:00. Gala. The archive.',
    );
  });

  test('says what the picture of an event shows, and nothing of one that is not there', () => {
    expect(planCard(anEventCard({ picture: 'abc' }), 'A stage at night').alt).toBe(
      'Gala. 10–11 November 2019, Hangzhou. The archive. A stage at night.',
    );
    expect(planCard(anEventCard(), 'A stage at night').alt).not.toContain('stage');
  });

  test('adds no full stop to what has an end', () => {
    expect(planCard(anArchiveCard({ title: 'Ready?' })).alt).toBe('Ready? Events worth keeping. recaps.example.org.');
  });
});
