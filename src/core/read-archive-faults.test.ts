import { describe, expect, it } from 'vitest';
import { hasErrors } from './diagnostics.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSite, aSmallArchive, contentOf, faultsIn, galaWith } from './testing.ts';

describe('files in the wrong place', () => {
  it('are each reported with where they belong', () => {
    const files = contentOf(
      {
        'loose.md': '# Loose',
        'gala/event.md': anEvent(),
        'gala/2019-11-11/event.md': anEvent(),
        'gala/2019-11-11/a.md': anEntry(),
        'orphans/one.md': anEntry(),
        'orphans/sub/two.md': anEntry(),
        'single/1000-one.md': anEntry(),
      },
      {
        'gala/notes.markdown': 'file',
        'gala/B.MD': 'file',
        'gala/linked.md': 'link',
        'gala/stage.png': 'link',
        'gala/pipe.md': 'other',
      },
    );
    expect(faultsIn(files)).toMatchInlineSnapshot(`
      "gala/2019-11-11/event.md:1:1 error misplaced-event
        Unexpected "event.md" in a folder inside an event, expected it at the top of the event.
        Move it to gala/event.md, or rename it if it is an entry.
      gala/B.MD:1:1 error unread-document
        Unexpected capitals in "B.MD", expected "B.md".
        Rename the file to B.md; if your disk does not tell the two apart, rename it twice.
      gala/linked.md:1:1 error symbolic-link
        Unexpected symbolic link or submodule, expected a file or folder.
        Put a copy of what it leads to in its place.
      gala/notes.markdown:1:1 error unread-document
        Unexpected ending of "notes.markdown", expected "notes.md".
        Rename the file to notes.md.
      gala/pipe.md:1:1 error not-a-file
        Unexpected "pipe.md", expected a file that can be read.
        Remove it if it is a pipe, a socket or a device; rename or move it if it is a folder; allow reading it if it is a file; make several of it if it has more than 4 MB.
      gala/stage.png:1:1 error symbolic-link
        Unexpected symbolic link or submodule, expected a file or folder.
        Put a copy of what it leads to in its place.
      loose.md:1:1 error entry-without-event
        Unexpected entry "loose.md" beside the events, expected it in the folder of one.
        Move it into its event's folder, or into pages/ if it is a page of the archive.
      orphans/event.md:1:1 error event-without-settings
        Unexpected folder with 2 entries but no "event.md", expected the settings of the event.
        Write event.md with title, description, timezone, starts, ends and order.
      single/event.md:1:1 error event-without-settings
        Unexpected folder with an entry but no "event.md", expected the settings of the event.
        Write event.md with title, description, timezone, starts, ends and order.
      site.yml:1:1 error site-missing
        Unexpected content folder without "site.yml", expected the settings of the archive.
        Write site.yml with title, description, url and language.
      10 errors, 0 warnings"
    `);
  });

  it('are silent where nothing of them would be read', () => {
    expect(faultsIn(galaWith({}, { 'gala/notes.txt': 'file', 'data/a.csv': 'file', LICENSE: 'file' }))).toBe(
      '0 errors, 0 warnings',
    );
  });

  it('are notes for those who work on the content, wherever they lie, even with the fields of an entry', () => {
    const notes = [
      'README.md',
      'Readme.md',
      'README.zh-CN.md',
      'LICENSE.md',
      'CONTRIBUTING.md',
      '_notes.md',
      '_x/event.md',
    ];
    const files = galaWith(
      {
        ...Object.fromEntries(
          notes.flatMap((name) => [name, `gala/${name}`, `gala/2019-11-11/${name}`]).map((one) => [one, anEntry()]),
        ),
        'plans/README.md': '# What to plan',
        'gala/_drafts/a.md': 'No fields.',
        'gala/readme-first.md': anEntry(),
        'gala/license.md': anEntry(),
      },
      { 'gala/README': 'file', '_old/a.markdown': 'file', 'gala/_x/linked.md': 'link', 'gala/README.markdown': 'file' },
    );
    const { archive } = readArchive(files);
    expect(faultsIn(files)).toBe('0 errors, 0 warnings');
    expect(archive.events.map(({ slug }) => slug)).toEqual(['gala']);
    expect(archive.events[0]?.entries.map(({ slug }) => slug)).toEqual(['license', 'readme-first']);
  });

  it('is an empty content folder', () => {
    expect(faultsIn(contentOf({}))).toMatchInlineSnapshot(`
    "site.yml:1:1 error site-missing
      Unexpected content folder without "site.yml", expected the settings of the archive.
      Write site.yml with title, description, url and language.
    1 error, 0 warnings"
  `);
  });
});

it('files that the program would pass over are reported by the name that they should have', () => {
  const names = ['gala/0931-tanks.md.txt', 'party/Event.md', 'party/event.yml', 'site.yaml'];
  const files = galaWith({}, Object.fromEntries(names.map((name) => [name, 'file'])));
  expect(faultsIn(files)).toMatchInlineSnapshot(`
    "gala/0931-tanks.md.txt:1:1 error unread-document
      Unexpected ending of "0931-tanks.md.txt", expected "0931-tanks.md".
      Rename the file to 0931-tanks.md.
    party/Event.md:1:1 error misplaced-event
      Unexpected "Event.md", expected "event.md" in lower case.
      Rename the file to event.md; if your disk does not tell the two apart, rename it twice.
    party/event.yml:1:1 error unread-document
      Unexpected ending of "event.yml", expected "event.md".
      Rename the file to event.md.
    site.yaml:1:1 error unread-document
      Unexpected ending of "site.yaml", expected "site.yml".
      Rename the file to site.yml.
    4 errors, 0 warnings"
  `);
});

