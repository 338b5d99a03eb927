import { describe, expect, test } from 'vitest';
import { anEntry, anEvent } from '../../core/testing.ts';
import { gala } from './testing.ts';

describe('a new entry', () => {
  test('of more than a day ago says that it is published now, unless its event has been within the last day', async () => {
    const late = anEvent({ starts: '1969-07-16', ends: '1969-07-24', published: '2019-11-11T09:00' });
    const { run, read, said } = await gala('late', { 'content/flight/event.md': late });
    await run(['Rehearsal', '--time', '2019-11-10T12:20', '--event', 'gala']);
    await run(['Soundcheck', '--time', '2019-11-10T12:40', '--event', 'gala']);
    await run(['Lift-off', '--time', '1969-07-16T21:32', '--event', 'flight']);
    const now = Temporal.Instant.from('2019-11-13T00:00:00Z');
    await run(['Landing', '--time', '1969-07-21T04:17', '--event', 'flight'], { now });
    const texts = await Promise.all(said.printed.trim().split('\n').map(read));
    expect(texts.map((text) => /^published: (.*)/m.exec(text)?.[1])).toEqual([
      '2019-11-11T12:30',
      undefined,
      undefined,
      '2019-11-13T08:00',
    ]);
  });

  test('has the present minute, and its path is printed', async () => {
    const { run, read, said } = await gala('plain');
    const code = await run(['GMV passes US$10 billion', '--milestone', 'gmv=10e9USD', '--topic', 'gmv']);
    expect({ code, ...said }).toEqual({
      code: 0,
      printed: 'content/gala/2019-11-11/1230-gmv-passes-us-10-billion.md\n',
      reported: '',
    });
    expect(await read(said.printed.trim())).toBe(
      '---\ntitle: GMV passes US$10 billion\ntime: 2019-11-11T12:30\ntopics: [gmv]\nmilestone:\n  metric: gmv\n  value: {USD: 10e9}\n---\n',
    );
  });

  test('is not written where its title is the word event, misspelt, unless it stands behind two dashes', async () => {
    const { run, read, said } = await gala('misspelt');
    await expect(run(['evnt', '--timezone', 'Asia/Shanghai'])).rejects.toThrow(
      'Unexpected "evnt", expected a title. Did you mean "recapsule new event"? An entry of this title is written with "recapsule new -- evnt".',
    );
    await expect(run(['Events'])).rejects.toThrow('Did you mean "recapsule new event"?');
    expect(await run(['--', 'Events'])).toBe(0);
    expect(await read(said.printed.trim())).toContain('title: Events\n');
  });

  test('has every field that is given', async () => {
    const { run, read, said } = await gala('all');
    const code = await run([
      ...['双十一：第一个小时', '--time', '2019-11-11T24:00:00', '--topic', 'gmv,livestream', '--topic', 'gmv'],
      ...['--milestone', 'gmv=10e9USD+70e9CNY', '--surpasses', '2015', '--label', 'Midnight: the end'],
      ...['--author', 'Ann', '--source', 'https://example.org/1#a', '--pinned', '--draft', '--body', 'It ends.'],
    ]);
    expect({ code, ...said }).toEqual({
      code: 0,
      printed: 'content/gala/2019-11-11/240000-双十一-第一个小时.md\n',
      reported: '',
    });
    expect(await read(said.printed.trim())).toBe(`---
title: 双十一：第一个小时
time: 2019-11-11T24:00:00
label: "Midnight: the end"
topics: [gmv, livestream]
author: Ann
pinned: true
draft: true
source: https://example.org/1#a
milestone:
  metric: gmv
  value: {USD: 10e9, CNY: 70e9}
  surpasses: ["2015"]
---

It ends.
`);
  });

  test.each([
    [['--milestone', 'The curtain rises']],
    [['The curtain rises', '--milestone']],
    [['The curtain rises', '--milestone', '--pinned']],
  ])('is a key moment with --milestone alone: %j', async (args) => {
    const { run, read, said } = await gala(`alone-${args.length}-${args[0]?.length}`);
    expect(await run(args)).toBe(0);
    expect(await read(said.printed.trim())).toContain('title: The curtain rises\n');
    expect(await read(said.printed.trim())).toContain('\nmilestone: true\n');
  });

  test('of a date alone has no time in its name', async () => {
    const { run, said } = await gala('dated');
    expect(await run(['A word', '--time', '2019-11-11'])).toBe(0);
    expect(said.printed).toBe('content/gala/2019-11-11/a-word.md\n');
  });

  test('lies in the folder of its event day, which may be the day before', async () => {
    const { run, read, said } = await gala('night', {
      'content/gala/event.md': anEvent({ 'day-starts-at': '"04:00"' }),
    });
    const now = Temporal.Instant.from('2019-11-10T17:29:00Z');
    expect(await run(['Nobody sleeps'], { now })).toBe(0);
    expect(said).toEqual({ printed: 'content/gala/2019-11-10/0129-nobody-sleeps.md\n', reported: '' });
    expect(await read(said.printed.trim())).toContain('\ntime: 2019-11-11T01:29\n');
  });

  test.each(['- buoys\n- flags', '-x', '--- \nA line.', '*one* --two'])(
    'has a body that begins with %j',
    async (body) => {
      const { run, read, said } = await gala(`body-${[...body].map((one) => one.codePointAt(0)).join('-')}`);
      expect(await run(['To do', '--body', body])).toBe(0);
      expect(await read(said.printed.trim())).toMatch(/^---\ntitle: To do\ntime: .*\n---\n\n/);
      expect((await read(said.printed.trim())).endsWith(`---\n\n${body}\n`)).toBe(true);
    },
  );

  test('has a label and an author that begin with a dash, and options behind them', async () => {
    const { run, read, said } = await gala('dashes');
    expect(await run(['Cold', '--label', '-5 °C', '--author', '-- Ann', '--pinned'])).toBe(0);
    expect(await read(said.printed.trim())).toContain('\nlabel: -5 °C\nauthor: -- Ann\npinned: true\n');
    await expect(run(['Cold', '--label', '--pinned'])).rejects.toThrow("Option '--label' argument is ambiguous");
  });

  test.each([
    ['İskele açıldı', '1230-iskele-açıldı.md'],
    ['İSTANBUL’DA', '1230-istanbulda.md'],
    ['Đà Nẵng thắng', '1230-đà-nẵng-thắng.md'],
    ['Straße frei', '1230-straße-frei.md'],
    ['STRAẞE', '1230-straße.md'],
    ['ΤΕΛΟΣ', '1230-τελος.md'],
    ['Ǆep', '1230-džep.md'],
    ['हिन्दी', '1230-हिन्दी.md'],
    ['\u0307 loose \u0301mark', '1230-loose-mark.md'],
  ])('is named %s as %s', async (title, name) => {
    const { run, said } = await gala(`case-${[...title].map((one) => one.codePointAt(0)).join('-')}`);
    expect(await run([title])).toBe(0);
    expect(said.printed).toBe(`content/gala/2019-11-11/${name}\n`);
  });

  test.each([
    ['a picture that is not there', '![A flag](nope.png)', 'error missing-picture'],
    ['a link to no entry', 'See [the start](./nope.md).', 'error broken-link'],
    ['a picture without words for it', '![](../stage.png)', 'error missing-alt'],
  ])('with %s is refused, and nothing is written', async (_, body, fault) => {
    const { run, entries, said } = await gala(`refused-${fault.length}-${body.length}`);
    expect(await run(['Wind', '--body', body])).toBe(1);
    expect(said.reported).toContain(fault);
    expect(said.reported).toMatch(/\nNothing is written\.\n$/);
    expect({ entries: await entries(), printed: said.printed }).toEqual({ entries: ['gala/event.md'], printed: '' });
  });

  test('may link to an entry of another event, and is not refused for what is wrong there', async () => {
    const { run, said } = await gala('linked', {
      'content/flight/event.md': anEvent({ title: 'Flight' }),
      'content/flight/start.md': anEntry(),
      'content/flight/bad.md': anEntry({}, '![A flag](nope.png)\n'),
    });
    const body = 'As [in the flight](../../flight/start.md).';
    expect(await run(['Wind', '--event', 'gala', '--body', body])).toBe(0);
    expect(said.reported).toBe('');
  });

  test('takes its body from standard input', async () => {
    const { run, read, said } = await gala('input');
    const input = async () => new TextEncoder().encode('\nOne.\r\n\nTwo.\n\n');
    expect(await run(['A song', '--body', '-'], { input })).toBe(0);
    expect(await read(said.printed.trim())).toBe('---\ntitle: A song\ntime: 2019-11-11T12:30\n---\n\nOne.\r\n\nTwo.\n');
    const broken = async () => Uint8Array.of(0xff);
    await expect(run(['B', '--body', '-'], { input: broken })).rejects.toThrow('expected UTF-8 text');
    await expect(run(['B', '--body', '-'])).rejects.toThrow('takes the text from standard input');
  });

  test('comes behind those of its minute, with a slug of its own', async () => {
    const { run, read, entries } = await gala('twice', {
      'content/gala/2019-11-11/1230-broken.md': 'no front matter',
      'content/gala/m.md': anEntry({ title: 'M', time: '2019-11-11T12:30' }),
    });
    for (const title of ['N', 'A', 'A', 'Broken']) expect(await run([title])).toBe(0);
    expect(await entries()).toEqual([
      'gala/2019-11-11/1230-a-2.md',
      'gala/2019-11-11/1230-a.md',
      'gala/2019-11-11/1230-broken-2.md',
      'gala/2019-11-11/1230-broken.md',
      'gala/2019-11-11/1230-n.md',
      'gala/event.md',
      'gala/m.md',
    ]);
    expect(await read('content/gala/2019-11-11/1230-n.md')).not.toContain('sequence');
    expect(await read('content/gala/2019-11-11/1230-a.md')).toContain('\nsequence: 1\n');
    expect(await read('content/gala/2019-11-11/1230-a-2.md')).toContain('\nsequence: 1\n');
    expect(await read('content/gala/2019-11-11/1230-broken-2.md')).toContain('\nsequence: 1\n');
  });
});

