import { expect, it } from 'vitest';
import { meantValue } from './meant-values.ts';

const known = { zone: 'Europe/Berlin', date: '2026-07-01', metrics: ['gmv'] } as const;

it.each([
  ['entry', 'time', '9:30', '2026-07-01T09:30'],
  ['entry', 'topics', '#a #b', '[a, b]'],
  ['entry', 'topics', { gmv: 'GMV' }, '[gmv]'],
  ['entry', 'aliases', ['/2019/old-name/'], '[old-name]'],
  ['entry', 'pinned', 1, 'true'],
  ['entry', 'author', [{ name: 'Ada' }, 'Ben'], 'Ada, Ben'],
  ['entry', 'source', '<https:/example.org/a>', 'https://example.org/a'],
  ['entry', 'source', 'mailto:ada@example.org', undefined],
  ['entry', 'milestone', { gmv: 10 }, '{metric: gmv, value: 10}'],
  ['entry', 'slug', '/:year/:title/', undefined],
  ['event', 'language', 'Deutsch', 'de'],
  ['event', 'location', { city: 'Bremen' }, 'Bremen'],
  ['event', 'timezone', 'CET', 'Europe/Berlin'],
  ['event', 'timezone', 'GMT+1', undefined],
  ['event', 'links', { Home: 'https://example.org' }, '[{title: Home, url: https://example.org}]'],
  ['event', 'day-starts-at', 4, '04:00'],
] as const)('in %s, %s: %j means %s', (kind, field, value, meant) => {
  const found = meantValue(field, value, '', { kind, ...known });
  expect(found?.replaceAll('"', '')).toBe(meant);
});

it('a value that is right stays as it was written', () => {
  expect(meantValue('time', '2026-07-01', "'2026-07-01'", { kind: 'entry', ...known })).toBe("'2026-07-01'");
});
