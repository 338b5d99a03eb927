import { describe, expect, test } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { anEntry, anEvent, aSite, withoutFieldLists } from '../core/testing.ts';
import { type CheckOptions, checkContent } from './check-content.ts';
import { aContent, aDrawing } from './testing/check.ts';

type Texts = Readonly<Record<string, string>>;

/** A check of the gala with these texts, unless they bring their own settings. */
const check = (texts: Texts, options?: CheckOptions, others: Texts = {}) =>
  checkContent(aContent({ 'site.yml': aSite(), 'gala/event.md': anEvent(), ...texts }, others), options);

const faults = async (texts: Texts, options?: CheckOptions, others?: Texts): Promise<string> =>
  withoutFieldLists(formatDiagnostics((await check(texts, options, others)).diagnostics));

/** The places and rules of what was found. */
const placed = async (texts: Texts, options?: CheckOptions, others?: Texts): Promise<string[]> =>
  (await check(texts, options, others)).diagnostics.map(
    ({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`,
  );

const only =
  (...names: readonly string[]) =>
  (file: string): boolean =>
    names.includes(file);

describe('a check', () => {
  test('finds nothing in faultless content, whatever is in its bodies', async () => {
    const checked = await check(
      {
        'gala/a.md': anEntry(
          {},
          'See [b](b.md), [the gala](/gala/), [^1] and ![The stage](stage.svg).\n\n[^1]: A note.\n',
        ),
        'gala/b.md': anEntry({}, 'Plain prose.\n'),
      },
      {},
      { 'gala/stage.svg': aDrawing },
    );
    expect(checked).toEqual({ diagnostics: [], documents: 4, elsewhere: false });
  });

  test('reads the standfirst and what stands below its picture as it reads entries, drafts too', async () => {
    const hero =
      '{picture: stage.svg, alt: The stage, caption: "See [it](./gone.md) | [Ada](https://a.example/ada berg)"}';
    const texts = {
      'gala/event.md': anEvent({ hero }, '\n> [!HINT]\n> Soon.\n\n[Photo]: Reuters\n'),
      'gala/a.md': anEntry({ draft: 'true' }, 'We won :taad: and $x^2$.\n'),
      'gala/b.md': anEntry({}, '``` The order of play\ncode\n```\n'),
    };
    expect(await placed(texts, {}, { 'gala/stage.svg': aDrawing })).toMatchInlineSnapshot(`
      [
        "gala/a.md:6:8 unread-mark",
        "gala/a.md:6:19 unread-mark",
        "gala/b.md:5:1 lost-code",
        "gala/event.md:8:1 broken-link",
        "gala/event.md:8:1 broken-link",
        "gala/event.md:11:3 unknown-alert",
        "gala/event.md:14:1 lost-reference",
      ]
    `);
  });

  test('finds what is wrong in front matter, bodies, standfirsts, pictures and heroes, in the order of files', async () => {
    const texts = {
      'gala/event.md': anEvent({ hero: '{picture: gone.svg, alt: Nothing}' }, '\nSee [it](nowhere.md).\n'),
      'gala/a.md': anEntry({ titel: 'A' }, 'An ![](stage.svg).\n'),
      'gala/b.md': anEntry({}, 'A ![torn one](torn.svg) and <script>alert(1)</script>.\n'),
    };
    expect(
      await faults(texts, {}, { 'gala/stage.svg': aDrawing, 'gala/torn.svg': 'no picture' }),
    ).toMatchInlineSnapshot(`
      "gala/a.md:4:1 error unknown-key
        Unexpected field "titel", expected one of the fields of entry.
        Remove it: "title" is there already.
      gala/a.md:6:4 error missing-alt
        Unexpected picture "stage.svg" without alt text, expected a text for those who cannot see it.
        Write what it shows: ![A runner crosses the line](stage.svg)
      gala/b.md:5:3 error unreadable-picture
        Unexpected content of "gala/torn.svg", expected a picture: Input buffer contains unsupported image format.
        Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.
      gala/b.md:5:29 warning unsafe-html
        Unexpected HTML <script>, expected Markdown: it is left out.
        Write it in Markdown, or as a plain link: all up to </script> is left out, and without that the rest of the text.
      gala/event.md:8:17 error missing-picture
        Unexpected picture "gala/gone.svg", expected a file in the content folder.
        Put the file beside the entry, or correct its name; upper and lower case matter.
      gala/event.md:11:5 error broken-link
        Unexpected link to "gala/nowhere.md", expected an entry that exists.
        Correct the path: it starts at the folder of this file.
      5 errors, 1 warning"
    `);
  });

  test('reports each fault once, in an entry too whose front matter has faults of its own', async () => {
    const texts = {
      'gala/a.md': anEntry({ time: 'noon' }, '![A](x.png) ![B](x.png)\n'),
      'gala/b.md': anEntry({ titel: 'B' }, '[b](y.md)\n'),
    };
    expect(await placed(texts)).toMatchInlineSnapshot(`
      [
        "gala/a.md:3:7 invalid-time",
        "gala/a.md:5:1 missing-picture",
        "gala/a.md:5:13 missing-picture",
        "gala/b.md:4:1 unknown-key",
        "gala/b.md:6:1 broken-link",
      ]
    `);
  });

  test('takes the address of the archive, the names in public/ and drafts from its options', async () => {
    const texts = {
      'gala/a.md': anEntry({}, '[home](/recaps/) and [b](b.md)\n'),
      'gala/b.md': anEntry({ draft: 'true' }),
    };
    expect(await placed(texts)).toEqual(['gala/a.md:5:1 broken-link', 'gala/a.md:5:22 broken-link']);
    expect(await placed(texts, { drafts: true })).toEqual(['gala/a.md:5:1 broken-link']);
    expect(await placed(texts, { drafts: true, publicNames: ['gala'] })).toContain('gala/event.md:1:1 reserved-slug');
    expect(await placed(texts, { siteUrl: 'nowhere' })).toContain('site.yml:1:1 invalid-value');
  });
});

describe('a draft', () => {
  const draft = (body: string): string => anEntry({ draft: 'true' }, body);

  test('is checked as if it were published', async () => {
    const texts = { 'gala/a.md': draft('![A](gone.png) and [b](gone.md)\n'), 'gala/b.md': anEntry() };
    expect(await placed(texts)).toEqual(['gala/a.md:6:1 missing-picture', 'gala/a.md:6:20 broken-link']);
    expect(await placed(texts, { drafts: true })).toEqual(await placed(texts));
  });

  test('may link to published entries and to other drafts', async () => {
    expect(
      await placed({
        'gala/a.md': draft('[b](b.md) and [c](c.md)\n'),
        'gala/b.md': draft('[a](a.md)\n'),
        'gala/c.md': anEntry(),
      }),
    ).toEqual([]);
  });

  test('may not be linked to from what is published, a standfirst included', async () => {
    const texts = {
      'gala/event.md': anEvent({}, 'See [a](a.md).\n'),
      'gala/a.md': draft('Soon.\n'),
      'gala/b.md': anEntry({}, 'Back to [a](a.md).\n'),
    };
    expect(await faults(texts)).toMatchInlineSnapshot(`
      "gala/b.md:5:9 error broken-link
        Unexpected link to "gala/a.md", expected an entry that is published: it is a draft.
        Remove "draft" from it, or link to it later.
      gala/event.md:9:5 error broken-link
        Unexpected link to "gala/a.md", expected an entry that is published: it is a draft.
        Remove "draft" from it, or link to it later.
      2 errors, 0 warnings"
    `);
    expect(await placed(texts, { drafts: true })).toEqual([]);
  });
});

describe('a check of some files', () => {
  const metrics = '{gmv: {title: GMV, unit: USD, cumulative: true}}';
  const valued = (clock: string, value: string, more = {}): string =>
    anEntry({ time: `2019-11-11T${clock}`, milestone: `{metric: gmv, value: ${value}}`, ...more });

  test('says nothing of others, counts those alone, and says that others have errors', async () => {
    const texts = { 'gala/a.md': anEntry({ titel: 'A' }, '[x](x.md)\n'), 'gala/b.md': anEntry({}, '[y](y.md)\n') };
    const checked = await check(texts, { concerns: only('gala/b.md') });
    expect(checked.diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['gala/b.md broken-link']);
    expect(checked).toMatchObject({ documents: 1, elsewhere: true });
    expect(await check(texts, { concerns: only('gala/a.md') })).toMatchObject({ documents: 1, elsewhere: false });
    expect(await check(texts, { concerns: only() })).toEqual({ diagnostics: [], documents: 0, elsewhere: true });
  });

  test('does not call a warning elsewhere an error', async () => {
    const texts = { 'gala/a.md': anEntry({ time: '2019-12-24' }), 'gala/b.md': anEntry() };
    expect(await check(texts, { concerns: only('gala/b.md') })).toEqual({
      diagnostics: [],
      documents: 1,
      elsewhere: false,
    });
    expect((await check(texts)).diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('tells of a slug that they take from a file behind them', async () => {
    const texts = { 'gala/a/opening.md': anEntry(), 'gala/b/opening.md': anEntry(), 'gala/c.md': anEntry() };
    const inSecond = ['gala/b/opening.md:1:1 duplicate-slug'];
    expect(await placed(texts, { concerns: only('gala/a/opening.md') })).toEqual(inSecond);
    expect(await placed(texts, { concerns: only('gala/b/opening.md') })).toEqual(inSecond);
    expect(await check(texts, { concerns: only('gala/c.md') })).toMatchObject({ diagnostics: [], elsewhere: true });
  });

  test('tells of a later value below theirs', async () => {
    const texts = {
      'gala/event.md': anEvent({ metrics }),
      'gala/a.md': valued('01:00', '9e9'),
      'gala/b.md': valued('02:00', '1e9'),
      'gala/c.md': valued('03:00', '9e9'),
    };
    const inSecond = ['gala/b.md:4:33 falling-metric'];
    expect(await placed(texts, { concerns: only('gala/a.md') })).toEqual(inSecond);
    expect(await placed(texts, { concerns: only('gala/b.md') })).toEqual(inSecond);
    expect(await placed(texts, { concerns: only('gala/c.md') })).toEqual([]);
  });

  test('reads no picture of others', async () => {
    const texts = { 'gala/a.md': anEntry({}, '![A](a.svg)\n'), 'gala/b.md': anEntry({}, '![B](b.svg)\n') };
    const content = aContent(
      { 'site.yml': aSite(), 'gala/event.md': anEvent(), ...texts },
      { 'gala/a.svg': aDrawing, 'gala/b.svg': '' },
    );
    const asked: string[] = [];
    const readBytes = async (path: string): Promise<Uint8Array> => {
      asked.push(path);
      return content.readBytes(path);
    };
    const { diagnostics } = await checkContent({ ...content, readBytes }, { concerns: only('gala/a.md') });
    expect({ diagnostics, asked }).toEqual({ diagnostics: [], asked: ['gala/a.svg'] });
  });

  test('finds that their links and pictures lead somewhere, in files that are not checked', async () => {
    const texts = {
      'gala/a.md': anEntry({}, '[b](b.md) [d](d.md)\n'),
      'gala/b.md': anEntry({ titel: 'B' }),
      'gala/d.md': anEntry({ draft: 'true' }),
    };
    expect(await placed(texts, { concerns: only('gala/a.md') })).toEqual(['gala/a.md:5:11 broken-link']);
  });

  test('checks a draft among them, and no other', async () => {
    const texts = {
      'gala/a.md': anEntry({ draft: 'true' }, '[x](x.md)\n'),
      'gala/b.md': anEntry({ draft: 'true' }, '[y](y.md)\n'),
    };
    expect(await placed(texts, { concerns: only('gala/a.md') })).toEqual(['gala/a.md:6:1 broken-link']);
  });

  test('reports a hero where the settings are among them', async () => {
    const texts = { 'gala/event.md': anEvent({ hero: '{picture: gone.svg, alt: Nothing}' }), 'gala/a.md': anEntry() };
    expect(await placed(texts, { concerns: only('gala/event.md') })).toHaveLength(1);
    expect(await placed(texts, { concerns: only('gala/a.md') })).toEqual([]);
  });
});