describe('a new entry in the minute of one whose second is known', () => {
  test.each([
    ['before it', '12:30:20', '12:30:40'],
    ['in this second', '12:30:40', '12:30:40'],
    ['still to come', '12:30:50', '12:30'],
    ['on the minute', '12:30:00', '12:30'],
  ])('says its second only where it would come before the other: %s', async (name, other, own) => {
    const { run, read, said } = await gala(`seconds ${name}`, {
      'content/gala/a.md': anEntry({ title: 'A', time: `2019-11-11T${other}` }),
    });
    expect(await run(['B'])).toBe(0);
    expect(await read(said.printed.trim())).toContain(`\ntime: 2019-11-11T${own}\n`);
  });
});

describe('what is wrong', () => {
  test.each([
    ['a metric', ['--milestone', 'gvm=1e9'], 'unknown-metric', 'Did you mean "gmv"?'],
    ['a unit', ['--milestone', 'gmv=1e9UDS'], 'unknown-unit', 'Did you mean "USD"?'],
    ['a topic', ['--topic', 'New Retail'], 'unusable-slug', 'new-retail'],
    ['an address', ['--source', 'example.org'], 'invalid-value', 'https://'],
  ])('is printed, and nothing is written: %s', async (name, args, rule, hint) => {
    const { run, entries, said } = await gala(`wrong ${name}`);
    expect(await run(['A song', ...args])).toBe(1);
    expect(said.printed).toBe('');
    expect(said.reported).toContain(`gala/2019-11-11/1230-a-song.md:`);
    expect(said.reported).toContain(` error ${rule}\n`);
    expect(said.reported).toContain(hint);
    expect(said.reported).toMatch(/\n1 error, 0 warnings\nNothing is written\.\n$/);
    expect(await entries()).toEqual(['gala/event.md']);
  });

  test('may be wrong because of the new entry in another file', async () => {
    const { run, said } = await gala('falling', {
      'content/gala/later.md': anEntry({ time: '2019-11-11T20:00', milestone: '{metric: gmv, value: 2e9}' }),
      'content/gala/other.md': anEntry({ title: 'Other', colour: 'red' }),
    });
    expect(await run(['Too much', '--milestone', 'gmv=3e9'])).toBe(1);
    expect(said.reported).toMatch(
      /^gala\/later\.md:.*falling-metric\n[\s\S]*\n1 error, 0 warnings\nNothing is written\.\n$/,
    );
  });

  test('does not hinder where it was wrong before', async () => {
    const { run, said } = await gala('before', { 'content/gala/other.md': anEntry({ colour: 'red' }) });
    expect(await run(['A song'])).toBe(0);
    expect(said.reported).toBe('');
  });

  test('is reported, and written, where it is a warning, or a topic like another', async () => {
    const { run, said } = await gala('warned');
    expect(await run(['Late', '--time', '2019-11-12T10:00', '--topic', 'gvm'])).toBe(0);
    expect(said.printed).toBe('content/gala/2019-11-12/1000-late.md\n');
    expect(said.reported).toContain('warning outside-coverage');
    expect(said.reported).toContain('The topic "gvm" is new to the event. Did you mean "gmv"?');
  });

  test('with the settings of the event is printed', async () => {
    const { run, said } = await gala('unsettled', { 'content/gala/event.md': anEvent({ timezone: 'Asia/Shangai' }) });
    expect(await run(['A song'])).toBe(1);
    expect(said.reported).toContain('Did you mean "Asia/Shanghai"?');
  });
});
