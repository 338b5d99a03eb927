import { describe, expect, it } from 'vitest';
import { checkDrawing } from './check-drawing.ts';

const aDrawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}</svg>`;

describe('a drawing', () => {
  it.each([
    ['<image href="photo.png"/>'],
    ['<image xlink:href="https://example.org/a.png"/>'],
    ['<use href="symbols.svg#star"/>'],
    ['<use x="1" xlink:href="symbols.svg#star"/>'],
    ['<filter id="f"><feImage href="noise.png"/></filter>'],
    ['<style>@import "style.css";</style>'],
    ['<style>@font-face { font-family: a; src: url(a.woff2) }</style>'],
    ['<rect fill="url(other.svg#gradient)"/>'],
  ])('that asks for another file says that a part is missing: %s', (inside) => {
    expect(() => checkDrawing(aDrawing(inside))).toThrow('it shows another file');
  });

  it.each([
    ['<image href="data:image/png;base64,AAAA"/>'],
    ['<use href="#star"/><use xlink:href="#star"/>'],
    ['<rect fill="url(#gradient)" style="filter: url(\'#blur\')"/>'],
    ['<style>@font-face { src: url("data:font/woff2;base64,AAAA") }</style>'],
    ['<a href="https://example.org/"><rect/></a>'],
    [`<style><![CDATA[${'a > b{fill:red}'.repeat(5000)}]]></style>`],
    [`<style>${'.a{fill:red}'.repeat(5000)}</style><text>${'word '.repeat(2000)}</text>`],
    [`${'<g>'.repeat(100)}${'</g>'.repeat(100)}`],
  ])('that has all it shows is accepted: %s', (inside) => {
    expect(() => checkDrawing(aDrawing(inside))).not.toThrow();
  });

  it.each([
    ['more than 100 filters', aDrawing('<g filter="url(#f)"/>'.repeat(2000))],
    ['more than 200 levels', aDrawing('<g>'.repeat(15_000))],
    ['more than 18,000 elements', aDrawing('<rect/>'.repeat(30_000))],
    ['more than 1.8 MB', aDrawing(`<path d="M0 0${'h1v1'.repeat(500_000)}"/>`)],
    ['more than 20,000 letters', aDrawing(`<text>${'a'.repeat(30_000)}</text>`)],
    ['more than 20,000 letters', aDrawing(`<text><!-- a -->${'a'.repeat(30_000)}</text>`)],
    ['more than 20,000 letters', aDrawing(`<text><![CDATA[${'a'.repeat(30_000)}]]></text>`)],
    ['more than 200 levels', '<svg '.repeat(300_000)],
    [
      'more than 20,000 letters',
      `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(1000)}">]>${aDrawing(`<text>${'&a;'.repeat(30)}</text>`)}`,
    ],
    ['entities that hold other entities', `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${aDrawing('&b;')}`],
  ])('that takes too long to be drawn is refused: %s', (reason, svg) => {
    expect(() => checkDrawing(svg)).toThrow(reason);
  });
});
