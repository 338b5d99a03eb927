import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, aSite, galaWith } from '../core/testing.ts';
import { finishBody } from './finish-body.ts';
import { parseBody } from './parse-body.ts';

const at = (clock: string, fields = {}): string => anEntry({ time: `2019-11-11T${clock}`, ...fields });

/** An entry in a folder of the event Gala, which has neighbours, and a second event beside it. */
const reading = (markdown: string, url = 'https://recaps.example.org') => {
  const file = 'gala/2019-11-11/opening.md';
  const files = galaWith({
    'site.yml': aSite({ url }),
    [file]: anEntry({}, `\n${markdown}\n`),
    'gala/2019-11-11/1100-encore.md': at('11:00', { aliases: '[finale]', topics: '[songs]' }),
    'gala/2019-11-12/after.md': at('12:00'),
    'gala/预热 夜.md': at('13:00', { slug: '预热' }),
    'gala/renamed.md': at('14:00', { slug: 'own-slug' }),
    'gala/draft.md': at('15:00', { draft: 'true' }),
    [`gala/${'kür'.normalize('NFD')}.md`]: at('15:30'),
    'gala/_plan.md': 'What is to come.',
    'gala/gone.md': at('16:00', { withdrawn: '{time: 2019-11-11T17:00, reason: A slip}' }),
    'fest/event.md': anEvent({ title: 'Fest' }),
    'fest/plain.md': at('10:00'),
    'fest/2019/0930-early.md': at('09:30'),
    'fest/renamed.md': at('11:00', { slug: 'own-slug' }),
  });
  const { archive, diagnostics: ofArchive } = readArchive(files);
  const { report, diagnostics } = collectDiagnostics();
  const text = archive.events.flatMap(({ entries }) => entries).find((entry) => entry.file === file)?.body;
  const to = permalinks(archive.site.url);
  const body = finishBody(
    parseBody(text ?? { file, line: 1, markdown: '' }, report),
    {
      idPrefix: 'opening',
      page: to.absolute(to.entry('gala', 'opening')),
      targets: linkTargets(archive, files, to),
      mediaAt: () => undefined,
    },
    report,
  );
  return { html: body.html, faults: formatDiagnostics([...ofArchive, ...diagnostics()]) };
};

/** Where a link leads, and that nothing is wrong with it. */
const target = (address: string, url?: string): string | undefined => {
  const { html, faults } = reading(`[text](${address})`, url);
  expect(faults).toBe('0 errors, 0 warnings');
  return /href="([^"]*)"/.exec(html)?.[1];
};

