import { trapHost } from '../../judge-run.ts';
import { outside } from '../hostile.ts';
import type { PictureTrick } from './picture-trick.ts';

const svg = (inside: string, before = ''): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`;

const drawing = (what: string, text: string): PictureTrick => ({
  what: `a drawing ${what}`,
  beside: () => ({ 'a.png': text }),
});

const levels = Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);

/** SVG is XML, and can run code, load and include. */
export const drawings: readonly PictureTrick[] = [
  drawing('that runs code', svg('<script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a>')),
  drawing(
    'that shows files',
    svg(
      `<image href="file://${outside}/secret.png" width="9" height="9"/><image href="../../../outside/secret.png" width="9" height="9"/>`,
    ),
  ),
  drawing(
    'that opens files',
    svg('<text>&e;</text>', `<!DOCTYPE svg [<!ENTITY e SYSTEM "file://${outside}/secret.txt">]>`),
  ),
  drawing(
    'that includes files',
    svg(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file://${outside}/secret.txt"/>`),
  ),
  drawing(
    'that loads from the web',
    svg(`<image href="http://${trapHost}/x.png"/><style>@import "http://${trapHost}/x.css";</style>`),
  ),
  drawing('of a billion laughs', svg('<text>&e12;</text>', `<!DOCTYPE svg [<!ENTITY e0 "ha">${levels.join('')}]>`)),
  drawing('without end', svg('<g>'.repeat(50_000))),
  drawing('as large as a country', svg('').replaceAll('"9"', '"1000000000"')),
];
