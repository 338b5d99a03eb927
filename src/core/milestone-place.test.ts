import { describe, expect, test } from 'vitest';
import { describePlace, formatShare } from '../words/describe-place.ts';
import { type MilestoneEntry, milestonesOf } from './archive.ts';
import { placesOf } from './milestone-place.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, galaWith } from './testing.ts';

const metrics = `
  gmv:
    title: GMV
    unit: USD
    cumulative: true
    rates: {CNY: 7}
    references: [{name: "2018", value: {CNY: 210e9}}, {name: "2017"}]
  guests: {title: Guests, unit: guests}`;

const milestones = (
  entries: Readonly<Record<string, readonly [time: string, milestone: string]>>,
  live = 'false',
): readonly MilestoneEntry[] => {
  const files = Object.entries(entries).map(([slug, [time, milestone]]) => [
    `gala/${slug}.md`,
    anEntry({ title: `The ${slug}`, time: `2019-11-11T${time}`, milestone }),
  ]);
  const { archive, diagnostics } = readArchive(
    galaWith({ 'gala/event.md': anEvent({ metrics, live }), ...Object.fromEntries(files) }),
  );
  expect(diagnostics).toEqual([]);
  return archive.events.flatMap(milestonesOf);
};

const wordsFor = (all: readonly MilestoneEntry[], slug: string) => {
  const entry = all.find((one) => one.slug === slug);
  const place = entry && placesOf(all).get(entry);
  if (!entry || !place) throw new Error(`There is no milestone ${slug}`);
  const { distances, ...words } = describePlace(entry, place, 'en');
  return { ...words, distances: distances.map(({ before, name }) => `${before} ${name}`) };
};

const gala = milestones({
  start: ['00:00', 'true'],
  ten: ['00:29:45', '{metric: gmv, value: 10e9, surpasses: ["2017"]}'],
  guests: ['00:40', '{metric: guests, value: 300}'],
  twelve: ['01:00:00', '{metric: gmv, value: 12e9}'],
  passed: ['16:31', '{metric: gmv, value: {CNY: 210e9}, surpasses: ["2018"]}'],
  final: ['24:00', '{metric: gmv, value: {USD: 40e9, CNY: 268.4e9}}'],
});

describe('the place of a milestone', () => {
  test('tells its share of the final value, its distance to the values beside it, and where it stands', () => {
    expect(wordsFor(gala, 'ten')).toEqual({
      position: '2 of 6',
      share: { percent: '25%', of: 'of the final US$40 billion' },
      distances: ['30 min 15 s before US$12 billion'],
      passed: ['2017'],
    });
  });

  test('compares in the unit in which both were given, and is as exact as both times are', () => {
    expect(wordsFor(gala, 'passed')).toEqual({
      position: '5 of 6',
      share: { percent: '78.2%', of: 'of the final US$40 billion' },
      distances: ['15 h 31 min after US$12 billion', '7 h 29 min before US$40 billion'],
      passed: ['2018 (CN¥210 billion)'],
    });
  });

  test('has no share where it is the final value, its metric has none, or it has no value', () => {
    expect(['final', 'guests', 'start'].map((slug) => wordsFor(gala, slug).share)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(wordsFor(gala, 'start').distances).toEqual([]);
  });

  test('follows for a claim without a value from the values of its metric around it', () => {
    const all = milestones({
      one: ['01:00', '{metric: gmv, value: 1e9}'],
      claim: ['02:00', '{metric: gmv, surpasses: ["2017"]}'],
      two: ['02:30', '{metric: gmv, value: 2e9}'],
    });
    expect(wordsFor(all, 'claim')).toEqual({
      position: '2 of 3',
      distances: ['1 h after US$1 billion', '30 min before US$2 billion'],
      passed: ['2017'],
    });
  });

  test('leads to those of its kind before and after it, and to the next of any', () => {
    const all = milestones({
      doors: ['00:00', 'true'],
      ten: ['00:30', '{metric: gmv, value: 10e9}'],
      first: ['00:40', '{metric: guests, value: 300}'],
      speech: ['00:50', 'true'],
      claim: ['01:00', '{metric: gmv, surpasses: ["2017"]}'],
      more: ['02:00', '{metric: guests, value: 400}'],
    });
    const places = placesOf(all);
    const beside = all.map((entry) => {
      const { earlier, later, next } = places.get(entry) ?? {};
      return [entry, earlier, later, next].map((one) => one?.slug ?? '–').join(' ');
    });
    expect(beside).toEqual([
      'doors – speech ten',
      'ten – claim first',
      'first – more speech',
      'speech doors – claim',
      'claim ten – more',
      'more first – –',
    ]);
  });

  test('tells its share of what is known so far while the event is live', () => {
    const all = milestones(
      { one: ['01:00', '{metric: gmv, value: 1e9}'], two: ['02:00', '{metric: gmv, value: 4e9}'] },
      'true',
    );
    expect(wordsFor(all, 'one').share).toEqual({ percent: '25%', of: 'of the US$4 billion so far' });
  });
});

test('a share is never rounded to nothing or to all', () => {
  expect([0, 1e-9, 0.2604, 0.99996, 1].map((share) => formatShare(share, 'en'))).toEqual([
    '0%',
    'less than 0.1%',
    '26%',
    'more than 99.9%',
    '100%',
  ]);
  expect(formatShare(0.2604, 'de')).toBe('26\u00a0%');
});
