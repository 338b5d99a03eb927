import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { byName, filesOf, pagesOf } from '../scripts/testing/built-site.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

/** What the metadata of each page say, by path, of Open Graph and of X. */
const previewsIn = (files: ReadonlyMap<string, Buffer>) =>
  new Map(
    [...pagesOf(files)].map(([path, tree]) => {
      const all = byName(tree, 'meta').flatMap(({ properties }) => {
        const name = String(properties['property'] ?? properties['name'] ?? '');
        return /^(?:og|twitter):/.test(name) ? [[name, String(properties['content'])] as const] : [];
      });
      expect(new Set(all.map(([name]) => name)).size, path).toBe(all.length);
      return [path, Object.fromEntries(all)];
    }),
  );

const files = filesOf(inject('site'));
const previews = previewsIn(files);
const cards = [...files].filter(([path]) => /(?:^|\/)media\/card-/.test(path));
const fileOf = (address = '') => decodeURIComponent(new URL(address).pathname.slice(1));

describe('the metadata of pages', () => {
  test('say what a preview needs, on every page', () => {
    expect(previews.size).toBeGreaterThan(80);
    for (const [path, preview] of previews) {
      const isCard = preview['og:image']?.includes('/card-');
      expect(preview, path).toEqual({
        'og:type': expect.stringMatching(/^(article|website)$/),
        'og:site_name': 'The Recapsule archive',
        'og:title': expect.stringMatching(/./),
        'og:description': expect.stringMatching(/./),
        'og:url': expect.stringMatching(/^https:\/\/recaps\.example\.org\//),
        'og:locale': 'en_GB',
        'og:image': expect.stringMatching(
          /^https:\/\/recaps\.example\.org\/.*media\/(card-[0-9a-f]{12}\.png|[\w-]+-[0-9a-f]{10}-\d+\.(jpg|png))$/,
        ),
        'og:image:type': expect.stringMatching(isCard ? /^image\/png$/ : /^image\/(jpeg|png)$/),
        'og:image:width': isCard ? '1200' : expect.stringMatching(/^\d+$/),
        'og:image:height': isCard ? '630' : expect.stringMatching(/^\d+$/),
        'og:image:alt': expect.stringMatching(isCard ? /The Recapsule archive/ : /./),
        'twitter:card': 'summary_large_image',
        'twitter:image:alt': preview['og:image:alt'],
      });
    }
  });

  test('name cards and pictures that are there, and every card is named', () => {
    const named = [...new Set([...previews.values()].map((preview) => fileOf(preview['og:image'])))];
    expect(named.filter((path) => !files.has(path))).toEqual([]);
    expect(named.filter((path) => path.includes('/card-')).sort()).toEqual(cards.map(([path]) => path).sort());
  });

  test('name for a milestone its own card, for others the picture that they show or the card of their event, and at an alias what has moved', () => {
    const cardOf = (path: string) => previews.get(`${path}index.html`)?.['og:image'];
    const own = cardOf('11-11-2019/past-the-total-of-2015/');
    const event = cardOf('11-11-2019/');
    expect(cards).toHaveLength(1 + (1 + 12) + (1 + 8));
    expect(own).not.toBe(event);
    expect(cardOf('11-11-2019/goji-from-nuomuhong/')).toMatch(/\/11-11-2019\/media\/goji-harvest-/);
    expect(cardOf('11-11-2019/coverage-closes/')).toBe(event);
    expect(cardOf('11-11-2019/2019-11-11/')).toBe(event);
    expect(cardOf('double-eleven-2019/past-the-total-of-2015/')).toBe(own);
    expect(cardOf('')).toMatch(/org\/media\/card-/);
    expect(previews.get('404.html')?.['og:image']).toBe(cardOf(''));
  });
});

test('cards are PNG files of 1200 × 630 pixels, and light', async () => {
  for (const [path, bytes] of cards) {
    expect(await sharp(bytes).metadata(), path).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(bytes.length, path).toBeLessThan(100_000);
  }
});

describe('what must not be seen', () => {
  const folder = temporaryFolder();
  const milestone = 'milestone: true\n';
  const build = (more: string, env = {}) =>
    buildContent(
      folder,
      {
        'event/event.md': settings.event(),
        'event/secret.md': entryFile('A secret', '2020-03-02T10:00', 'Hush.', milestone + more),
      },
      env,
    );
  const cardsIn = (built: ReadonlyMap<string, Buffer>) => [...built.keys()].filter((path) => path.includes('/card-'));

  test('leaves no card and no word in the metadata when it is withdrawn, or while it is a draft', async () => {
    const seen = await build('');
    expect(cardsIn(seen.files)).toHaveLength(3);
    for (const more of ['withdrawn: {time: 2020-03-02T11:00, reason: A slip}\n', 'draft: true\n']) {
      const { code, files: hidden, stderr } = await build(more);
      expect(code, stderr).toBe(0);
      expect(cardsIn(hidden)).toHaveLength(2);
      expect(cardsIn(seen.files)).toEqual(expect.arrayContaining(cardsIn(hidden)));
      for (const [path, bytes] of hidden) expect(bytes.includes('A secret'), path).toBe(false);
    }
  });

  test('is seen in a build with drafts', async () => {
    expect(cardsIn((await build('draft: true\n', { DRAFTS: '1' })).files)).toHaveLength(3);
  });
});

test('an archive below a path, in another language, has its cards below it', async () => {
  const { files: built, stderr } = await buildContent(temporaryFolder(), {
    'site.yml': 'title: Archiv\ndescription: Gutes.\nurl: https://recaps.test/archiv\nlanguage: de\n',
    'event/event.md': settings.event('language: zh-Hans\n'),
    'event/one.md': entryFile('双十一', '2020-03-02T10:00', '开始。', 'milestone: true\n'),
  });
  const seen = previewsIn(built);
  expect(seen.get('index.html'), stderr).toMatchObject({
    'og:locale': 'de_DE',
    'og:url': 'https://recaps.test/archiv/',
    'og:image': expect.stringMatching(/^https:\/\/recaps\.test\/archiv\/media\/card-/),
  });
  expect(seen.get('event/one/index.html')).toMatchObject({
    'og:locale': 'zh_CN',
    'og:image': expect.stringMatching(/^https:\/\/recaps\.test\/archiv\/event\/media\/card-/),
    'og:image:alt': expect.stringContaining('双十一'),
  });
});
