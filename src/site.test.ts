import { describe, expect, inject, test } from 'vitest';
import { byName, elements, filesOf, pagesOf, textInLine } from '../scripts/testing/built-site.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);
const page = (path: string) => {
  const tree = pages.get(`${path}index.html`);
  if (!tree) throw new Error(`There is no page ${path}`);
  return tree;
};
const articles = (path: string) => byName(page(path), 'article');
const ids = (path: string) => articles(path).map(({ properties }) => properties['id']);
const text = (path: string) => textInLine(page(path));

describe('the timeline of 11.11 2019', () => {
  test('shows the 27 entries of the facts sheet, newest first', () => {
    expect(ids('11-11-2019/')).toEqual([
      'coverage-closes',
      'final-total',
      'lazada-looks-to-a-record',
      'a-new-engine-in-flight',
      'more-deliveries-than-in-2018',
      'allbirds-comes-to-11-11',
      'the-whole-of-2018',
      'thirty-billion-dollars',
      'three-brands-and-their-shoppers',
      'taylor-swift-at-the-gala',
      'more-deliveries-than-in-2017',
      'more-than-all-of-2017',
      'twenty-billion-dollars',
      'past-the-total-of-2016',
      'past-the-total-of-2015',
      'twelve-billion-dollars',
      'ten-billion-dollars',
      'first-milestone',
      'shopping-with-a-host',
      'street-dance-on-a-moving-stage',
      'gala-before-the-curtain',
      'loreal-prepares',
      'goji-from-nuomuhong',
      'half-price-in-the-hypermarket',
      'department-stores-join',
      'the-eleventh-time',
      'twelve-hours-to-go',
    ]);
  });

  test('stands under two day headings, with the midnight that ends Monday under Monday', () => {
    const days = byName(page('11-11-2019/'), 'section').filter(({ properties }) =>
      String(properties['ariaLabelledBy']).startsWith('on.'),
    );
    expect(days.map((day) => byName(day, 'h2').map(textInLine)[0])).toEqual([
      'Monday, 11 November 2019',
      'Sunday, 10 November 2019',
    ]);
    expect(days.map((day) => byName(day, 'article').length)).toEqual([18, 9]);
    const midnight = articles('11-11-2019/')[1];
    expect(midnight && byName(midnight, 'time').map((time) => [textInLine(time), time.properties['dateTime']])).toEqual(
      [['Midnight', '2019-11-12T00:00+08:00']],
    );
  });

  test('shows each time as precisely as it is known', () => {
    const times = articles('11-11-2019/').map((article) => byName(article, 'time')[0]);
    expect(times.slice(0, 8).map((time) => time && [textInLine(time), time.properties['dateTime']])).toEqual([
      ['11 November 2019', '2019-11-11'],
      ['Midnight', '2019-11-12T00:00+08:00'],
      ['23:40', '2019-11-11T23:40+08:00'],
      ['22:20', '2019-11-11T22:20+08:00'],
      ['18:31', '2019-11-11T18:31+08:00'],
      ['17:01', '2019-11-11T17:01+08:00'],
      ['16:31:12', '2019-11-11T16:31:12+08:00'],
      ['15:57:18', '2019-11-11T15:57:18+08:00'],
    ]);
  });

  test('shows of each milestone its figure, or what it surpassed, or the time since the start', () => {
    const shown = articles('11-11-2019/').flatMap((article) => {
      const [figure] = elements(article, ({ properties }) => String(properties['className']).includes('figure'));
      return figure ? [[article.properties['id'], textInLine(figure)]] : [];
    });
    expect(shown).toEqual([
      ['final-total', 'US$38.4 billion CN¥268.4 billion · Gross merchandise volume · 1 d since the start'],
      ['more-deliveries-than-in-2018', 'Past 2018 Delivery orders · 18 h 31 min since the start'],
      ['the-whole-of-2018', 'CN¥213.5 billion Gross merchandise volume · past 2018 · 16 h 31 min 12 s since the start'],
      ['thirty-billion-dollars', 'US$30 billion Gross merchandise volume · 15 h 57 min 18 s since the start'],
      ['more-deliveries-than-in-2017', 'Past 2017 Delivery orders · 10 h 18 min since the start'],
      [
        'more-than-all-of-2017',
        'CN¥168.2 billion Gross merchandise volume · past 2017 · 10 h 4 min 49 s since the start',
      ],
      ['twenty-billion-dollars', 'US$20 billion Gross merchandise volume · 6 h 28 min since the start'],
      [
        'past-the-total-of-2016',
        'CN¥120.7 billion Gross merchandise volume · past 2016 · 1 h 26 min 7 s since the start',
      ],
      [
        'past-the-total-of-2015',
        'CN¥91.2 billion Gross merchandise volume · past 2015 · 1 h 1 min 32 s since the start',
      ],
      ['twelve-billion-dollars', 'US$12 billion Gross merchandise volume · 1 h since the start'],
      ['ten-billion-dollars', 'US$10 billion Gross merchandise volume · past 2014 · 29 min 45 s since the start'],
      ['first-milestone', '1 min 8 s since the start'],
    ]);
  });

  test('shows the results and the standfirst before the entries', () => {
    const words = text('11-11-2019/');
    const first = words.indexOf('The live coverage closes');
    for (const expected of [
      'US$38.4 billion',
      'RMB 268.4 billion',
      '26%',
      'the eleventh 11.11',
      'Asia/Shanghai, UTC+08:00',
    ]) {
      expect(words.indexOf(expected), expected).toBeGreaterThan(-1);
      expect(words.indexOf(expected), expected).toBeLessThan(first);
    }
  });
});

