import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../content-files.ts';
import { formatDiagnostics } from '../format-diagnostic.ts';
import { readArchive } from '../read-archive.ts';
import { anEntry, anEvent, aPage, aSite, contentOf, galaWith } from '../testing.ts';
import { addressesOfArchive, addressesOfEvent, built, listsOfEvent } from './built-addresses.ts';
import { type Continued, continueLedger } from './continue-ledger.ts';
import { explainLost } from './explain-lost.ts';
import { explainRenamed } from './explain-renamed.ts';
import { emptyLedger, type Ledger } from './ledger.ts';

const markOf = ({ body }: { readonly body: { readonly markdown: string } }): string => body.markdown.trim();

const publish = (files: ContentFiles, before: Ledger = emptyLedger, at = '2026-01-01T00:00:00Z'): Continued => {
  const { archive } = readArchive(files);
  const ofEvents = archive.events.map((event) => [
    ...addressesOfEvent(event, markOf),
    ...listsOfEvent(event),
    ...event.topics.map(({ slug }) => built('data', `/${event.slug}/topics/${slug}/rss.xml`)),
  ]);
  return continueLedger(before, [addressesOfArchive(archive), ...ofEvents], at);
};

/** What is said of a content that follows another. */
const saidOf = (earlier: ContentFiles, later: ContentFiles): string => {
  const before = publish(earlier).ledger;
  const { archive } = readArchive(later);
  return formatDiagnostics(explainLost(publish(later, before).lost, { archive, files: later, before, markOf }));
};

const nowOf = ({ ledger }: Continued, address: string): string => {
  const { now, to } = ledger.get(address) ?? { now: 'unknown', to: '' };
  return to === '' ? now : `${now} ${to}`;
};

const first = anEntry({ title: 'First', topics: '[songs]' }, '\nThe first song.\n');
const second = anEntry({ title: 'Second' }, '\nThe second song.\n');
const gala = { 'gala/first.md': first, 'gala/second.md': second };
const two = galaWith(gala);
const fair = { 'fair/event.md': anEvent({ title: 'Fair' }) };

describe('a ledger that goes on', () => {
  it('keeps when an address was first published, and notes what is new', () => {
    const { ledger } = publish(two, publish(galaWith({ 'gala/first.md': first })).ledger, '2026-02-02T00:00:00Z');
    expect([ledger.get('/gala/first/')?.first, ledger.get('/gala/second/')?.first]).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-02-02T00:00:00Z',
    ]);
  });

  it('has the same bytes where nothing has changed, and loses nothing', () => {
    const before = publish(two).ledger;
    const { ledger, lost, leads } = publish(two, before, '2026-02-02T00:00:00Z');
    expect([ledger, lost, leads]).toEqual([before, [], []]);
  });

  it('lets the page of an emptied topic lead to its event, and keeps its feed, empty', () => {
    const earlier = publish(two).ledger;
    const after = publish(galaWith({ ...gala, 'gala/first.md': first.replace('topics: [songs]\n', '') }), earlier);
    expect(nowOf(after, '/gala/topics/songs/')).toBe('redirect /gala/');
    expect(nowOf(after, '/gala/topics/songs/rss.xml')).toBe('page');
    expect(after.lost).toEqual([]);
    expect(after.leads).toEqual([
      { address: '/gala/topics/songs/', kind: 'list', to: '/gala/' },
      { address: '/gala/topics/songs/rss.xml', kind: 'data', to: '' },
    ]);
  });

  it('lets every page of a renamed event lead on, emptied lists included', () => {
    const earlier = publish(two).ledger;
    const race = { 'site.yml': aSite(), 'race/event.md': anEvent({ aliases: '[gala]' }), 'race/second.md': second };
    const after = publish(
      contentOf({ ...race, 'race/one.md': first.replace('topics: [songs]\n', 'aliases: [first]\n') }),
      earlier,
    );
    expect(after.lost).toEqual([]);
    expect(nowOf(after, '/gala/')).toBe('redirect /race/');
    expect(nowOf(after, '/gala/first/')).toBe('redirect /race/one/');
    expect(nowOf(after, '/gala/search/')).toBe('redirect /race/search/');
    expect(nowOf(after, '/gala/topics/songs/')).toBe('redirect /race/');
    expect(after.leads.map(({ address }) => address)).toEqual(['/gala/topics/songs/', '/gala/topics/songs/rss.xml']);
  });

  it('lets an entry move to another event, through further renames of both events', () => {
    const earlier = publish(galaWith({ ...gala, ...fair })).ledger;
    const moved = first.replace('topics: [songs]', 'aliases: [/gala/first/]');
    const after = publish(galaWith({ 'gala/second.md': second, ...fair, 'fair/first.md': moved }), earlier);
    expect(after.lost).toEqual([]);
    expect(nowOf(after, '/gala/first/')).toBe('redirect /fair/first/');
    expect(after.leads).toContainEqual({ address: '/gala/first/', kind: 'entry', to: '/fair/first/' });
    const renamed = contentOf({
      'site.yml': aSite(),
      'race/event.md': anEvent({ aliases: '[gala]' }),
      'race/second.md': second,
      'market/event.md': anEvent({ title: 'Fair', aliases: '[fair]' }),
      'market/first.md': moved,
    });
    const last = publish(renamed, after.ledger);
    expect(last.lost).toEqual([]);
    expect(nowOf(last, '/gala/first/')).toBe('redirect /market/first/');
    expect(nowOf(last, '/fair/first/')).toBe('redirect /market/first/');
    expect(last.leads).toContainEqual({ address: '/gala/first/', kind: 'entry', to: '/market/first/' });
  });

  it('knows an address that two want', () => {
    const moved = anEntry({ aliases: '[/gala/first/]' });
    expect(publish(galaWith({ ...gala, ...fair, 'fair/first.md': moved })).disputed).toEqual(['/gala/first/']);
  });

  it('remembers an address that was let go, and does not ask for it again', () => {
    const gone = publish(galaWith({ 'gala/second.md': second }), publish(two).ledger);
    expect(gone.lost.map(({ address }) => address)).toEqual(['/gala/first/']);
    const after = publish(galaWith({ 'gala/second.md': second }), gone.ledger);
    expect([nowOf(after, '/gala/first/'), after.lost]).toEqual(['gone', []]);
  });
});

