import { expect, test } from 'vitest';
import { asOneWord, plainMeanings, plainNumbers, spellings, unitsOf } from './spellings.ts';

test('words that may be written otherwise are known by both spellings', () => {
  expect(spellings('Die Straße, das œuvre, 3 km², ＡＢＣ und ﬁnal')).toEqual([
    'Strasse',
    'oeuvre',
    'km2',
    'ABC',
    'final',
  ]);
  expect(spellings('C++ and a long ſ')).toEqual(['Cplusplus', 's']);
  expect(spellings('Café, cafe\u0301 and Genève in 2019')).toEqual([]);
  expect(spellings('2019年11月，12684年')).toEqual(['19', '2019ꞏ11']);
  expect(spellings('Łódź København ıssız')).toEqual(['lódź', 'Kobenhavn', 'issiz', 'Koebenhavn']);
});

test('German words are known without their umlauts', () => {
  expect(spellings('Frau Müller aus Köln')).toEqual(['Mueller', 'Koeln']);
});

test.each([
  ["20,000 20.000 20\u00a0000 20\u202f000 20’000 20'000 20 000", '20000 20000 20000 20000 20000 20000 20000'],
  ['1,234,567.89 and 1.234.567,89', '1234567ꞏ89 and 1234567ꞏ89'],
  ['12,34,567 ٢٠٬٠٠٠ १२', '1234567 20000 12'],
  ['3–2 3-2 3−2 3 : 2 3 – 2', '3ꞏ2 3ꞏ2 3ꞏ2 3ꞏ2 3ꞏ2'],
  ['2019–20, 2019-2020, 6—8', '2019ꞏ20, 2019ꞏ2020, 6ꞏ8'],
  ['09:30 9.30 16:17:40 19h30 19 h 30', '9ꞏ30 9ꞏ30 16ꞏ17ꞏ40 19ꞏ30 19ꞏ30'],
  ['2019-11-01 01.11.2019 1.11.2019 07/20/1969', '2019ꞏ11ꞏ1 2019ꞏ11ꞏ1 2019ꞏ11ꞏ1 1969ꞏ7ꞏ20'],
  ['4×100 m, 4x100', '4x100 m, 4x100'],
  ['1:21.900', '1ꞏ21ꞏ900'],
  ['4対1', '4ꞏ1'],
  ['3比1', '3ꞏ1'],
  ['5대 2', '5ꞏ2'],
  ['21 à 18', '21ꞏ18'],
  ['71.4%, 71,4 %', '71ꞏ4%, 71ꞏ4 %'],
  ['It ended in 2019. 20 came, 3, 4 and 5.', 'It ended in 2019. 20 came, 3, 4 and 5.'],
  ['No figure - none', 'No figure - none'],
])('%s is %s, however it is grouped and joined', (text, plain) => {
  expect(plainNumbers(text).replace(/\s+/g, ' ').trim()).toBe(plain);
});

test('numbers are known by their one form, and behind the code of a currency', () => {
  expect(spellings('US$20,000.50 and RMB268.4 of CNY100, $5')).toEqual(['20000ꞏ50', 'RMB268ꞏ4', '268ꞏ4', '100']);
  expect(spellings('Seagull 3–2 Gannet, 2019')).toEqual(['3ꞏ2']);
  expect(spellings('GPT4 and 2019')).toEqual(['4']);
});

test('numbers are known with what stands beside them, however far from the next they are', () => {
  const far = 'words without any '.repeat(20);
  expect(spellings(`${far}on May 3, 2024, ${far}and then 2 million people ${far}`)).toEqual(['2024ꞏ5ꞏ3', '2000000']);
  expect(spellings(`${far}🎉🎉 5 km ${'🎉'.repeat(60)}12,000`)).toEqual(['12000']);
});

test('compounds are known as one word', () => {
  expect(spellings('O’Brien’s e-mail, COVID-19, 10-year-old Jean-Luc; 3-2')).toEqual([
    '3ꞏ2',
    'OBriens',
    'email',
    'COVID19',
    '10yearold',
    'JeanLuc',
  ]);
  expect(asOneWord("rock'n'roll 3-2 G-7 7-Up")).toBe('rocknroll 3-2 G7 7Up');
});

test('a version is known without its letter, a temperature without its sign, and the ends of a range alone', () => {
  expect(spellings('v2.1.0 at 30 °C from 14:30–15:45')).toEqual([
    'v2ꞏ1ꞏ0',
    '2ꞏ1ꞏ0',
    '30C',
    '14ꞏ30ꞏ15ꞏ45',
    '14ꞏ30',
    '15ꞏ45',
  ]);
});

const meanings = (text: string): readonly string[] => plainMeanings(text).map((one) => one.replace(/\s+/g, ' ').trim());

