import type { Element, Root } from 'hast';
import { describe, expect, inject, test } from 'vitest';
import { byName, filesOf, pagesOf, textInLine } from '../scripts/testing/built-site.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

const files = filesOf(inject('site'));
const pages = pagesOf(files);
const folder = temporaryFolder();
const host = 'https://recaps.example.org';

// biome-ignore lint/suspicious/noExplicitAny: what machines read of a page has no type of its own
type Data = any;

/** Everything that a page says of itself to machines. */
const dataOf = (tree: Root | undefined): Data[] =>
  (tree ? byName(tree, 'script') : [])
    .filter(({ properties }) => properties['type'] === 'application/ld+json')
    .map((script) => JSON.parse(script.children.map((one) => ('value' in one ? one.value : '')).join('')))
    .flatMap((data) => data['@graph'] ?? [data]);

const ofType = (tree: Root | undefined, type: string): Data[] => dataOf(tree).filter((one) => one['@type'] === type);

const titleOf = (article: Element): string => byName(article, 'h3').map(textInLine).join('');

/** The entries that a page shows, as a reader sees them. */
const shownOn = (tree: Root): { title: string; href: unknown; text: string; datetime: unknown }[] =>
  byName(tree, 'article').map((article) => {
    const [link] = byName(article, 'h3').flatMap((heading) => byName(heading, 'a'));
    const [time] = byName(article, 'time');
    const prose = byName(article, 'div').filter(({ properties }) => String(properties['className']).includes('prose'));
    return {
      title: titleOf(article),
      href: `${host}${link?.properties['href']}`,
      datetime: time?.properties['dateTime'],
      text: prose.map(textInLine).join(''),
    };
  });

const lists = [...pages].filter(([path]) => /^(11-11-2019|apollo-11)\/(\d{4}-\d{2}-\d{2}\/)?index\.html$/.test(path));

describe('timelines and event days', () => {
  test('are live blogs whose updates are the visible entries, one by one, in their order', () => {
    expect(lists.length).toBeGreaterThan(6);
    for (const [path, tree] of lists) {
      const [blog] = ofType(tree, 'LiveBlogPosting');
      const shown = shownOn(tree);
      expect(
        blog.liveBlogUpdate.map(({ url }: Data) => url),
        path,
      ).toEqual(shown.map(({ href }) => href));
      for (const [index, { title, text, datetime }] of shown.entries()) {
        const update = blog.liveBlogUpdate[index];
        expect(update['@type']).toBe('BlogPosting');
        expect(title.startsWith(update.headline), `${title} as ${update.headline}`).toBe(true);
        const isOf1969 = path.startsWith('apollo-11/');
        if (datetime !== undefined) expect(update.datePublished).toBe(isOf1969 ? '2026-11-23T02:47-05:00' : datetime);
        // Marks that make sentences of lists and quotations are said and not seen.
        const words = update.articleBody.replace(/[“”;]| — /g, ' ').split(/\s+/);
        expect(
          words.filter((word: string) => !text.includes(word)),
          update.url,
        ).toEqual([]);
        expect(words.length, update.url).toBeGreaterThan(0.8 * text.split(' ').length - 12);
      }
      expect(Date.parse(blog.coverageStartTime), path).toBeLessThanOrEqual(Date.parse(blog.coverageEndTime));
    }
  });

  test('say when the coverage was by the first and the last entry', () => {
    const [blog] = ofType(pages.get('11-11-2019/index.html'), 'LiveBlogPosting');
    const times = shownOn(pages.get('11-11-2019/index.html') as Root).map(({ datetime }) => datetime);
    // The last one has no time of its own, and so that of the entry before it.
    const timed = times.find((time) => String(time).includes('T'));
    expect([blog.coverageStartTime, blog.coverageEndTime]).toEqual([times.at(-1), timed]);
    expect(blog.publisher).toEqual({ '@type': 'Organization', name: 'Example Press', url: 'https://example.org' });
  });

  test('name the event, where and when it was', () => {
    const [event] = ofType(pages.get('11-11-2019/index.html'), 'Event');
    expect(event).toMatchObject({
      name: '11.11 Global Shopping Festival 2019',
      startDate: '2019-11-10T12:00+08:00',
      endDate: '2019-11-12T00:00+08:00',
      location: { '@type': 'Place', name: expect.any(String) },
    });
    expect(files.has(new URL(event.image).pathname.slice(1))).toBe(true);
  });
});

test('pages of entries are articles, with what they belong to', () => {
  const entries = [...pages].filter(
    ([, tree]) => byName(tree, 'h1').length === 1 && ofType(tree, 'Article').length > 0,
  );
  expect(entries).toHaveLength(45);
  for (const [path, tree] of entries) {
    const [article] = ofType(tree, 'Article');
    expect(article.url).toBe(`${host}/${path.replace('index.html', '')}`);
    expect(article.headline).toBe(byName(tree, 'h1').map(textInLine).join(''));
    expect(files.has(`${new URL(article.isPartOf['@id']).pathname.slice(1)}index.html`)).toBe(true);
  }
});

test('every page says where it is, from the archive downwards', () => {
  for (const [path, tree] of pages) {
    const moved = byName(tree, 'meta').some(({ properties }) => properties['httpEquiv'] !== undefined);
    if (moved || ['index.html', '404.html'].includes(path)) continue;
    const [list] = ofType(tree, 'BreadcrumbList');
    const addresses = list.itemListElement.map(({ item }: Data) => item);
    expect(addresses[0]).toBe(`${host}/`);
    expect(addresses.at(-1), path).toBe(`${host}/${encodeURI(path.replace('index.html', ''))}`);
    for (const address of addresses)
      expect(files.has(`${decodeURIComponent(new URL(address).pathname.slice(1))}index.html`), address).toBe(true);
  }
});

test('what was withdrawn or is a draft is said to nobody, and what is written breaks out of nothing', async () => {
  const built = await buildContent(folder, {
    'event/event.md': settings.event(),
    'event/a.md': entryFile('</script><script>alert(1)</script>', '2020-03-02T10:00', 'A text \u2028 of `</script>`.'),
    'event/b.md': entryFile(
      'Gone',
      '2020-03-02T11:00',
      'Gone.',
      'withdrawn: {time: 2020-03-02T12:00, reason: A slip}\n',
    ),
    'event/c.md': entryFile('Draft', '2020-03-02T11:30', 'Draft.', 'draft: true\n'),
  });
  expect(built.code, built.stderr).toBe(0);
  const tree = pagesOf(built.files).get('event/index.html');
  const [blog] = ofType(tree, 'LiveBlogPosting');
  expect(blog.liveBlogUpdate).toHaveLength(1);
  expect(blog.liveBlogUpdate[0]).toMatchObject({
    headline: '</script><script>alert(1)</script>',
    articleBody: 'A text of </script>.',
  });
  expect(ofType(pagesOf(built.files).get('event/b/index.html'), 'Article')).toEqual([]);
});