describe('the time at which an address was first published', () => {
  it('is no earlier than that of the others, whatever a commit says', () => {
    const { ledger } = publish(two, publish(galaWith({ 'gala/first.md': first })).ledger, '2025-12-31T00:00:00Z');
    expect(ledger.get('/gala/second/')?.first).toBe('2026-01-01T00:00:00Z');
  });
});

describe('what is said of an address that would be lost', () => {
  it('offers the alias where the text is found under another name', () => {
    const renamed = first.replace('topics: [songs]\n', 'topics: [songs]\naliases: [older]\n');
    expect(saidOf(two, galaWith({ 'gala/second.md': second, 'gala/one.md': renamed }))).toMatchInlineSnapshot(`
      "gala/one.md:5:1 error lost-address
        Unexpected address "/gala/one/" of a text that readers know at "/gala/first/", expected the earlier one to lead here.
        Add the earlier slug to "aliases".
        > aliases: [older, first]
      1 error, 0 warnings"
    `);
  });

  it('offers the whole address where the text is found in another event', () => {
    const files = galaWith({ 'gala/second.md': second, ...fair, 'fair/first.md': first });
    expect(saidOf(two, files)).toMatchInlineSnapshot(`
      "fair/first.md:2:1 error lost-address
        Unexpected address "/fair/first/" of a text that readers know at "/gala/first/", expected the earlier one to lead here.
        Add the earlier address to "aliases".
        > aliases: [/gala/first/]
        > title: First
      1 error, 0 warnings"
    `);
  });

  it('writes the real slug out where the text is gone', () => {
    expect(saidOf(two, galaWith({ 'gala/second.md': second }))).toMatchInlineSnapshot(`
      "gala/event.md:1:1 error lost-address
        Unexpected loss of "/gala/first/", expected every address that readers have seen to stay.
        Bring its file back, with "withdrawn: {time: …, reason: …}" if its text has to go; or write "aliases: [first]" into the entry that has taken its place, behind the slug of that entry if readers know it.
      1 error, 0 warnings"
    `);
  });

  it('finds a renamed event by the texts in it, and says nothing of each of its entries', () => {
    const race = contentOf({
      'site.yml': aSite(),
      'race/event.md': anEvent(),
      'race/a.md': first,
      'race/b.md': second,
    });
    expect(saidOf(two, race)).toMatchInlineSnapshot(`
      "race/event.md:2:1 error lost-address
        Unexpected event "race" with texts that readers know at "/gala/", expected that address to lead here.
        Add the earlier slug to "aliases".
        > aliases: [gala]
        > title: Gala
      1 error, 0 warnings"
    `);
  });

  it('names an event, a page and a copied file that are gone', () => {
    const before = galaWith({ ...gala, 'pages/imprint.md': aPage() }, { 'public/map.pdf': 'file' });
    expect(saidOf(before, contentOf({ 'site.yml': aSite(), ...fair }))).toMatchInlineSnapshot(`
      "site.yml:1:1 error lost-address
        Unexpected loss of "/gala/", expected every address that readers have seen to stay.
        Bring its folder back, or write "aliases: [gala]" into the event.md that has its entries now, behind the slug of that event if readers know it.
      site.yml:1:1 error lost-address
        Unexpected loss of "/imprint/", expected every address that readers have seen to stay.
        Bring its file back, or write "aliases: [imprint]" into the page of pages/ that has taken its place.
      site.yml:1:1 error lost-address
        Unexpected loss of "/map.pdf", expected every address that readers have seen to stay.
        Bring the file public/map.pdf back.
      3 errors, 0 warnings"
    `);
  });

  it.each([
    ['a name in front of the slug', 'aliases: [gala-night]', '[second, gala-night]'],
    ['names in another order', 'aliases: [third, second, fourth]', '[second, third, fourth]'],
  ])('refuses %s, of which feeds would make another id, and offers the line', (_, written, expected) => {
    const files = galaWith({ 'gala/second.md': second.replace('time:', `${written}\ntime:`) });
    const before = publish(galaWith({ 'gala/second.md': second })).ledger;
    const { archive } = readArchive(files);
    const { renamed } = publish(files, before, '2026-02-02T00:00:00Z');
    expect(formatDiagnostics(explainRenamed(renamed, { archive, files }))).toContain(`  > aliases: ${expected}\n`);
    const right = galaWith({ 'gala/second.md': second.replace('time:', `aliases: ${expected}\ntime:`) });
    expect(publish(right, before, '2026-02-02T00:00:00Z')).toMatchObject({ renamed: [], lost: [] });
    expect(readArchive(right).diagnostics).toEqual([]);
  });

  it('refuses an event that is called otherwise first, and one that an entry left is named by', () => {
    const before = publish(galaWith({ ...gala, ...fair })).ledger;
    const early = galaWith({ ...gala, ...fair, 'gala/event.md': anEvent({ aliases: '[night]' }) });
    expect(publish(early, before, '2026-02-02T00:00:00Z').renamed).toEqual([
      { kind: 'event', address: '/gala/', oldest: 'gala' },
    ]);
    const renamed = { 'site.yml': aSite(), ...fair, 'race/event.md': anEvent({ aliases: '[gala]' }) };
    const after = publish(contentOf({ ...renamed, 'race/first.md': first, 'race/second.md': second }), before, 'x');
    const moved = (address: string) =>
      contentOf({
        ...renamed,
        'race/second.md': second,
        'fair/first.md': first.replace('topics: [songs]', `aliases: [${address}]`),
      });
    expect(publish(moved('/race/first/'), after.ledger, 'x').renamed).toEqual([
      { kind: 'entry', address: '/fair/first/', oldest: '/gala/first/' },
    ]);
    expect(publish(moved('/gala/first/'), after.ledger, 'x')).toMatchObject({ renamed: [], lost: [] });
  });

  it('is that of the archive itself where its address has changed', () => {
    const moved = { ...gala, 'site.yml': aSite({ url: 'https://new.example' }) };
    expect(saidOf(two, galaWith(moved))).toMatchInlineSnapshot(`
      "site.yml:1:1 error lost-address
        Unexpected address "https://new.example/" of the archive, expected "https://recaps.example.org/", by which readers know it.
        Name the earlier address in "former-urls", and let its host redirect; or write it as "url" again.
        > former-urls: [https://recaps.example.org]
        > title: Recaps
      1 error, 0 warnings"
    `);
    const said = {
      ...gala,
      'site.yml': aSite({ url: 'https://new.example', 'former-urls': '[https://recaps.example.org]' }),
    };
    expect(saidOf(two, galaWith(said))).toBe('0 errors, 0 warnings');
  });
});
