import { describe, expect, test } from 'vitest';
import { milestonesOf } from '../core/archive.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import { describeArchiveCard, describeEventCard, describeMilestoneCard } from './describe-card.ts';
import { planEventCards } from './plan-card.ts';

const metrics = '{gmv: {title: GMV, unit: USD, rates: {CNY: 7}, references: [{name: "2018", value: 9e9}]}}';

const open = (entry: Record<string, string>, event: Record<string, string> = {}) => {
  const { site, events } = readArchive(
    galaWith({ 'gala/event.md': anEvent({ metrics, ...event }), 'gala/one.md': anEntry(entry) }),
  ).archive;
  const [gala] = events;
  if (!gala) throw new Error('The event cannot be read.');
  return { site, gala, cards: milestonesOf(gala).map((one) => describeMilestoneCard(one, gala, site)) };
};

describe('the card of a milestone', () => {
  test('has its figure, metric, what it passed, its local time, and how far that is from UTC', () => {
    const { cards } = open({
      time: '2019-11-11T00:29:45',
      milestone: '{metric: gmv, value: 10e9, surpasses: ["2018"]}',
    });
    expect(cards).toEqual([
      {
        kind: 'milestone',
        language: 'en',
        archive: 'Recaps',
        event: 'Gala',
        title: 'The curtain rises',
        figure: 'US$10 billion',
        isRecord: true,
        notes: ['GMV', 'Past 2018'],
        time: '00:29:45',
        date: '11 November 2019',
        offset: 'UTC+08:00',
      },
    ]);
  });

  test('has the time since the start where nothing was counted, and no time where none is known', () => {
    expect(open({ milestone: 'true' }).cards).toMatchObject([
      { figure: '22 h', isRecord: false, notes: ['Since the start'], time: '10:00' },
    ]);
    const [untimed] = open({ time: '2019-11-11', milestone: 'true' }).cards;
    expect(untimed).toMatchObject({ date: '11 November 2019' });
    expect(Object.keys(untimed ?? {})).not.toEqual(expect.arrayContaining(['time']));
    expect(Object.keys(untimed ?? {})).not.toEqual(expect.arrayContaining(['offset']));
  });

  test('speaks the language of its event, from right to left where that is written so', () => {
    const [card] = open({ milestone: '{metric: gmv, value: 10e9}' }, { language: 'de' }).cards;
    expect(card).toMatchObject({ language: 'de', figure: '10 Milliarden\u00a0$', date: '11. November 2019' });
    expect(open({ milestone: 'true' }, { language: 'ar' }).cards).toMatchObject([{ direction: 'rtl' }]);
  });
});

test('an entry that is withdrawn, a draft, and one that is no milestone have no card', () => {
  for (const fields of [
    { milestone: 'true', withdrawn: '{time: 2019-11-11T11:00, reason: A slip}' },
    { milestone: 'true', draft: 'true' },
    {},
  ]) {
    const { gala, site } = open({ title: 'A secret', ...fields });
    const plans = planEventCards(gala, site);
    expect(plans.ofMilestones.size).toBe(0);
    expect(JSON.stringify(plans.own)).not.toContain('secret');
  }
});

test('the cards of an event and of an archive say when, where and what', () => {
  const { gala, site } = open({}, { location: 'Hangzhou' });
  expect(describeEventCard(gala, site, 'abc')).toMatchObject({
    title: 'Gala',
    dates: '10–11 November 2019',
    location: 'Hangzhou',
    archive: 'Recaps',
    picture: 'abc',
  });
  expect(describeArchiveCard({ ...site, url: 'https://example.org/recaps' })).toMatchObject({
    title: 'Recaps',
    description: 'Worth keeping.',
    address: 'example.org/recaps',
  });
});
