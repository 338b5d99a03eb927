import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

const textIn = (markdown: string, language = 'ja'): string => aBody(markdown, { language }).text;

describe('a line break in the source', () => {
  it.each([
    ['先頭の船が\n到着した。', '先頭の船が到着した。'],
    ['船到了，\r\n共九十六分鐘。', '船到了，共九十六分鐘。'],
    ['**先頭**\n[の船](https://example.org)\n*が*', '先頭の船が'],
    ['他說……\n「好」\n“不”', '他說……「好」“不”'],
    ['- 第一\n  條船\n- 第二', '第一條船 第二'],
    ['> 第一\n> 條船', '第一條船'],
    ['第一[^1]\n條船\n\n[^1]: 註', '第一條船'],
  ])('adds no blank to Chinese and Japanese: %j', (markdown, text) => {
    expect(textIn(markdown)).toBe(text);
  });

  it.each([
    ['用了\n96 分鐘', '用了 96 分鐘'],
    ['東京\nTokyo\n京都', '東京 Tokyo 京都'],
    ['배가\n들어왔다', '배가 들어왔다'],
    ['서울 「책」\n「영화」', '서울 「책」 「영화」'],
    ['One said “no”\n“yes”', 'One said “no” “yes”'],
    ['第一  \n第二', '第一 第二'],
  ])('stays a blank beside Latin words, figures and Korean, and where it was meant: %j', (markdown, text) => {
    expect(textIn(markdown)).toBe(text);
  });

  it('stays a blank between ideographs of a Korean text', () => {
    expect(textIn('漢字\n漢字', 'ko')).toBe('漢字 漢字');
  });

  it('stays in code, and goes from the texts of a picture', () => {
    expect(aBody('```\n第一\n第二\n```').html).toContain('第一\n第二');
    const { html } = aBody('![第一\n條船](a.png "到達\n終點")');
    expect(html).toContain('alt="第一條船"');
    expect(html).toContain('<figcaption>到達終點</figcaption>');
  });
});
