import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { refuseDeepPage } from './page-depth.ts';
import { aBlog, aJsonLdUpdate, aPage, read } from './testing.ts';

const refused = 'Unexpected HTML that is nested';

it('refuses HTML of more tags than fit into memory', () => {
  expect(() => refuseDeepPage('<b>a</b>'.repeat(60_001))).toThrow('Unexpected HTML of more than 120000 tags');
  expect(() => refuseDeepPage('<b>a</b>'.repeat(60_000))).not.toThrow();
});

describe('HTML that is nested too deep', () => {
  it.each([
    ['<div>'.repeat(501)],
    ['<DIV a=">" b=\'>\' c=">">'.repeat(501)],
    ['<div></x>'.repeat(501)],
    ['<div a="</div>">'.repeat(501)],
    ['<div a=b=">'.repeat(501)],
    ["<div =\"></div><div a='</div>'>".repeat(501)],
    ['<div><!-- </div> -->'.repeat(501)],
    ['<div><script></div></script>'.repeat(501)],
    ['<div/>'.repeat(501)],
    ['<div>'.repeat(1_000_000)],
  ])('is refused: %.30s', (html) => {
    expect(() => refuseDeepPage(html)).toThrow(refused);
  });

  it.each([
    ['<div>'.repeat(500)],
    ['<div></div>'.repeat(10_000)],
    ['<p>x<li>x<td>x<br>'.repeat(10_000)],
    ['<!-- <div> -->'.repeat(10_000)],
    [`<script>${'<div>'.repeat(10_000)}</script>`],
    [`<p title="${'<div>'.repeat(10_000)}">`],
    ['</div>'.repeat(10_000)],
    [`<svg>${'<path d="x"/>'.repeat(10_000)}</svg>`],
    ['a < b <3 '.repeat(10_000)],
  ])('is only that: %.30s', (html) => {
    expect(() => refuseDeepPage(html)).not.toThrow();
  });
});

it('refuses HTML whose tags repeat others without end', () => {
  const bold = Array.from({ length: 400 }, (_, index) => `<b id="${index}">`).join('');
  expect(() => refuseDeepPage(`<p>${bold}${'<p>x'.repeat(100_000)}`)).toThrow(refused);
});

it('is refused by what it becomes, where its tags look harmless', async () => {
  const page = aPage(aBlog([aJsonLdUpdate()]), `<svg>${'<a>'.repeat(20_000)}`);
  await expect(async () => read(page)).rejects.toThrow(
    'Unexpected HTML that is nested too deep to be read, expected a page as a browser saves it.',
  );
});

describe('a page of 2 MB', () => {
  const body = '<div itemprop="articleBody"><p>One</p><p property="name">Two <a id="x" href="y">three</a></p></div>';
  it.each([
    ['<!--'],
    ['<a "'],
    ['<a b="'],
    ['<a b= '],
    ['<script>'],
    ['<a / '],
    [`<section itemscope itemtype="https://schema.org/LiveBlogPosting" typeof="schema:BlogPosting">${body}</section>`],
  ])(
    'is read in little time: %.20s',
    async (piece) => {
      const page = aPage(aBlog([aJsonLdUpdate()]), piece.repeat(2_000_000 / piece.length));
      const time = processorTime();
      expect((await read(page)).updates).toHaveLength(1);
      expect(processorTime() - time).toBeLessThan(soon(10_000));
    },
    30_000,
  );
});