describe('a link to a document', () => {
  it.each([
    ['./1100-encore.md', '/gala/encore/'],
    ['1100-encore.md', '/gala/encore/'],
    ['../2019-11-12/after.md', '/gala/after/'],
    ['../2019-11-12/../2019-11-12/after.md', '/gala/after/'],
    ['../event.md', '/gala/'],
    ['./opening.md', '/gala/opening/'],
    ['../renamed.md', '/gala/own-slug/'],
    ['../gone.md', '/gala/gone/'],
    ['<../预热 夜.md>', '/gala/%E9%A2%84%E7%83%AD/'],
    ['../%E9%A2%84%E7%83%AD%20%E5%A4%9C.md', '/gala/%E9%A2%84%E7%83%AD/'],
    ['../kür.md', '/gala/k%C3%BCr/'],
    [`../${'kür'.normalize('NFD')}.md`, '/gala/k%C3%BCr/'],
    ['../../fest/event.md', '/fest/'],
    ['../../fest/plain.md', '/fest/plain/'],
    ['../../fest/2019/0930-early.md', '/fest/early/'],
  ])('%s becomes the permalink %s, below the path of the site if it has one', (address, permalink) => {
    expect(target(address)).toBe(permalink);
    expect(target(address, 'https://example.org/press/recaps/')).toBe(`/press/recaps${permalink}`);
  });

  it('stands in HTML as well', () => {
    expect(reading('<a href="../event.md">all</a>').html).toBe('<p><a href="/gala/">all</a></p>');
  });

  it('may be a reference', () => {
    expect(reading('[all][e]\n\n[e]: ../event.md').html).toBe('<p><a href="/gala/">all</a></p>');
  });

  it('of another event is refused where the document has a slug of its own, with its address', () => {
    expect(reading('See [it](../../fest/renamed.md)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:5 error broken-link
        Unexpected link by path to "fest/renamed.md" of another event, expected its address: its slug is not that of its file name.
        Write /fest/own-slug/
      1 error, 0 warnings"
    `);
  });

  it('that does not exist is an error, and says what was meant', () => {
    expect(
      reading('[a](1100-encor.md), [b](after.md),\n\n> [c](../evnt.md) [d](nowhere.md) [e]()').faults,
    ).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:1 error broken-link
        Unexpected link to "gala/2019-11-11/1100-encor.md", expected an entry that exists.
        Did you mean "./1100-encore.md"?
      gala/2019-11-11/opening.md:6:21 error broken-link
        Unexpected link to "gala/2019-11-11/after.md", expected an entry that exists.
        Did you mean "../2019-11-12/after.md"?
      gala/2019-11-11/opening.md:8:3 error broken-link
        Unexpected link to "gala/evnt.md", expected an entry that exists.
        Did you mean "../event.md"?
      gala/2019-11-11/opening.md:8:19 error broken-link
        Unexpected link to "gala/2019-11-11/nowhere.md", expected an entry that exists.
        Correct the path: it starts at the folder of this file.
      gala/2019-11-11/opening.md:8:35 error broken-link
        Unexpected link without an address, expected one.
        Write the path of the entry behind the text: [the opening](./opening.md)
      5 errors, 0 warnings"
    `);
  });

  it('of nearly the same name is found in another folder, too', () => {
    expect(reading('[next](./aftr.md)').faults).toContain('Did you mean "../2019-11-12/after.md"?');
  });

  it('with a blank in the name of its file is not lost as text', () => {
    expect(reading('See [the plan](my plan.md), `[a](b c.md)` and ![A pad](my pad.png)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:5 error broken-link
        Unexpected blank in "[the plan](my plan.md)", expected < and > around the name of the file: Markdown takes it for text.
        Write [the plan](<my plan.md>), or rename the file.
        > See [the plan](<my plan.md>), \`[a](b c.md)\` and ![A pad](<my pad.png>)
      gala/2019-11-11/opening.md:6:47 error missing-picture
        Unexpected blank in "![A pad](my pad.png)", expected < and > around the name of the file: Markdown takes it for text.
        Write ![A pad](<my pad.png>), or rename the file.
        > See [the plan](<my plan.md>), \`[a](b c.md)\` and ![A pad](<my pad.png>)
      2 errors, 0 warnings"
    `);
  });

  it('whose file is named after a time is not lost as a protocol', () => {
    expect(reading('See [it](10:30-thing.md).').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:5 warning unsafe-html
        Unexpected address "10:…", expected one of http, https, irc, ircs, mailto, xmpp: it is left out.
        Write ./10:30-thing.md
      0 errors, 1 warning"
    `);
  });

  it('without the ending of its file, or without a protocol, is reported with what was meant', () => {
    expect(reading('[a](./1100-encore)').faults).toContain('Did you mean "./1100-encore.md"?');
    expect(reading('[a](www.example.org)').faults).toContain(
      'Write https://www.example.org if it is a page on the web.',
    );
  });

  it('is no way to publish another file', () => {
    expect(reading('[The settings](../../site.yml)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:1 error broken-link
        Unexpected link to "site.yml", expected an entry, or a file of another kind: PDF, CSV, TSV, TXT, ICS, GPX, GeoJSON, ZIP, DOCX, XLSX, PPTX, ODT, ODS or ODP.
        Put it into a ZIP file, or move it into public/, where files are published as they are, and link to it there.
      1 error, 0 warnings"
    `);
  });

  it('that is a note is an error', () => {
    expect(reading('[the plan](../_plan.md)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:1 error broken-link
        Unexpected link to "gala/_plan.md", expected an entry: notes such as _plan.md are not published.
        Remove the link, or give the file a name without an underscore at its beginning if it is an entry.
      1 error, 0 warnings"
    `);
  });

  it('that is a draft is an error', () => {
    expect(reading('* [soon](../draft.md)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error broken-link
        Unexpected link to "gala/draft.md", expected an entry that is published: it is a draft.
        Remove "draft" from it, or link to it later.
      1 error, 0 warnings"
    `);
  });

  it('names no place within it', () => {
    expect(reading('[a](1100-encore.md#top)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:1 error broken-link
        Unexpected "#top" in a link to another page, expected the page alone.
        Link to the entry itself: its parts have no addresses that stay.
      1 error, 0 warnings"
    `);
  });
});

describe('a link from the root of the site', () => {
  it.each([
    '/',
    '/rss.xml',
    '/gala/',
    '/gala/rss.xml',
    '/gala/milestones/',
    '/gala/2019-11-11/',
    '/gala/topics/songs/',
    '/gala/encore/',
    '/fest/own-slug/',
  ])('%s leads there, below the path of the site if it has one', (address) => {
    expect(target(address)).toBe(address);
    expect(target(address, 'https://example.org/recaps')).toBe(`/recaps${address}`);
  });

  it('may be written in any script', () => {
    expect(target('/gala/预热/')).toBe('/gala/%E9%A2%84%E7%83%AD/');
  });

  it('to an earlier address leads to where the page has moved', () => {
    expect(target('/gala/finale/')).toBe('/gala/encore/');
    expect(target('/gala/finale/', 'https://example.org/recaps')).toBe('/recaps/gala/encore/');
  });

  it('is reported without the path of the site, as it has to be written', () => {
    const { faults } = reading('[encore](/gala/encor/)', 'https://example.org/press/recaps/');
    expect(faults).toContain('Did you mean "/gala/encore/"?');
  });

  it('that leads to no page is an error', () => {
    expect(
      reading('[a](/gala/encor/) [b](/gala/encore) [c](/nowhere/at-all/) [d](/gala/2019-11-11/#encore)').faults,
    ).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:1 error broken-link
        Unexpected link to "/gala/encor/", expected a page of Recaps.
        Did you mean "/gala/encore/"?
      gala/2019-11-11/opening.md:6:19 error broken-link
        Unexpected link to "/gala/encore", expected a page of Recaps.
        Did you mean "/gala/encore/"?
      gala/2019-11-11/opening.md:6:37 error broken-link
        Unexpected link to "/nowhere/at-all/", expected a page of Recaps.
        Correct the address, or link to the Markdown file by its relative path.
      gala/2019-11-11/opening.md:6:59 error broken-link
        Unexpected "#encore" in a link to another page, expected the page alone.
        Link to the entry itself: its parts have no addresses that stay.
      4 errors, 0 warnings"
    `);
  });
});

describe('a link within the text', () => {
  it('leads to an id that the text has', () => {
    expect(reading('<b id="sum">9</b> [sum](#sum)').html).toBe(
      '<p><b id="opening.sum">9</b> <a href="#opening.sum">sum</a></p>',
    );
  });

  it('that leads to none is an error', () => {
    expect(reading('# Sum\n\n[sum](#sum), [top](#)').faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:8:1 error broken-link
        Unexpected link to "#sum", expected a place in this text that exists.
        Headings are no places to link to; link to an entry by the path of its file, such as ./other-entry.md.
      gala/2019-11-11/opening.md:8:14 error broken-link
        Unexpected link to "#", expected a place in this text that exists.
        Headings are no places to link to; link to an entry by the path of its file, such as ./other-entry.md.
      2 errors, 0 warnings"
    `);
  });
});
