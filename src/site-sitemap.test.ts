import type { Properties } from 'hast';
import { expect, inject, test } from 'vitest';
import { byName, filesOf, pagesOf } from '../scripts/testing/built-site.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);
const host = 'https://recaps.example.org';

const textOf = (address: string): string => files.get(address.slice(host.length + 1))?.toString() ?? '';

const listed = (xml: string): (readonly [string, string | undefined])[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(([, loc = '', time]) => [loc, time]);

const isHidden = (path: string): boolean => {
  const tree = pages.get(path);
  const isRedirect = ({ httpEquiv }: Properties): boolean => String(httpEquiv).toLowerCase() === 'refresh';
  return (
    !tree || byName(tree, 'meta').some(({ properties }) => properties['name'] === 'robots' || isRedirect(properties))
  );
};

test('the sitemap lists every page that is to be found, once, by its canonical address, split by event', () => {
  const maps = listed(textOf(`${host}/sitemap.xml`)).map(([address]) => address);
  expect(maps).toEqual(
    ['sitemap-archive.xml', '11-11-2019/sitemap.xml', 'apollo-11/sitemap.xml'].map((path) => `${host}/${path}`),
  );
  const found = maps.flatMap((map) => listed(textOf(map)).map(([address]) => address));
  const wanted = [...pages].flatMap(([path, tree]) =>
    isHidden(path)
      ? []
      : byName(tree, 'link').flatMap(({ properties: { rel, href } }) =>
          String(rel) === 'canonical' ? [String(href)] : [],
        ),
  );
  expect(found.toSorted()).toEqual(wanted.toSorted());
});

test('it says when what stands on a page changed last', () => {
  const times = new Map(listed(textOf(`${host}/11-11-2019/sitemap.xml`)));
  expect(times.get(`${host}/11-11-2019/final-total/`)).toBe('2019-11-11T16:00:00Z');
  expect(times.get(`${host}/11-11-2019/`)).toBe('2019-11-11T16:00:00Z');
  const index = new Map(listed(textOf(`${host}/sitemap.xml`)));
  // What was published long after it happened changed when it was published.
  expect(index.get(`${host}/apollo-11/sitemap.xml`)).toBe('2026-11-23T07:47:00Z');
});

test('robots.txt says where the sitemap is', () => {
  expect(files.get('robots.txt')?.toString()).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${host}/sitemap.xml\n`);
});
