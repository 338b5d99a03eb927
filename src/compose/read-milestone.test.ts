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

const metric = {
  slug: 'visitors',
  title: 'Visitors',
  unit: 'visitors',
  cumulative: true,
  better: 'higher',
  decimals: 0,
  format: 'number',
  rates: {},
  references: [],
} as const;

test.each([
  ['visitors=1.000', 'visitors', 'visitors=1000, or visitors=1 if that is what was meant'],
  ['visitors=1,000', 'visitors', 'visitors=1000, or visitors=1 if that is what was meant'],
  ['visitors=12,345,678', 'visitors', 'visitors=12345678'],
  ['visitors=1.2 million', 'visitors', 'visitors=1.2e6'],
  ['visitors=1 000', 'visitors', 'visitors=1000'],
  ['visitors=1.000 visitors', 'visitors', 'visitors=1000 visitors, or visitors=1 visitors if that is what was meant'],
  ['gmv=1,000', 'USD', 'gmv=1000, or gmv=1.000 if that is what was meant'],
  ['gmv=1,000 EUR', 'USD', 'gmv=1000EUR, or gmv=1.000EUR if that is what was meant'],
])('--milestone %s can mean several numbers, and is asked about with them', (text, unit, forms) => {
  const [slug = ''] = text.split('=');
  const rates = unit === 'USD' ? { EUR: 0.9 } : {};
  expect(() => readMilestone(text, [], new Map([[slug, { ...metric, slug, unit, rates }]]))).toThrow(
    `a point begins decimals. Write ${forms}.`,
  );
});

test('a number that can mean one thing only is not asked about', () => {
  const read = (text: string, more = {}) => readMilestone(text, [], new Map([['visitors', { ...metric, ...more }]]));
  for (const text of ['visitors=1000', 'visitors=1.5', 'visitors=1.0', 'visitors=10e3', 'visitors', ''])
    expect(() => read(text)).not.toThrow();
  expect(read('visitors=1.000', { decimals: 3 })).toEqual({ metric: 'visitors', value: 1 });
  expect(read('visitors=81.900', { format: 'duration', unit: 's' })).toEqual({ metric: 'visitors', value: 81.9 });
  expect(read('visitors=1.000', { unit: 'km' })).toEqual({ metric: 'visitors', value: 1 });
});