it.each(['Event.md', 'EVENT.md', 'event.yaml', 'EVENT.MD'])(
  'settings of an event that are called %s are one mistake, however many entries are there',
  (name) => {
    const isRead = name.endsWith('.md');
    const texts = {
      'gala/event.md': undefined,
      'gala/a.md': anEntry(),
      ...(isRead && { [`gala/${name}`]: anEvent() }),
    };
    const { diagnostics } = readArchive(galaWith(texts, isRead ? {} : { [`gala/${name}`]: 'file' }));
    expect(diagnostics).toEqual([
      expect.objectContaining({ file: `gala/${name}`, message: expect.stringContaining('expected "event.md"') }),
    ]);
  },
);

it.each(['Site.yml', 'SITE.YML', 'site.yaml'])('settings of the archive that are called %s are one mistake', (name) => {
  const { diagnostics } = readArchive(galaWith({ 'site.yml': undefined, 'gala/a.md': anEntry() }, { [name]: 'file' }));
  expect(diagnostics).toEqual([
    expect.objectContaining({ file: name, hint: expect.stringMatching(/^Rename the file to site\.yml[.;]/) }),
  ]);
});

describe('several faults', () => {
  it('come out in one run, in the order of files and lines', () => {
    const files = contentOf({
      'site.yml': aSite({ languge: 'en' }),
      'b/event.md': anEvent({ timezone: 'Nowhere' }),
      'b/x.md': anEntry({ time: 'now', topics: '[A]' }),
      'a/event.md': anEvent(),
      'a/z.md': '# No front matter',
      'a/y.md': anEntry({ milestone: '{metric: gmv}', slug: 'search' }),
    });
    const { archive, diagnostics } = readArchive(files);
    expect(diagnostics.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
      'a/y.md:4:21 unknown-metric',
      'a/y.md:5:7 reserved-slug',
      'a/z.md:1:1 front-matter-missing',
      'b/event.md:4:11 invalid-value',
      'b/x.md:3:7 invalid-time',
      'b/x.md:4:10 unusable-slug',
      'site.yml:5:1 unknown-key',
    ]);
    expect(archive.events.map(({ slug }) => slug)).toEqual(['a']);
  });

  it('are the same whatever the order in which the files come', () => {
    const files = galaWith({ 'gala/a/x.md': anEntry(), 'gala/b/x.md': anEntry(), 'gala/c/x.md': anEntry() });
    expect(faultsIn(new Map([...files].reverse()))).toBe(faultsIn(files));
  });
});

describe('bodies that found no place in the archive', () => {
  it('are still there to be checked, by the folder of their event', () => {
    const { archive, unplaced } = readArchive(
      galaWith({
        'gala/bad.md': anEntry({ time: 'soon' }, 'A text with a bad time.\n'),
        'gala/good.md': anEntry(),
        'lost/a.md': anEntry({}, 'A text without an event.\n'),
      }),
    );
    expect(archive.events[0]?.entries.map(({ slug }) => slug)).toEqual(['good']);
    expect(unplaced).toEqual([
      { event: 'gala', text: { file: 'gala/bad.md', line: 5, markdown: 'A text with a bad time.\n' } },
      { event: 'lost', text: { file: 'lost/a.md', line: 5, markdown: 'A text without an event.\n' } },
    ]);
  });
});

describe('files that have been damaged', () => {
  it('give an archive or diagnostics, and never throw', () => {
    let state = 20_191_111;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const marks = [...'\n\r\t -:#&*!|>%@`"\'{}[],?\\_0~<=\u0000'].map((mark) => mark.charCodeAt(0));
    const byte = (): number => (random(2) === 0 ? (marks[random(marks.length)] ?? 0) : random(256));
    const damage = (bytes: Uint8Array): Uint8Array => {
      const at = random(bytes.length);
      const kinds = [
        () => [...bytes.subarray(0, at), byte(), ...bytes.subarray(at + 1)],
        () => [...bytes.subarray(0, at), byte(), ...bytes.subarray(at)],
        () => [...bytes.subarray(0, at), ...bytes.subarray(at + 1 + random(8))],
        () => [...bytes.subarray(0, at)],
      ];
      return Uint8Array.from(kinds[random(kinds.length)]?.() ?? bytes);
    };
    const sound = [...aSmallArchive()];
    let faulty = 0;
    for (let round = 0; round < 300; round++) {
      const files = new Map(sound);
      for (let times = 1 + random(3); times > 0; times--) {
        const [path, bytes] = sound[random(sound.length)] ?? ['', 'file'];
        if (bytes instanceof Uint8Array) files.set(path, damage(bytes));
      }
      const { archive, diagnostics } = readArchive(files);
      for (const { file, line, column, message, hint } of diagnostics) {
        expect(files.has(file) || file.endsWith('/event.md'), `${round}: ${file}`).toBe(true);
        const content = files.get(file);
        const lines = content instanceof Uint8Array ? new TextDecoder().decode(content).split('\n') : [''];
        expect(line, `${round}: ${message}`).toBeLessThanOrEqual(lines.length);
        expect(column, `${round}: ${message}`).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        expect(Math.min(line, column, hint.length), `${round}: ${message}`).toBeGreaterThan(0);
      }
      // What is not there any more has been reported.
      if (!hasErrors(diagnostics)) expect(archive.events).toHaveLength(3);
      else faulty += 1;
    }
    expect(faulty).toBeGreaterThan(100);
    expect(faulty).toBeLessThan(290);
  });
});
