import { cyclic, type Random } from '../../random.ts';
import { harmlessBlog, manyPosts } from '../blog.ts';
import { jsonFormats } from '../formats/formats.ts';
import { page } from '../formats/pages.ts';
import type { Kind } from './kind.ts';

/** JSON that is well written and says something else than it should: texts where lists belong, and the other way round. */
export const shapes: Kind = (round, random) => {
  const { name, file, objectOf } = cyclic(jsonFormats, round);
  const json = JSON.parse(
    JSON.stringify(objectOf(harmlessBlog(manyPosts(4, { picture: 'a.png', caption: 'A picture' })))),
  );
  const count = random.pick([1, 3, 10]);
  for (let index = 0; index < count; index++) change(json, random);
  const text = JSON.stringify(json).replaceAll('"__raw', '').replaceAll('raw__"', '');
  const inPage = name === 'JSON-LD' && round % 8 > 3;
  return {
    name: `${name} with ${count} ${count === 1 ? 'value' : 'values'} of another kind${inPage ? ', in a page' : ''}`,
    file: inPage ? 'page.html' : file,
    source: inPage ? page('x', `<script type="application/ld+json">${text}</script>`, '') : text,
  };
};

/** Goes down by chance, and puts something else where it stops. */
const change = (json: object, random: Random): void => {
  const key = random.pick(Object.keys(json));
  const value: unknown = Reflect.get(json, key);
  const isOpen = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (isOpen && random.integer(1, 9) > 1) change(value, random);
  else Reflect.set(json, key, random.pick(values)(value));
};

// What JSON.stringify would never write stands between these marks.
const raw = (text: string): string => `__raw${text}raw__`;

const values: readonly ((value: unknown) => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => raw('1e999'),
  () => raw('-0'),
  () => raw('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => '',
  () => ({}),
  () => [],
  (value) => [value],
  (value) => [[value, [value, null]]],
  (value) => ({ '@value': value, '@id': '#p1', name: value }),
  () => ({ '@id': '#p1' }),
  () => ({ '@list': [{ '@list': [] }] }),
  () => Array(1000).fill(null),
  (value) => JSON.stringify(value).repeat(100),
  () => '\ud800',
  () => 'toString',
  () => ({ toString: null, valueOf: 1, length: -1 }),
  () => raw('9'.repeat(5000)),
];
