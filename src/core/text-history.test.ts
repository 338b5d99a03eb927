import { describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith, instantOf } from './testing.ts';
import type { TextHistory } from './text-history.ts';

const at = instantOf;
const came = at('2019-11-11T02:03Z');

const changedBy = (fields: Record<string, string>, history: TextHistory[string]) => {
  const { archive } = readArchive(galaWith({ 'gala/a.md': anEntry(fields) }), { history: { 'gala/a.md': history } });
  const [entry] = archive.events[0]?.entries ?? [];
  return entry?.changed && new Date(entry.changed).toISOString().slice(0, 16);
};

describe('a text that was changed in a later commit', () => {
  const changed = at('2019-11-18T09:00Z');

  it('changes the entry, unless it was changed before it was published', () => {
    expect(changedBy({}, { first: came })).toBe('2019-11-11T02:00');
    expect(changedBy({}, { first: came, changed })).toBe('2019-11-18T09:00');
    expect(changedBy({ published: '2019-11-20' }, { first: came, changed })).toBe('2019-11-19T16:00');
  });

  it('changed when a correction or a withdrawal says, where one does', () => {
    const note = (time: string) => ({ corrections: `[{time: ${time}, note: One}]` });
    expect(changedBy(note('2019-11-18T16:30'), { first: came, changed })).toBe('2019-11-18T08:30');
    expect(changedBy(note('2019-12-01T09:00'), { first: came, changed })).toBe('2019-12-01T01:00');
    expect(changedBy(note('2019-11-12T09:00'), { first: came, changed })).toBe('2019-11-18T09:00');
    const withdrawn = '{time: 2019-11-18T17:00, reason: A slip}';
    expect(changedBy({ withdrawn }, { first: came, changed })).toBe('2019-11-18T09:00');
  });
});

describe('what is reported since a moment', () => {
  const since = at('2019-11-12T00:00Z');
  const files = galaWith({
    'gala/a.md': anEntry(),
    'gala/b.md': anEntry(),
    'gala/c.md': anEntry({ corrections: '[{time: 2019-11-18, note: One}]' }),
    'gala/d.md': anEntry(),
    'gala/e.md': anEntry({ published: '2019-11-14' }),
    'gala/f.md': anEntry(),
  });
  const late = at('2019-11-14T01:00Z');
  const history = {
    'gala/event.md': { first: came },
    'gala/a.md': { first: came, changed: at('2019-11-18T09:00Z') },
    // Within the hour, corrected, before that moment, late and said, late and not said.
    'gala/b.md': { first: at('2019-11-11T22:00Z'), changed: at('2019-11-11T22:59Z') },
    'gala/c.md': { first: came, changed: at('2019-11-18T09:00Z') },
    'gala/d.md': { first: came, changed: at('2019-11-11T12:00Z') },
    'gala/e.md': { first: late },
    'gala/f.md': { first: late },
  };

  it('is a change that nothing explains, and an entry that came late without saying so', () => {
    expect(faultsIn(files, { history, reportSince: since })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 warning silent-edit
        Unexpected change of the text at 2019-11-18T17:00+08:00, expected a correction that says what was changed.
        Write corrections: [{time: 2019-11-18T17:00+08:00, note: What was changed}].
      gala/f.md:3:7 warning late-entry
        Unexpected entry of 2019-11-11T10:00+08:00 that came at 2019-11-14T09:00+08:00, expected "published".
        Add published: 2019-11-14T09:00+08:00, so that it is new to those who follow feeds.
      0 errors, 2 warnings"
    `);
  });

  it('is nothing where nobody asks, and nothing that came before', () => {
    expect(faultsIn(files, { history })).toBe('0 errors, 0 warnings');
    expect(faultsIn(files, { history, reportSince: at('2019-12-01T00:00Z') })).toBe('0 errors, 0 warnings');
  });

  it('is said once of an event that came late as a whole', () => {
    const launch = { 'launch/event.md': anEvent({ starts: '1969-07-16', ends: '1969-07-24' }) };
    const entries = {
      'launch/a.md': anEntry({ time: '1969-07-16T10:00' }),
      'launch/b.md': anEntry({ time: '1969-07-17' }),
    };
    const paths = Object.keys({ ...launch, ...entries });
    const all = Object.fromEntries(paths.map((path) => [path, { first: late }]));
    expect(faultsIn(galaWith({ ...launch, ...entries }), { history: all, reportSince: since })).toMatchInlineSnapshot(`
      "launch/event.md:1:1 warning late-entry
        Unexpected event that started on 1969-07-16 and came at 2019-11-14T09:00+08:00, expected "published".
        Add published: 2019-11-14T09:00+08:00, so that those who follow the archive hear of it, as one item.
      0 errors, 1 warning"
    `);
    const said = { 'launch/event.md': anEvent({ starts: '1969-07-16', ends: '1969-07-24', published: '2019-11-14' }) };
    expect(faultsIn(galaWith({ ...said, ...entries }), { history: all, reportSince: since })).toBe(
      '0 errors, 0 warnings',
    );
  });
});
