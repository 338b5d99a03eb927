import { describe, expect, it } from 'vitest';
import { built } from './built-addresses.ts';
import { type LedgerRow, parseLedger, printLedger, unionOf } from './ledger.ts';

const ledgerOf = (...rows: readonly (Partial<LedgerRow> & { readonly address: string })[]) =>
  new Map(rows.map((row) => [row.address, { ...built('entry', row.address), first: '', ...row }]));

describe('a ledger', () => {
  const ledger = ledgerOf(
    { address: '/gala/双十一/', first: '2026-11-30T10:00:00Z', text: 'aaaaaaaaaa' },
    { address: '/gala/', kind: 'event' },
    { address: '/gala/old/', now: 'redirect', to: '/gala/new/' },
    { address: '/a 100%\tb.pdf', kind: 'copy' },
  );

  it('is a line an address, sorted, and is read as it was printed', () => {
    const text = printLedger(ledger);
    expect(text).toBe(
      [
        'address\tkind\tfirst\tnow\tto\ttext',
        '/a 100%25%09b.pdf\tcopy\t\tpage\t\t',
        '/gala/\tevent\t\tpage\t\t',
        '/gala/old/\tentry\t\tredirect\t/gala/new/\t',
        '/gala/双十一/\tentry\t2026-11-30T10:00:00Z\tpage\t\taaaaaaaaaa',
        '',
      ].join('\n'),
    );
    expect(parseLedger(text)).toEqual(new Map([...ledger].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  it.each([
    ['<!doctype html>\n', 1],
    ['', 1],
    [printLedger(ledger).slice(0, -1), 1],
    [printLedger(ledger).replace('\tevent\t', '\tevnt\t'), 3],
    [printLedger(ledger).replace('\tredirect\t', '\tmoved\t'), 4],
    [printLedger(ledger).replace('/gala/old/', 'gala/old/'), 4],
  ])('is not read from something else, such as %j', (text, line) => {
    expect(parseLedger(text)).toBe(line);
  });

  it('unites with a later one, which says what an address is now, and with the earliest time at which it was published', () => {
    const earlier = ledgerOf(
      { address: '/gala/a/', first: '2026-01-01T00:00:00Z' },
      { address: '/gala/b/' },
      { address: '/gala/c/', first: '2026-01-02T00:00:00Z' },
    );
    const later = ledgerOf(
      { address: '/gala/a/', first: '2026-02-01T00:00:00Z', now: 'tombstone' },
      { address: '/gala/b/', first: '2026-02-01T00:00:00Z' },
      { address: '/gala/d/', first: '2026-02-01T00:00:00Z' },
    );
    expect([...unionOf(earlier, later).values()].map(({ address, first, now }) => [address, first, now])).toEqual([
      ['/gala/a/', '2026-01-01T00:00:00Z', 'tombstone'],
      ['/gala/b/', '', 'page'],
      ['/gala/c/', '2026-01-02T00:00:00Z', 'page'],
      ['/gala/d/', '2026-02-01T00:00:00Z', 'page'],
    ]);
  });
});
