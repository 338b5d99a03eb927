import type { Element, Root, RootContent } from 'hast';
import { beforeAll, expect, test } from 'vitest';
import { pagesOf } from '../scripts/testing/built-site.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';
import { en } from './words/languages/en.ts';

const day = '2020-03-02';
const entries = (event: string): Record<string, string> => ({
  [`${event}/a.md`]: entryFile('انطلاق', `${day}T10:00`, 'نص.', 'milestone: true\ntopics: [space]\npinned: true\n'),
  [`${event}/b.md`]: entryFile('هبوط', `${day}T11:00`, 'نص.', 'milestone: true\nauthor: A\n'),
  [`${event}/c.md`]: entryFile('ختام', `2020-03-03`, 'نص.', `withdrawn: {time: ${day}T12:00, reason: خطأ}\n`),
});

let pages: ReadonlyMap<string, Root>;

beforeAll(async () => {
  const { code, stderr, files } = await buildContent(temporaryFolder(), {
    'arabi/event.md': settings.event('language: ar\nlive: true\n'),
    'deutsch/event.md': settings.event('language: de\n'),
    ...entries('arabi'),
    ...entries('deutsch'),
  });
  expect(code, stderr).toBe(0);
  pages = pagesOf(files);
});

/** Texts of a page, each with the language that it is said to have. */
const textsOf = (page: Root): { text: string; lang: unknown }[] => {
  const found: { text: string; lang: unknown }[] = [];
  const walk = (node: Root | RootContent, lang: unknown): void => {
    if (node.type === 'text') found.push({ text: node.value.trim(), lang });
    if (!('children' in node)) return;
    const { lang: own } = node.type === 'element' ? (node as Element).properties : {};
    for (const child of node.children) walk(child, own ?? lang);
  };
  walk(page, undefined);
  return found.filter(({ text }) => text.length > 1);
};

test('where a language has no texts of its own, what is English says so', () => {
  const english = new Set<unknown>(Object.values(en).filter((text) => typeof text === 'string'));
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const [path, page] of pages) {
    if (!path.startsWith('arabi/')) continue;
    for (const { text, lang } of textsOf(page)) {
      if (!english.has(text) && !/^(Times are local|Follow )/.test(text)) continue;
      seen.add(text);
      if (lang !== 'en') wrong.push(`${path}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(30);
});

test('where a language has its own, nothing on a page is in another', () => {
  for (const [path, page] of pages)
    if (path.startsWith('deutsch/')) expect([...new Set(textsOf(page).map(({ lang }) => lang))], path).toEqual(['de']);
});
