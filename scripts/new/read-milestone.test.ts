import { expect, test } from 'vitest';
import { readMilestone } from './read-milestone.ts';

test.each([
  [undefined, undefined],
  ['', true],
  ['gmv', { metric: 'gmv' }],
  ['gmv=10e9', { metric: 'gmv', value: 10e9 }],
  ['gmv=-0.5', { metric: 'gmv', value: -0.5 }],
  ['gmv=1e+9', { metric: 'gmv', value: 1e9 }],
  ['gmv=10e9USD', { metric: 'gmv', value: { USD: 10e9 } }],
  ['gmv = 10e9 USD', { metric: 'gmv', value: { USD: 10e9 } }],
  ['gmv=10EUR', { metric: 'gmv', value: { EUR: 10 } }],
  ['gmv=1e+9USD+7e+9CNY', { metric: 'gmv', value: { USD: 1e9, CNY: 7e9 } }],
  ['gmv=10e9USD + 69.9e9CNY', { metric: 'gmv', value: { USD: 10e9, CNY: 69.9e9 } }],
  ['deliveries=1.292e9 delivery orders', { metric: 'deliveries', value: { 'delivery orders': 1.292e9 } }],
  ['lap=1:21.900', { metric: 'lap', value: '1:21.900' }],
  ['marathon = 2:04:31', { metric: 'marathon', value: '2:04:31' }],
])('--milestone %j is the milestone that is meant', (text, milestone) => {
  expect(readMilestone(text, [])).toEqual(milestone);
});

test('references that have been passed belong to a metric', () => {
  expect(readMilestone('gmv', ['2015', '2016'])).toEqual({ metric: 'gmv', surpasses: ['2015', '2016'] });
  expect(() => readMilestone('', ['2015'])).toThrow('say which with --milestone <metric>');
  expect(() => readMilestone(undefined, ['2015'])).toThrow('say which with --milestone <metric>');
});

test.each([
  'gmv=',
  '=10e9',
  'gmv=ten',
  'gmv=1,000',
  'gmv=10e999',
  'gmv=1USD+2',
  'gmv=1USD+2USD',
  'gmv=1=2',
  'gmv=1.2.3',
  'lap=1:75',
])('--milestone %s is refused with the forms that there are', (text) => {
  expect(() => readMilestone(text, [])).toThrow(
    `Unexpected milestone "${text}", expected a metric and a number, such as gmv=10e9, gmv=10e9USD or gmv=10e9USD+69.9e9CNY.`,
  );
});
