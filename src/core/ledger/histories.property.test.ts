import { expect, test } from 'vitest';
import fc from '../../../scripts/testing/fast-check.ts';
import { continueLedger } from './continue-ledger.ts';
import { emptyLedger, type Ledger, parseLedger, printLedger, unionOf } from './ledger.ts';
import { beginnings, disorders, edits, losses } from './testing/edits.ts';
import {
  allDocuments,
  answered,
  archiveOf,
  idsOf,
  originsOf,
  sourcesOf,
  type WrittenArchive,
} from './testing/written-archive.ts';

/** What is done with a site beside edits: an earlier content comes back, another release is shown, ledgers are lost. */
const others = ['revert', 'rollback', 'prune'] as const;

const kinds = { ...edits, ...losses, ...disorders };
type Kind = keyof typeof kinds | (typeof others)[number];

const step = fc.record({
  kind: fc.constantFrom<Kind[]>(
    ...(Object.keys(edits) as Kind[]),
    ...(Object.keys(edits) as Kind[]),
    ...(Object.keys(losses) as Kind[]),
    ...(Object.keys(disorders) as Kind[]),
    ...others,
    ...others,
  ),
  event: fc.nat(5),
  entry: fc.nat(150),
  other: fc.nat(5),
  /** The minute of the commit: a rebase makes one that is earlier than what was published. */
  minute: fc.nat(59),
});

const history = fc.record({
  beginning: fc.oneof(
    { weight: 24, arbitrary: fc.constant('small' as const) },
    { weight: 1, arbitrary: fc.constant('large' as const) },
  ),
  steps: fc.array(step, { minLength: 30, maxLength: 30 }),
});

/** What has been published, and what must stay of it. */
type Seen = {
  readonly archive: WrittenArchive;
  readonly before: Ledger;
  readonly ids: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, readonly string[]>;
};

/** Publishes an archive after what has been seen; `undefined` where it is refused. */
const publish = (seen: Seen, archive: WrittenArchive, minute: number): { seen: Seen; faults: Faults } | undefined => {
  const at = `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`;
  const { ledger, lost, leads, disputed, renamed } = continueLedger(seen.before, sourcesOf(archive), at);
  if (lost.length + disputed.length + renamed.length > 0) return undefined;
  const [found, origins, ids, documents] = [
    answered(archive, leads),
    originsOf(archive),
    idsOf(archive),
    allDocuments(archive),
  ];
  const rows = [...ledger.values()];
  const moved = [...originsOf(seen.archive)].filter(([address, origin]) => {
    const row = ledger.get(address);
    return origins.get(row?.now === 'redirect' ? row.to : address) !== origin;
  });
  const faults = {
    unknown: [...seen.before.keys()].filter((address) => !ledger.has(address)),
    unanswered: rows.filter(({ address, kind, now }) => !found.has(address) && !(kind === 'media' && now === 'gone')),
    astray: rows.filter(({ now, to }) => now === 'redirect' && (!found.has(to) || ledger.get(to)?.now === 'redirect')),
    gone: rows.filter((row) => row.now === 'gone' && row.kind !== 'media'),
    dated: [...seen.before.values()].filter(({ address, first }) => ledger.get(address)?.first !== first),
    moved,
    ids: [...seen.ids].filter(([origin, id]) => ids.get(origin) !== id),
    top: archiveOf(archive).site.firstUrl === archiveOf(seen.archive).site.firstUrl ? [] : [archive.url],
    grown: [...documents]
      .filter(([name, items]) => {
        const earlier = seen.documents.get(name);
        return earlier && items.some((id) => !earlier.includes(id));
      })
      .map(([name]) => name),
  };
  return { seen: { archive, before: ledger, ids: new Map([...seen.ids, ...ids]), documents }, faults };
};

type Faults = Readonly<Record<keyof typeof none, readonly unknown[]>>;

const none = { unknown: [], unanswered: [], astray: [], gone: [], dated: [], moved: [], ids: [], top: [], grown: [] };

/** What takes an entry that has come out of a feed and puts it into the middle of another. */
const late: ReadonlySet<string> = new Set<Kind>(['move', 'revert']);

test('through thirty edits of an archive every address is answered, ids stay, and no document of a feed grows', () => {
  const runs = Number(process.env['PROPERTY_RUNS'] ?? 100);
  const refused = new Map<Kind, number>();
  fc.assert(
    fc.property(history, ({ beginning, steps }) => {
      const first = beginnings[beginning];
      const begun = publish({ archive: first, before: emptyLedger, ids: new Map(), documents: new Map() }, first, 0);
      expect(begun?.faults).toEqual(none);
      if (!begun) return;
      let { seen } = begun;
      const earlier = [seen];
      for (const [number, { kind, minute, ...numbers }] of steps.entries()) {
        const { archive, before } = seen;
        const chosen = earlier[numbers.entry % earlier.length] ?? seen;
        if (kind === 'rollback') seen = { ...seen, before: unionOf(chosen.before, before) };
        else if (kind === 'prune')
          seen = {
            ...seen,
            before: earlier
              .slice(-3)
              .map((one) => one.before)
              .reduce(unionOf),
          };
        const event = archive.events[numbers.event % archive.events.length];
        const entry = event?.entries[numbers.entry % Math.max(1, event.entries.length)];
        const other = archive.events[numbers.other % archive.events.length];
        if (!event || !entry || !other || kind === 'rollback' || kind === 'prune') continue;
        const next = kind === 'revert' ? chosen.archive : kinds[kind](archive, { event, entry, other, step: number });
        const published = publish(seen, next, minute);
        if (!published) refused.set(kind, (refused.get(kind) ?? 0) + 1);
        if (kind in edits && !published) expect(kind).toBe('one that is not refused');
        if (!published) continue;
        const { grown, ...faults } = published.faults;
        const found = { ...faults, grown: late.has(kind) ? [] : grown };
        if (Object.values(found).some((one) => one.length > 0)) expect([kind, found]).toEqual([kind, none]);
        seen = published.seen;
        earlier.push(seen);
      }
      expect(parseLedger(printLedger(seen.before))).toEqual(
        new Map([...seen.before].sort(([a], [b]) => (a < b ? -1 : 1))),
      );
    }),
    { numRuns: runs },
  );
  for (const kind of [...Object.keys(losses), ...Object.keys(disorders)]) expect([...refused.keys()]).toContain(kind);
});