test.each([
  ['1.2 million', '1200000'],
  ['€1.2m', '€ 1200000'],
  ['1.2M', '1200000'],
  ['1,2 Mio. €', '1200000 €'],
  ['1,2 M€', '1200000 €'],
  ['2,5 Mrd. Euro', '2500000000 Euro'],
  ['2 mil millones', '2000000000'],
  ['10.000 millones', '10000000000'],
  ['1,2 миллиона', '1200000'],
  ['1.2 مليون', '1200000'],
  ['१.२ करोड़', '12000000'],
  ['12 lakh', '1200000'],
  ['120万人', '1200000 人'],
  ['3億2,000万5000円', '320005000 円'],
  ['1억 2천만', '120000000'],
  ['1.2 ล้าน', '1200000'],
  ['€1.2–1.5m', '€ 1200000 1500000'],
  ['3 to 5 million', '3000000 5000000'],
  ['1.2345 thousand', '1234ꞏ5'],
  ['5 bridges 4 million', '5 bridges 4000000'],
  ['5 GB, 10 min, 5千米', '5 GB, 10 min, 5千米'],
])('the amount %s means %s', (text, plain) => {
  expect(meanings(text)).toEqual([plain]);
});

test.each([
  ['2:30 pm', '14ꞏ30'],
  ['2.30pm', '14ꞏ30'],
  ['2:30:15 p.m.', '14ꞏ30ꞏ15'],
  ['2:30 p. m.', '14ꞏ30'],
  ['12:15 am', '0ꞏ15'],
  ['12 pm', '12ꞏ00'],
  ['14 Uhr 30', '14ꞏ30'],
  ['14.30 Uhr', '14ꞏ30'],
  ['14h30', '14ꞏ30'],
  ['14時30分', '14ꞏ30'],
  ['午後2時半', '14ꞏ30'],
  ['下午2点30分', '14ꞏ30'],
  ['오후 2시 30분', '14ꞏ30'],
  ['٢:٣٠ مساءً', '14ꞏ30'],
  ['2 pm–4 pm', '14ꞏ00 – 16ꞏ00'],
  ['3시간, 3時間', '3시간, 3時間'],
])('the time %s means %s', (text, plain) => {
  expect(meanings(text)).toEqual([plain]);
});

test.each([
  ['3 May 2024', '2024ꞏ5ꞏ3'],
  ['May 3rd, 2024', '2024ꞏ5ꞏ3'],
  ['3. Mai 2024', '2024ꞏ5ꞏ3'],
  ['1er août 2024', '2024ꞏ8ꞏ1'],
  ['3 de mayo de 2024', '2024ꞏ5ꞏ3'],
  ['3 Mayıs 2024', '2024ꞏ5ꞏ3'],
  ['3 мая 2024', '2024ꞏ5ꞏ3'],
  ['٣ مايو ٢٠٢٤', '2024ꞏ5ꞏ3'],
  ['3 במאי 2024', '2024ꞏ5ꞏ3'],
  ['3 मई 2024', '2024ꞏ5ꞏ3'],
  ['3 พฤษภาคม 2567', '2024ꞏ5ꞏ3'],
  ['2024年5月3日', '2024ꞏ5ꞏ3'],
  ['2024년 5월 3일', '2024ꞏ5ꞏ3'],
  ['03.05.2024–05.05.2024', '2024ꞏ5ꞏ3 – 2024ꞏ5ꞏ5'],
  ['2024-05-03/2024-05-05', '2024ꞏ5ꞏ3 / 2024ꞏ5ꞏ5'],
  ['May 2024', '2024ꞏ5'],
  ['2024-05', '2024ꞏ5'],
  ['12/25/2024', '2024ꞏ12ꞏ25'],
  ['room 45 2024, 32.13.2024', 'room 45 2024, 32ꞏ13ꞏ2024'],
])('the date %s means %s', (text, plain) => {
  expect(meanings(text)).toEqual([plain]);
});

test.each([
  'Nothing',
  '',
  '2024 and 08:17, 12,000 or 5–3',
  '3/5/2024, 2.30 pm',
  '２０２４ 2024-08-17',
  'May 3, 2024 €1.2m',
])('dates that stand behind %j are spelt as those within a text', (text) => {
  for (const dates of [['2024-08-17'], ['2024-01-02', '09:05'], ['0962-11-30', '00:00:07'], ['1969-07-20', '24:00']])
    expect(spellings(text, dates)).toEqual(spellings([text, ...dates].join(' · ')));
});

test('what is not certain has both of its meanings in a query, and in the index only where figures have two', () => {
  expect(meanings('100m')).toEqual(['100m', '100000000']);
  expect(spellings('100m')).toEqual([]);
  expect(meanings('14h')).toEqual(['14h', '14ꞏ00']);
  expect(meanings('3/5/2024')).toEqual(['2024ꞏ5ꞏ3', '2024ꞏ3ꞏ5']);
  expect(spellings('3/5/2024')).toEqual(['2024ꞏ5ꞏ3', '2024ꞏ3ꞏ5']);
});

test('a number and its unit are looked for together and apart', () => {
  expect(unitsOf('42.195km')).toEqual(['42.195 km', '42.195km']);
  expect(unitsOf('100 m and 4x100')).toEqual(['100 m and 4x100', '100m and 4x100']);
});

test('long runs of digits, marks and words are read in time that grows with their length', () => {
  for (const one of ['1', '1.', '1 ', '1万', '1-', 'May ', '1 million ', '3.5.'])
    expect(spellings(one.repeat(10_000)).join('').length).toBeLessThan(3_000_000);
});
