import { cyclic } from '../../random.ts';
import { harmlessBlog, harmlessPost } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import type { Kind } from './kind.ts';

/** Times that are none, or at the ends of what can be counted; the one of the round alone, or all of them together. */
export const times: Kind = (round, random) => {
  const { name, file, write } = random.pick(allFormats);
  const some = round % 2 === 0 ? all : Array.from({ length: 3 }, () => cyclic(all, Math.floor(round / 2)));
  const posts = some.map((time, index) => harmlessPost(index, { time }));
  const what = round % 2 === 0 ? 'times that are none' : `the time ${JSON.stringify(some[0]?.slice(0, 40))}`;
  const args = random.pick([[], ['--timezone', 'Europe/Berlin'], ['--timezone', 'Pacific/Apia']]);
  return {
    name: `${name} with ${what}${args.length > 0 ? ` in ${args[1]}` : ''}`,
    file,
    source: write(harmlessBlog(posts)),
    args,
  };
};

const all: readonly string[] = [
  '0000-00-00T00:00:00Z',
  '0000-00-00 00:00:00',
  '0000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:01Z',
  '+999999-12-31T23:59:59Z',
  '9999-12-31T24:00:00Z',
  '2019-11-11T24:00:00Z',
  '2019-11-11T23:59:60Z',
  '2019-11-11T25:61:61Z',
  '2019-02-30T10:00:00Z',
  '2019-11-11T10:18:00+99:99',
  '2019-11-11T10:18:00+23:59',
  '2019-11-11T10:18:00.123456789123456789Z',
  '2019-03-31T02:30:00',
  '2019-10-27T02:30:00',
  '2011-12-30T10:00:00',
  '1570000000',
  '1e308',
  '-1',
  'NaN',
  'now',
  'Mon, 11 Nov 2019 10:18:00 XYZ',
  '11/11/19 10:18',
  '٢٠١٩-١١-١١T١٠:١٨:٠٠Z',
  '2019-11-11T10:18:00[Europe/Berlin][u-ca=hebrew]',
  `2019-11-11T10:18:00${'0'.repeat(10_000)}Z`,
  '2019-W46-1',
  'P1Y',
  '',
];
