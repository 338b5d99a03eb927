import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { aBody, shownAt } from './testing.ts';

const browser = unified().use(rehypeRaw).freeze();

/** Every element of HTML as a browser reads it, with the names of its attributes. */
const elementsIn = (html: string): { tagName: string; names: string[]; addresses: string[] }[] => {
  const found: { tagName: string; names: string[]; addresses: string[] }[] = [];
  const tree = browser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;
  visit(tree, 'element', ({ tagName, properties }) => {
    const addresses = ['src', 'srcSet', 'poster', 'href'].flatMap((name) => properties[name] ?? []).map(String);
    found.push({ tagName, names: Object.keys(properties), addresses });
  });
  return found;
};

const expected = new Set('p div figure figcaption small picture source img video track a'.split(' '));

describe('what writers put into pictures and videos', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><script>alert(1)</script>',
    '" onerror="alert(1)',
    "' onload='alert(1)' x='",
    '<img src=x onerror=alert(1)>',
    '</figcaption><iframe src=//evil.example>',
    'a &quot; onerror=&quot;alert(1) | &lt;b onclick=x&gt;',
    'x" srcset="//evil.example/a 1x',
  ])('is text in alt, caption and credit: %j', (text) => {
    const written = text.replaceAll('"', '\\"').replaceAll('[', '\\[').replaceAll(']', '\\]');
    for (const file of ['a.png', 'clip.mp4']) {
      const { html, blocks, absoluteHtml } = aBody(
        `![${written}](${file} "${written} | ${written}")\n\n![${written}](b.png)\n![${written}](c.png "${written}")`,
        { mediaAt: shownAt },
      );
      for (const one of [html, ...blocks, absoluteHtml]) {
        for (const { tagName, names, addresses } of elementsIn(one)) {
          expect(expected.has(tagName), `${tagName} in ${one}`).toBe(true);
          expect(names.filter((name) => /^on/i.test(name) || name === 'style')).toEqual([]);
          expect(addresses.filter((address) => address.includes('evil'))).toEqual([]);
        }
      }
    }
  });

  it.each([
    '<video src="clip.mp4" autoplay onplay="alert(1)"></video>',
    '<picture><source srcset="//evil.example/a.avif"><img src="a.png" alt="a"></picture>',
    '<img src="a.png" srcset="//evil.example/a 2x" alt="a">',
    '<video poster="//evil.example/a.png"><track src="//evil.example/a.vtt"></video>',
    '<audio src="//evil.example/a.mp3" controls></audio>',
  ])('cannot be HTML that loads from elsewhere: %s', (html) => {
    const body = aBody(html, { mediaAt: shownAt });
    expect(body.html).not.toMatch(/evil|onplay|autoplay/);
    expect(body.diagnostics.map(({ rule }) => rule)).toContain('unsafe-html');
  });
});
