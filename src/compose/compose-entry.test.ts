import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { parseMoment } from '../core/moment.ts';
import { byOrder, type Placed } from '../core/order.ts';
import { sequenceAfter } from './compose-entry.ts';

const placed = (time: string, slug: string, sequence = 0): Placed => {
  const moment = parseMoment(time, 'Asia/Shanghai');
  if ('rule' in moment) throw new Error(moment.message);
  return { moment, day: moment.date, untimed: 'last', sequence, slug };
};

test('an entry that is alone at its time needs no sequence', () => {
  expect(sequenceAfter([placed('2019-11-11T10:17', 'z', 4)], placed('2019-11-11T10:18', 'a'))).toBeUndefined();
});

test('an entry needs a sequence only where its slug would put it before another of its time', () => {
  const others = [placed('2019-11-11T10:18', 'm')];
  expect(sequenceAfter(others, placed('2019-11-11T10:18', 'n'))).toBeUndefined();
  expect(sequenceAfter(others, placed('2019-11-11T10:18', 'a'))).toBe(1);
  expect(sequenceAfter([...others, placed('2019-11-11T10:18', 'a', 1)], placed('2019-11-11T10:18', 'b'))).toBe(1);
});

test('whatever stands at that time, the new entry comes behind it', () => {
  const one = fc
    .tuple(
      fc.constantFrom('2019-11-11T10:18', '2019-11-11T10:18:00', '2019-11-11', '2019-11-11T24:00'),
      fc.string({ unit: fc.constantFrom('a', 'b', '-', '双'), minLength: 1 }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([time, slug, sequence]) => placed(time, slug, sequence));
  fc.assert(
    fc.property(fc.array(one), one, (others, entry) => {
      const sequence = sequenceAfter(others, entry) ?? 0;
      const behind = others.filter((other) => other.slug !== entry.slug && byOrder({ ...entry, sequence }, other) < 0);
      expect(behind.filter((other) => other.moment.instant === entry.moment.instant)).toEqual([]);
    }),
  );
});
