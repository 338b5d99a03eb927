import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

const found = (markdown: string) => aBody(markdown).diagnostics;
const htmlOf = (markdown: string): string => aBody(markdown).html.replace(/ (?:dir|lang)="[^"]*"|<\/?bdi>/g, '');

describe('emphasis between punctuation and a letter without capitals', () => {
  it.each([
    ['**"כן"**ו**"לא"**', '<strong>"כן"</strong>ו<strong>"לא"</strong>'],
    ['هو**«نعم»**ثم', 'هو<strong>«نعم»</strong>ثم'],
    ['الحفل *(الأول)*و', 'الحفل <em>(الأول)</em>و'],
    ['گفت **«بله!»**\u200cها', 'گفت <strong>«بله!»</strong>\u200cها'],
    ['เขาพูด**"ใช่"**แล้ว', 'เขาพูด<strong>"ใช่"</strong>แล้ว'],
    ['उसने**"हाँ"**कहा', 'उसने<strong>"हाँ"</strong>कहा'],
    ['그는**"네"**라고', '그는<strong>"네"</strong>라고'],
    ['彼は**「速い」**と', '彼は<strong>「速い」</strong>と'],
    ['קודם ~~"כן"~~ו', 'קודם <del>"כן"</del>ו'],
    ['קודם =="כן"==ו', 'קודם <mark>"כן"</mark>ו'],
    ['ห้า***"ใช่"***ที่', 'ห้า<em><strong>"ใช่"</strong></em>ที่'],
  ])('is shown as it was meant: %s', (line, html) => {
    for (const put of ['', '- ', '> ', '## ']) expect(htmlOf(`${put}${line}`)).toContain(html);
    expect(found(line)).toEqual([]);
  });
});

describe('emphasis that Markdown leaves standing', () => {
  it.each([
    ['**"Yes"**es are said', '<strong>"Yes"</strong>es are said'],
    ['**Achtung:**Heute', '<strong>Achtung:</strong>Heute'],
    ['Das ist **fett **und so', 'Das ist <strong>fett</strong> und so'],
    ['Das ist** fett** und so', 'Das ist <strong>fett</strong> und so'],
    ['** Note ** it is late', '<strong>Note</strong> it is late'],
    ['Now ~~gone ~~here', 'Now <del>gone</del> here'],
    ['*"Oui"*s et non', '<em>"Oui"</em>s et non'],
    ['**`a`**s and **`b`**s', '<strong>`a`</strong>s and <strong>`b`</strong>s'],
    ['The __"last"__s lap', 'The <strong>"last"</strong>s lap'],
    ['A **"x"**y', 'A <strong>"x"</strong>y'],
    ['这是__重要__的', '这是<strong>重要</strong>的'],
    ['_重要_的事', '<em>重要</em>的事'],
    ['ข้อ__สำคัญ__มาก', 'ข้อ<strong>สำคัญ</strong>มาก'],
  ])('is named, and the corrected line is right: %s', (line, corrected) => {
    expect(new Set(found(line).map((one) => `${one.rule} ${one.line} ${one.corrected}`))).toEqual(
      new Set([`unread-mark 5 ${corrected}`]),
    );
    expect(found(corrected)).toEqual([]);
    expect(found(`\`${line}\``)).toEqual([]);
  });

  it.each([
    '2 ** 3 ** 4 and base ** exponent ** more',
    'snake_case_name and __dunder and 文件_名_甲',
    'src/**/*.ts, *.ts and *.js, a/**b and c/**d',
    'C*-algebra and A*-search, f(x)*g(y)*h(z), M*(G) and N*(H)',
    'Price 5** and 6** (** without tax)',
    'Call f(*args, **kwargs) with x ** 2 and **options too',
    'A * star * alone, 5 *3 and 4 *2',
    'About ~~ and ~~~ and ** and __',
  ])('is none in %s', (line) => {
    expect(found(line)).toEqual([]);
  });
});
