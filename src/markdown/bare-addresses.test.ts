import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

/** Where the links of a text lead, decoded, and what is read of it. */
const linksOf = (markdown: string): readonly string[] =>
  [...aBody(markdown).html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
    decodeURI(href.replaceAll('&#x26;', '&')),
  );

describe('a bare address', () => {
  it.each([
    ['結果はhttps://example.org/results。次は午後です。', 'https://example.org/results'],
    ['名簿（https://example.org/list）を見る', 'https://example.org/list'],
    ['「https://example.org/list」と【https://example.org/list】', 'https://example.org/list'],
    ['見てhttps://example.org/list！すごい', 'https://example.org/list'],
    ['在“https://example.org/list”里', 'https://example.org/list'],
    ['在https://example.org/list……然后', 'https://example.org/list'],
    ['在https://example.org/list；还有', 'https://example.org/list'],
  ])('ends before a mark of full width: %s', (markdown, address) => {
    expect(new Set(linksOf(markdown))).toEqual(new Set([address]));
  });

  it.each([
    ['名單在https://example.org/list這裡', 'https://example.org/list'],
    ['名簿はhttps://example.org/listにあります', 'https://example.org/list'],
    ['명단은 https://example.org/list에 있다', 'https://example.org/list'],
    ['見https://example.org也行', 'https://example.org'],
    ['(https://example.org/list)在這裡', 'https://example.org/list'],
    ['https://example.org/wiki/%E6%9D%B1在这里', 'https://example.org/wiki/%E6%9D%B1'],
    ['https://example.org/a𠮷野', 'https://example.org/a'],
  ])('ends before letters directly behind it: %s', (markdown, address) => {
    expect(linksOf(markdown).map(encodeURI)).toEqual([encodeURI(decodeURI(address))]);
  });

  it.each([
    'https://ja.wikipedia.org/wiki/東京',
    'https://ja.wikipedia.org/wiki/東京2020オリンピック',
    'https://ja.wikipedia.org/wiki/Category:東京',
    'https://example.org/?q=東京&page=2',
    'https://東京.example/開催',
    'https://example.org/𠮷野',
  ])('keeps what its writer put behind a slash or the like: %s', (address) => {
    expect(linksOf(`見る ${address} です`)).toEqual([address]);
    expect(linksOf(`（${address}）`)).toEqual([address]);
  });

  it('stays whole in angle brackets and in a link with a text', () => {
    expect(linksOf('<https://example.org/wiki/東京。>と[頁](https://example.org/名單，一)')).toEqual([
      'https://example.org/wiki/東京。',
      'https://example.org/名單，一',
    ]);
  });

  it('leaves Markdown behind it to be read', () => {
    expect(aBody('**見https://example.org/a，謝謝**。再見').html).toMatch(
      /^<p><strong>見<a [^>]*>https:\/\/example\.org\/a<\/a>，謝謝<\/strong>。再見<\/p>$/,
    );
    expect(aBody('見https://example.org/a，**謝謝**。').html).toContain('</a>，<strong>謝謝</strong>。');
  });

  it('ends so in unclosed brackets as well, where the parser finds it late', () => {
    expect(linksOf('[見 https://example.org/a，謝謝')).toEqual(['https://example.org/a']);
    expect(aBody('[見 https://example.org/a，謝謝').text).toBe('[見 https://example.org/a，謝謝');
  });

  it('without a protocol, and of a mailbox, is found behind text without a blank', () => {
    expect(linksOf('官網www.example.org、信箱ada@example.org，（www.example.org/a）')).toEqual([
      'http://www.example.org',
      'mailto:ada@example.org',
      'http://www.example.org/a',
    ]);
  });

  it('is read as before among Latin letters', () => {
    expect(
      linksOf('See https://example.org/a_b*c~d!e, (https://example.org/b(c)) www.example.org. awww.example.org'),
    ).toEqual(['https://example.org/a_b*c~d!e', 'https://example.org/b(c)', 'http://www.example.org']);
    expect(linksOf('https://example.org/Straße/été?a=b&c')).toEqual(['https://example.org/Straße/été?a=b&c']);
  });
});

describe('emphasis', () => {
  it.each([
    ['**重要：**見て', '<strong>重要：</strong>見て'],
    ['これは**「本物」**です。', 'これは<strong>「本物」</strong>です。'],
    ['**終點。**然後', '<strong>終點。</strong>然後'],
    ['*（注）*他說', '<em>（注）</em>他說'],
    ['~~「舊」~~新的', '<del>「舊」</del>新的'],
    ['**서울(Seoul)**은', '<strong>서울(Seoul)</strong>은'],
  ])('is read beside the marks of Chinese, Japanese and Korean: %s', (markdown, html) => {
    expect(aBody(markdown).html).toBe(`<p>${html}</p>`);
  });

  it.each(['a**"b"**c', '2 * 3 * 4', 'snake_case_name', '~one~ ~ two'])(
    'is read as before in Latin text: %s',
    (markdown) => {
      expect(aBody(markdown).html).toBe(`<p>${markdown}</p>`);
    },
  );
});
