import { expect, test } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { built } from '../core/ledger/built-addresses.ts';
import type { Ledger } from '../core/ledger/ledger.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { checkPublished } from './check-published.ts';

const on = (day: number, hour = 0): number => Date.UTC(2019, 10, day, hour);

const publishedOn = (day: number): Ledger =>
  new Map([['/gala/', { ...built('event', '/gala/'), first: new Date(on(day)).toISOString() }]]);

const saidOf = (ledger: Ledger): string => {
  const files = galaWith({ 'gala/a.md': anEntry({ time: '2019-11-11T10:00' }) });
  const history = { 'gala/a.md': { first: on(11, 2), changed: on(14) } };
  const content = { files, readBytes: async () => new Uint8Array(), streamBytes: async function* () {} };
  return formatDiagnostics(checkPublished(content, { history, now: on(20) }, ledger));
};

test('a text that was changed since the newest commit that the ledger knows is named, as a publish does', () => {
  expect(saidOf(publishedOn(12))).toMatchInlineSnapshot(`
    "gala/a.md:2:8 warning silent-edit
      Unexpected change of the text at 2019-11-14T08:00+08:00, expected a correction that says what was changed.
      Write corrections: [{time: 2019-11-14T08:00+08:00, note: What was changed}].
    0 errors, 1 warning"
  `);
});

test('nothing is said of what was changed before that, nor where nothing is published yet', () => {
  for (const ledger of [publishedOn(15), new Map()]) expect(saidOf(ledger)).toBe('0 errors, 0 warnings');
});
