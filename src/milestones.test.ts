import { describe, expect, inject, test } from 'vitest';
import { byName, elements, filesOf, pagesOf, textInLine } from '../scripts/testing/built-site.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);
const page = (path: string) => {
  const tree = pages.get(`${path}index.html`);
  if (!tree) throw new Error(`There is no page ${path}`);
  return tree;
};
const factsOn = (path: string) =>
  Object.fromEntries(
    byName(page(path), 'dl').flatMap((list) =>
      // The keys of the page are listed in the same way.
      byName(list, 'div').flatMap((row) =>
        byName(row, 'kbd').length > 0
          ? []
          : [[byName(row, 'dt').map(textInLine)[0], byName(row, 'dd').map(textInLine).join(' | ')]],
      ),
    ),
  );
const charts = (path: string) =>
  byName(page(path), 'figure').filter((figure) =>
    byName(figure, 'path').some(({ properties }) => String(properties['className']) === 'line'),
  );

describe('the milestones page', () => {
  test('shows a chart whose points lead to the entries of the values', () => {
    const [chart] = charts('11-11-2019/milestones/');
    const links = chart ? byName(chart, 'a') : [];
    expect(links.map(({ properties }) => properties['href'])).toEqual(
      [
        'ten-billion-dollars',
        'twelve-billion-dollars',
        'past-the-total-of-2015',
        'past-the-total-of-2016',
        'twenty-billion-dollars',
        'more-than-all-of-2017',
        'thirty-billion-dollars',
        'the-whole-of-2018',
        'final-total',
      ].map((slug) => `/11-11-2019/${slug}/`),
    );
    expect(links.map((link) => byName(link, 'title').map(textInLine)[0])[8]).toBe(
      'US$38.4 billion, 11 November 2019, 24:00: The final total is RMB 268.4 billion',
    );
  });

  test('says below the chart what was converted, and that the line claims nothing between two reports', () => {
    const [chart] = charts('11-11-2019/milestones/');
    expect(chart && byName(chart, 'figcaption').map(textInLine)[0]).toBe(
      'Converted from CNY. The ratio of the two final totals of 2019, RMB 268.4 billion and US$38.4 billion. The line stays at each value until the next one was reported.',
    );
  });

  test('of an event that counts nothing shows its milestones in time', () => {
    expect(charts('apollo-11/milestones/')).toEqual([]);
    const [strip] = elements(
      page('apollo-11/milestones/'),
      ({ properties }) => properties['ariaLabel'] === 'The milestones in time',
    );
    expect(strip && byName(strip, 'a')).toHaveLength(8);
  });

  test.each([
    ['11-11-2019', 12],
    ['apollo-11', 8],
  ])('of %s offers its %i milestones as data', (event, count) => {
    const words = textInLine(page(`${event}/milestones/`));
    expect(words).toContain(`The same as data: CSV (${count} rows), JSON (${count} rows).`);
    const csv = files.get(`${event}/milestones/milestones.csv`)?.toString() ?? '';
    expect(csv.split('\r\n')).toHaveLength(count + 2);
    expect(JSON.parse(files.get(`${event}/milestones/milestones.json`)?.toString() ?? '').milestones).toHaveLength(
      count,
    );
  });

  test('offers the same data below an earlier slug of the event', () => {
    for (const name of ['milestones.csv', 'milestones.json']) {
      const data = files.get(`11-11-2019/milestones/${name}`);
      expect(data).toBeDefined();
      expect(files.get(`double-eleven-2019/milestones/${name}`)).toEqual(data);
    }
  });
});

describe('the timeline', () => {
  test('shows a small chart as one picture, without links in it', () => {
    const [chart] = charts('11-11-2019/');
    expect(chart && byName(chart, 'a')).toEqual([]);
    expect(chart && byName(chart, 'svg')[0]?.properties['role']).toBe('img');
    expect(charts('apollo-11/')).toEqual([]);
  });
});

describe('the page of a milestone', () => {
  test('tells its share of the final total, its distance to the values beside it, and the milestones beside it', () => {
    expect(factsOn('11-11-2019/twelve-billion-dollars/')).toEqual({
      Counts: 'Gross merchandise volume',
      'Since the start': '1 h',
      Share: '31.3% of the final US$38.4 billion',
      'In time': '30 min 15 s after US$10 billion | 1 min 32 s before CN¥91.2 billion',
      'Its place': '3 of 12: all milestones',
      'Milestone before · Gross merchandise volume': 'US$10 billion 00:29:45',
      'Milestone after · Gross merchandise volume': 'CN¥91.2 billion 01:01:32',
    });
  });

  test('tells what it passed', () => {
    expect(factsOn('11-11-2019/the-whole-of-2018/')).toMatchObject({
      Past: '2018 (CN¥213.5 billion)',
      Share: '79.5% of the final US$38.4 billion',
      'In time': '33 min 54 s after US$30 billion | 7 h 28 min before US$38.4 billion',
    });
  });

  test('says the date of a milestone beside it that was on another day', () => {
    expect(factsOn('apollo-11/touchdown/')).toMatchObject({
      'Milestone before': 'A burn behind the Moon 19 July, 13:21:50',
      'Milestone after': 'Armstrong steps onto the Moon 22:56:15',
    });
  });

  test('shows its place on the chart, or in time where it has no value', () => {
    const own = (path: string) =>
      elements(page(path), ({ properties }) => String(properties['className']).split(',').includes('own')).map(
        ({ tagName }) => tagName,
      );
    expect(own('11-11-2019/final-total/')).toEqual(['circle']);
    expect(own('11-11-2019/first-milestone/')).toEqual(['line', 'circle']);
    expect(own('apollo-11/touchdown/')).toEqual(['line', 'circle']);
  });
});

test('an entry that is no milestone has neither chart nor place', () => {
  expect(
    elements(page('11-11-2019/coverage-closes/'), ({ properties }) =>
      String(properties['className']).includes('chart'),
    ),
  ).toEqual([]);
});
