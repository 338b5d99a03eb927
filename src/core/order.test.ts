import { describe, expect, it } from 'vitest';
import { type Moment, parseMoment } from './moment.ts';
import { byOrder, demandedInstants, eventDayOf, type Placed } from './order.ts';

const zone = 'Asia/Shanghai';
const momentOf = (text: string): Moment => {
  const moment = parseMoment(text, zone);
  if ('rule' in moment) throw new Error(moment.message);
  return moment;
};
const instantOf = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

const placed = (
  time: string,
  {
    slug = time,
    dayStartsAt = '00:00',
    filed = undefined as string | undefined,
    ...rest
  }: Partial<Placed> & { dayStartsAt?: string; filed?: string | undefined } = {},
): Placed => {
  const moment = momentOf(time);
  return { moment, day: eventDayOf(moment, dayStartsAt, filed), untimed: 'last', sequence: 0, slug, ...rest };
};

/** Every member of `list`, in an order that looks random and is always the same. */
const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const rest = [...list];
  let state = seed;
  const result: T[] = [];
  while (rest.length > 0) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    result.push(...rest.splice(state % rest.length, 1));
  }
  return result;
};

describe('the event day', () => {
  it('is the local date', () => {
    expect(eventDayOf(momentOf('2019-11-11T00:00'), '00:00')).toBe('2019-11-11');
    expect(eventDayOf(momentOf('2019-11-10T16:00Z'), '00:00')).toBe('2019-11-11');
    expect(eventDayOf(momentOf('2019-11-11'), '00:00')).toBe('2019-11-11');
  });

  it('is the date that 24:00 ends, whenever days start', () => {
    expect(eventDayOf(momentOf('2019-11-11T24:00'), '00:00')).toBe('2019-11-11');
    expect(eventDayOf(momentOf('2019-11-11T24:00:00+08:00'), '04:00')).toBe('2019-11-11');
  });

  it('is the date before for local times before day-starts-at', () => {
    expect(eventDayOf(momentOf('2019-11-12T03:59'), '04:00')).toBe('2019-11-11');
    expect(eventDayOf(momentOf('2019-11-12T03:59:59'), '04:00')).toBe('2019-11-11');
    expect(eventDayOf(momentOf('2019-11-12T04:00'), '04:00')).toBe('2019-11-12');
    expect(eventDayOf(momentOf('2019-11-12T04:00:00'), '04:00')).toBe('2019-11-12');
    expect(eventDayOf(momentOf('2020-01-01T00:00'), '04:00')).toBe('2019-12-31');
  });

  it('of a date alone does not know when days start', () => {
    expect(eventDayOf(momentOf('2019-11-12'), '04:00')).toBe('2019-11-12');
  });

  it('is the day under which the entry is filed, before all else', () => {
    expect(eventDayOf(momentOf('2019-11-12T03:00'), '04:00', '2019-11-10')).toBe('2019-11-10');
    expect(eventDayOf(momentOf('2019-11-12'), '00:00', '2019-11-11')).toBe('2019-11-11');
  });
});

describe('the order', () => {
  const inOrder: readonly Placed[] = [
    placed('2019-11-10T12:00', { slug: 'z' }),
    placed('2019-11-12T12:00', { slug: 'y', filed: '2019-11-10' }),
    placed('2019-11-11', { slug: 'first-1', untimed: 'first', sequence: -1 }),
    placed('2019-11-11', { slug: 'first-2', untimed: 'first' }),
    placed('2019-11-11T00:00', { slug: 'midnight' }),
    placed('2019-11-11T10:00', { slug: 'a' }),
    placed('2019-11-11T10:00', { slug: 'b' }),
    placed('2019-11-11T10:00:00', { slug: 'c' }),
    placed('2019-11-11T02:00Z', { slug: 'a-1', sequence: 1 }),
    placed('2019-11-11T10:00:01', { slug: 'a-2', sequence: -5 }),
    placed('2019-11-11T23:59:59', { slug: 'last-second', sequence: 9 }),
    placed('2019-11-11T24:00', { slug: 'end' }),
    placed('2019-11-12T02:00', { slug: 'night', dayStartsAt: '04:00' }),
    placed('2019-11-11', { slug: 'a-late-word' }),
    placed('2019-11-11', { slug: 'b-late-word' }),
    placed('2019-11-12T00:00', { slug: 'next' }),
  ];

  it('is event day, untimed first, timed by instant, untimed last, sequence, slug, from whatever order', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const mixed = shuffled(inOrder, seed);
      expect(mixed).not.toEqual(inOrder);
      expect(mixed.sort(byOrder).map(({ slug }) => slug)).toEqual(inOrder.map(({ slug }) => slug));
    }
  });

  it('is total: of every two entries one comes before the other, and of every three none goes round', () => {
    const sign = (a: Placed, b: Placed): number => Math.sign(byOrder(a, b));
    inOrder.forEach((a, i) => {
      inOrder.forEach((b, j) => {
        expect(sign(a, b), `${a.slug} and ${b.slug}`).toBe(Math.sign(i - j));
      });
    });
  });

  it('calls only an entry equal to itself', () => {
    const [a = placed('2019-11-11')] = inOrder;
    expect(byOrder(a, { ...a })).toBe(0);
  });
});

describe('instants for formats that demand one', () => {
  it('are those of the timed entry beside an untimed one', () => {
    const ordered = [
      placed('2019-11-10T12:00'),
      placed('2019-11-11', { slug: 'first', untimed: 'first' }),
      placed('2019-11-11T09:00'),
      placed('2019-11-11T18:30'),
      placed('2019-11-11', { slug: 'last' }),
      placed('2019-11-12T01:00'),
    ];
    expect(demandedInstants(ordered, zone)).toEqual(
      [
        '2019-11-10T04:00Z',
        '2019-11-11T01:00Z',
        '2019-11-11T01:00Z',
        '2019-11-11T10:30Z',
        '2019-11-11T10:30Z',
        '2019-11-11T17:00Z',
      ].map(instantOf),
    );
  });

  it('begin the day, in the zone, where it has no timed entry', () => {
    const ordered = [placed('2018-11-04', { untimed: 'first' }), placed('2018-11-04')];
    expect(demandedInstants(ordered, 'America/Sao_Paulo')).toEqual([
      instantOf('2018-11-04T03:00Z'),
      instantOf('2018-11-04T03:00Z'),
    ]);
  });
});
