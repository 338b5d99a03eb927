import { expect, it } from 'vitest';
import { foreignField } from './foreign-fields.ts';

it.each([
  ['entry', 'publish_date', { field: 'time' }],
  ['entry', 'Categories', { field: 'topics' }],
  ['entry', 'redirect-from', { field: 'aliases' }],
  ['entry', 'order', { field: 'event.md' }],
  ['event', 'endDate', { field: 'ends' }],
  ['event', 'pinned', { field: 'entries' }],
  ['site', 'baseURL', { field: 'url' }],
] as const)('in %s, "%s" is known from elsewhere', (kind, name, { field }) => {
  const found = foreignField(kind, [name]);
  expect(found && ('field' in found ? found.field : found.advice)).toContain(field);
});

it('a name that nobody knows is none', () => {
  expect(foreignField('entry', ['colour'])).toBeUndefined();
  expect(foreignField('entry', ['constructor'])).toBeUndefined();
});

it('a group has names of its own', () => {
  expect(foreignField('entry', ['corrections', 0, 'date'])).toEqual({ field: 'time' });
  expect(foreignField('event', ['metrics', 'gmv', 'currency'])).toEqual({ field: 'unit' });
  expect(foreignField('entry', ['corrections', 0, 'tags'])).toBeUndefined();
});
