import { expect, it } from 'vitest';
import { anEvent, aSite, contentOf } from '../core/testing.ts';
import { outlineOf } from './around.ts';

const reported = (texts: Readonly<Record<string, string>>) => {
  const { addresses, diagnostics } = outlineOf(contentOf(texts), {});
  return { addresses: [...addresses], rules: diagnostics.map(({ file, rule }) => `${file} ${rule}`) };
};

it('has the slug and the aliases of each event by its folder, without any entry', () => {
  const { addresses, rules } = reported({
    'site.yml': aSite(),
    'gala/event.md': anEvent({ aliases: '[old-gala, 晚会]' }),
    'fest/event.md': anEvent(),
  });
  expect(new Map(addresses)).toEqual(
    new Map([
      ['gala', ['gala', 'old-gala', '晚会']],
      ['fest', ['fest']],
    ]),
  );
  expect(rules).toEqual([]);
});

it('reports where two events want the same address', () => {
  const { rules } = reported({
    'site.yml': aSite(),
    'gala/event.md': anEvent(),
    'fest/event.md': anEvent({ aliases: '[gala]' }),
  });
  expect(rules).toEqual(['gala/event.md duplicate-slug']);
});

it('leaves out an event that cannot be read, and reports why', () => {
  const { addresses, rules } = reported({ 'site.yml': aSite(), 'gala/event.md': anEvent({ timezone: 'Mars/Base' }) });
  expect(addresses).toEqual([]);
  expect(rules).not.toEqual([]);
});
