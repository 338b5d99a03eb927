import { expect, test } from 'vitest';
import { built } from './built-addresses.ts';
import type { LedgerRow } from './ledger.ts';
import { redirectFiles } from './redirect-rules.ts';

const ledgerOf = (...rows: readonly (Partial<LedgerRow> & { readonly address: string })[]) =>
  new Map(rows.map((row) => [row.address, { ...built('entry', row.address), first: '', ...row }]));

const ledger = ledgerOf(
  { address: '/gala/first/' },
  { address: '/gala/双/', now: 'redirect', to: '/gala/first/' },
  { address: '/fair/', kind: 'event', now: 'redirect', to: '/gala/' },
  { address: '/fair/first/', now: 'redirect', to: '/gala/first/' },
  { address: '/fair/one/', now: 'redirect', to: '/gala/first/' },
  { address: '/gala/wrong/', now: 'tombstone' },
  { address: '/gala/media/a.b-1*', kind: 'media', now: 'gone' },
  { address: 'https://old.example/recaps/', kind: 'site', now: 'redirect', to: 'https://new.example/' },
);

test('what has moved has a rule, and a renamed event one for all that lies below it', () => {
  expect(redirectFiles(ledger, '/archive').get('_redirects')).toBe(
    [
      '/archive/fair/one/ /archive/gala/first/ 301',
      '/archive/gala/%E5%8F%8C/ /archive/gala/first/ 301',
      '/archive/fair/* /archive/gala/:splat 301',
      '',
    ].join('\n'),
  );
});

test('servers of one\u2019s own know what is gone or withdrawn as well', () => {
  const files = redirectFiles(ledger, '');
  expect(files.get('_redirects.nginx')?.split('\n')).toEqual([
    '"/fair/one/" "/gala/first/";',
    '"~^/gala/media/a\\\\.b-1[^/]*$" "gone";',
    '"/gala/wrong/" "gone";',
    '"/gala/双/" "/gala/first/";',
    '"~^/fair/(.*)$" "/gala/$1";',
    '',
  ]);
  expect(files.get('_redirects.caddy')?.split('\n')[1]).toBe('`~^/gala/media/a\\.b-1[^/]*$` `gone`');
});

test('the host of an earlier address of the archive is told where everything is now', () => {
  const files = redirectFiles(ledger, '');
  expect(files.get('_former/old.example/_redirects')).toBe('/recaps/* https://new.example/:splat 301\n');
  expect(files.get('_former/old.example/nginx.conf')).toContain(
    'rewrite ^/recaps/(.*)$ https://new.example/$1 permanent;',
  );
});

test('an archive in which nothing has moved has no such files', () => {
  expect([...redirectFiles(ledgerOf({ address: '/gala/' }), '').keys()]).toEqual([]);
});