describe('the timeline of Apollo 11', () => {
  test('shows 18 entries, oldest first, with the moonwalk under 20 July', () => {
    expect(ids('apollo-11/')).toHaveLength(18);
    expect([ids('apollo-11/')[0], ids('apollo-11/').at(-1)]).toEqual(['lift-off', 'splashdown']);
    expect(ids('apollo-11/1969-07-20/')).toEqual([
      'eagle-undocks',
      'powered-descent',
      'touchdown',
      'hatch-open',
      'first-step',
      'aldrin-follows',
      'the-flag',
      'a-call-from-the-president',
      'hatch-closed',
    ]);
  });

  test('says of a time after midnight on which date it was', () => {
    const closed = articles('apollo-11/1969-07-20/').at(-1);
    expect(closed && byName(closed, 'time').map(textInLine)).toEqual(['21 July, 01:11:13']);
  });

  test('has a page for each day with entries, and none for a day without', () => {
    expect([...pages.keys()].filter((path) => /^apollo-11\/\d{4}/.test(path))).toEqual(
      ['16', '19', '20', '21', '24'].map((day) => `apollo-11/1969-07-${day}/index.html`),
    );
  });
});

describe('the page of an entry', () => {
  test('exists for every entry of a timeline, with its title as the only h1', () => {
    for (const event of ['11-11-2019', 'apollo-11']) {
      for (const article of articles(`${event}/`)) {
        const [title] = byName(article, 'h3');
        const headings = byName(page(`${event}/${article.properties['id']}/`), 'h1');
        expect(headings).toHaveLength(1);
        expect(title && textInLine(title).replace(/, [^,]*, time not known$/, '')).toBe(
          headings[0] && textInLine(headings[0]),
        );
      }
    }
  });

  test('leads to the entries before and after it in time', () => {
    const neighbours = elements(page('11-11-2019/final-total/'), ({ properties }) =>
      ['prev', 'next'].includes(String(properties['rel'])),
    );
    expect(neighbours.map(({ properties }) => [String(properties['rel']), properties['href']])).toEqual([
      ['prev', '/11-11-2019/lazada-looks-to-a-record/'],
      ['next', '/11-11-2019/coverage-closes/'],
    ]);
  });

  test('marks a converted figure as such, with where the rate is from', () => {
    const words = text('11-11-2019/past-the-total-of-2015/');
    expect(words).toContain('about US$13 billion');
    expect(words).toMatch(/Converted.*268\.4 billion/);
  });
});

test('an earlier slug of an event redirects every one of its pages, with a canonical link', () => {
  const moved = page('double-eleven-2019/final-total/');
  expect(byName(moved, 'meta').map(({ properties }) => properties['content'])).toContain(
    '0; url=/11-11-2019/final-total/',
  );
  expect(byName(moved, 'link').map(({ properties }) => properties['href'])).toEqual([
    'https://recaps.example.org/11-11-2019/final-total/',
  ]);
  const below = (event: string) =>
    [...pages.keys()].filter((path) => path.startsWith(`${event}/`)).map((path) => path.slice(event.length));
  expect(below('double-eleven-2019')).toEqual(below('11-11-2019'));
});

test('the milestones page tells time, time since the start, figure and the gap to the one before', () => {
  const rows = byName(page('11-11-2019/milestones/'), 'tr').map((row) => byName(row, 'td', 'th').map(textInLine));
  expect(rows[0]).toEqual(['Time', 'Milestone', 'Since the start', 'After the one before of the same metric']);
  expect(rows).toContainEqual([
    '01:01:32',
    'CN¥91.2 billion about US$13 billion The total of 2015 falls after 61 minutes and 32 seconds Gross merchandise volume Past 2015',
    '1 h 1 min 32 s',
    '1 min 32 s',
  ]);
  expect(rows).toContainEqual([
    '18:31',
    'Past 2018 Delivery orders pass the total of 2018 Delivery orders',
    '18 h 31 min',
    '8 h 13 min',
  ]);
});
