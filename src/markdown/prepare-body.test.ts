import { describe, expect, it } from 'vitest';
import type { Text } from '../core/archive.ts';
import { collectDiagnostics } from '../core/diagnostics.ts';
import type { BodyContext } from './body.ts';
import { type KeptBody, prepareBody } from './prepare-body.ts';
import { shownAt } from './testing.ts';

const own = { idPrefix: 'opening', page: 'https://example.org/gala/opening/' };
const text = (markdown: string): Text => ({ file: 'gala/opening.md', line: 5, markdown });
const leadTo = (link: string): BodyContext['targets'] => ({ document: () => ({ link }), page: () => ({ link }) });
const context = { targets: leadTo('/gala/a/'), mediaAt: () => undefined };

/** A cache that tells how often something was put on it. */
const aCache = () => {
  const kept = new Map<string, KeptBody>();
  let made = 0;
  return {
    made: () => made,
    get: (key: string) => kept.get(key),
    set: (key: string, body: KeptBody) => {
      made += 1;
      kept.set(key, body);
    },
  };
};

const bodyOf = (cache: ReturnType<typeof aCache>, markdown: string, more: Partial<BodyContext> = {}) => {
  const { report, diagnostics } = collectDiagnostics();
  const { idPrefix = own.idPrefix, page = own.page, ...resolving } = more;
  const prepared = prepareBody(text(markdown), { idPrefix, page }, cache, report);
  const body = prepared.finish({ ...context, ...resolving }, report);
  return { body, diagnostics: diagnostics(), links: prepared.links, pictures: prepared.pictures };
};

describe('a body in the cache', () => {
  const markdown = 'See [a](./a.md) and ![A picture](stage.png).';
  const mediaAt = shownAt;

  it('is the same as one that is made anew, with its links and pictures, and is made once', () => {
    const cache = aCache();
    const first = bodyOf(cache, markdown, { mediaAt });
    const second = bodyOf(cache, markdown, { mediaAt });
    expect(second).toEqual(first);
    expect({ made: cache.made(), links: second.links }).toEqual({ made: 1, links: ['./a.md', 'stage.png'] });
    expect(second.pictures).toHaveLength(1);
  });

  it.each<[string, Partial<BodyContext>]>([
    ['a link leads elsewhere', { targets: leadTo('/gala/b/') }],
    ['a picture has changed', { mediaAt: (path) => ({ ...shownAt(path), large: '/gala/media/larger.jpg' }) }],
    ['a picture has another size', { mediaAt: (path) => ({ ...shownAt(path), width: 8 }) }],
    ['its entry has another slug', { idPrefix: 'closing' }],
    ['its page has another address', { page: 'https://example.org/recaps/gala/opening/' }],
  ])('is made anew where %s', (_what, more) => {
    const cache = aCache();
    bodyOf(cache, markdown, { mediaAt });
    const again = bodyOf(cache, markdown, { mediaAt, ...more });
    expect(cache.made()).toBe(2);
    expect(again).toEqual(bodyOf(aCache(), markdown, { mediaAt, ...more }));
  });

  it.each(['<script>x</script>', '![](stage.png)', '[gone](#gone)'])('is not put there with a fault: %s', (faulty) => {
    const cache = aCache();
    const first = bodyOf(cache, faulty, { mediaAt });
    expect(first.diagnostics).not.toEqual([]);
    expect(bodyOf(cache, faulty, { mediaAt }).diagnostics).toEqual(first.diagnostics);
    expect(cache.made()).toBe(0);
  });

  it('reports a link that has come to lead nowhere', () => {
    const cache = aCache();
    bodyOf(cache, 'See [a](./a.md).');
    const nowhere = () => ({ message: 'Unexpected link', hint: '' });
    const { diagnostics } = bodyOf(cache, 'See [a](./a.md).', { targets: { document: nowhere, page: nowhere } });
    expect(diagnostics.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual(['5:5 broken-link']);
  });
});
