import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { contentOf } from '../core/testing.ts';
import { freshPictures } from './pictures.ts';
import { planMedia } from './plan-media.ts';
import { publishMedia, wholeBytes } from './publish-media.ts';
import { planned, used } from './testing/planned.ts';

const linked = (path: string, line = 6) => ({ ...used(path, line), as: 'large' as const });
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const zipOf = (...inside: readonly string[]): Buffer =>
  bytesOf(`PK\x03\x04${'\0'.repeat(26)}${inside.join('')}PK\x05\x06${'\0'.repeat(18)}`);

/** What comes of one file that is linked to. */
const one = async (name: string, bytes: Buffer) => {
  const { plans, faults } = await planned([linked(`gala/${name}`)], { [`gala/${name}`]: bytes });
  return { plan: plans.get(`gala/${name}`), faults: faults.split('\n')[1]?.trim() ?? '' };
};

describe('a file that is linked to', () => {
  it.each([
    ['programme.pdf', bytesOf('%PDF-1.7\n%%EOF'), 'application/pdf'],
    ['notes.TXT', Buffer.from('Grüße'), 'text/plain'],
    ['notes.txt', bytesOf('\xff\xfeh\0i\0'), 'text/plain'],
    ['results.csv', bytesOf('Zürich;1,2'), 'text/csv'],
    ['dates.ics', bytesOf('\xef\xbb\xbfBEGIN:VCALENDAR\r\n'), 'text/calendar'],
    ['track.gpx', bytesOf('<?xml version="1.0"?>\n<gpx version="1.1">'), 'application/gpx+xml'],
    ['map.geojson', bytesOf('\n{"type":"FeatureCollection"}'), 'application/geo+json'],
    ['all.zip', bytesOf(`PK\x05\x06${'\0'.repeat(18)}`), 'application/zip'],
    ['a.docx', zipOf('[Content_Types].xml'), expect.stringContaining('wordprocessingml')],
    ['a.ods', zipOf('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), expect.stringContaining('spreadsheet')],
    ['a.xls', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook'), 'application/vnd.ms-excel'],
  ])('is published as it is, under a name of its bytes: %s', async (name, bytes, type) => {
    const { plan, faults } = await one(name, bytes);
    const published = new RegExp(`^${name.split('.')[0]}-[0-9a-f]{10}\\.${name.split('.')[1]?.toLowerCase()}$`);
    expect(faults).toBe('');
    expect(plan).toMatchObject({
      kind: 'document',
      type,
      size: bytes.length,
      name: expect.stringMatching(published),
      sha512: expect.stringMatching(/^[0-9a-f]{128}$/),
    });
  });

  it.each([
    ['a.pdf', bytesOf('<html>'), 'expected a PDF: it does not begin as one.'],
    ['a.csv', bytesOf('MZ\0\0'), 'expected text: it holds bytes that are no text.'],
    ['a.txt', Buffer.alloc(0), 'expected text: it is empty.'],
    ['a.ics', bytesOf('<html>'), 'expected a calendar: it does not begin with BEGIN:VCALENDAR.'],
    ['a.gpx', bytesOf('<kml>'), 'expected GPX: it has no <gpx>.'],
    ['a.geojson', bytesOf('callback({})'), 'expected GeoJSON: it does not begin with {.'],
    ['a.zip', bytesOf('PK\x03\x04 and no end'), 'expected a ZIP file: it breaks off before its end.'],
    ['a.docx', zipOf('word/'), 'expected a document of Word: it is another ZIP file.'],
    ['a.doc', bytesOf('{\\rtf1'), 'expected a document of Word: it does not begin as one.'],
    ['a.xlsx', zipOf('[Content_Types].xml', 'xl/vbaProject.bin'), 'expected a workbook of Excel: it holds macros.'],
    [
      'a.doc',
      Buffer.concat([bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('_VBA_PROJECT', 'utf16le')]),
      'expected a document of Word: it holds macros.',
    ],
    [
      'a.gpx',
      bytesOf('<gpx><x:script xmlns:x="http://www.w3.org/1999/xhtml">'),
      'expected GPX: it holds parts of a web page, which could run code.',
    ],
  ])('is refused where its bytes are not what its name says, or could run code: %s', async (name, bytes, said) => {
    expect(await one(name, bytes)).toEqual({
      plan: undefined,
      faults: `Unexpected content of "gala/${name}", ${said}`,
    });
  });

  it('is refused by its name where it could be nothing but code', async () => {
    const { plans, faults } = await planned([linked('gala/a.html'), used('gala/b.docm', 7), used('gala/c.pdf', 8)], {
      'gala/a.html': bytesOf('<p>'),
      'gala/b.docm': bytesOf('PK'),
      'gala/c.pdf': bytesOf('%PDF-1.4'),
    });
    expect([...plans.keys()]).toEqual(['gala/c.pdf']);
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error unsafe-file
        Unexpected file "gala/a.html", expected one that can run no code: PDF, CSV, TSV, TXT, ICS, GPX, GeoJSON, ZIP, DOCX, XLSX, PPTX, ODT, ODS or ODP.
        Export it as PDF or without macros, or put it into a ZIP file; a page of your own can lie in public/.
      gala/2019-11-11/opening.md:7:3 error unsafe-file
        Unexpected file "gala/b.docm", expected one that can run no code: PDF, CSV, TSV, TXT, ICS, GPX, GeoJSON, ZIP, DOCX, XLSX, PPTX, ODT, ODS or ODP.
        Export it as PDF or without macros, or put it into a ZIP file; a page of your own can lie in public/.
      gala/2019-11-11/opening.md:8:3 error unknown-media
        Unexpected file "gala/c.pdf", expected a picture, a video or a sound: no page can show it.
        Link to it, without the exclamation mark: [What it is](c.pdf)
      3 errors, 0 warnings"
    `);
  });

  it('is read and published piece by piece, and named where hosts would refuse it', async () => {
    const { report, diagnostics } = collectDiagnostics();
    const piece = Buffer.alloc(2 ** 20, 'x');
    const pieces = (count: number) =>
      async function* () {
        yield bytesOf('%PDF-1.7');
        for (let index = 0; index < count; index++) yield piece;
      };
    const streams: Readonly<Record<string, () => AsyncGenerator<Uint8Array>>> = {
      'gala/a.pdf': pieces(26),
      'gala/b.pdf': pieces(101),
    };
    const source = {
      files: contentOf({}, { 'gala/a.pdf': 'file', 'gala/b.pdf': 'file' }),
      readBytes: async () => expect.unreachable('read as a whole'),
      streamBytes: (path: string) => streams[path]?.() ?? [],
    };
    const plans = await planMedia([linked('gala/a.pdf'), linked('gala/b.pdf', 7)], source, report);
    const [first] = publishMedia(plans.values(), source, freshPictures);
    const [bytes] = (await first?.make(new Set(first.names)))?.values() ?? [];
    expect((await wholeBytes(bytes ?? Buffer.alloc(0))).length).toBe(26 * 2 ** 20 + 8);
    expect(formatDiagnostics(diagnostics())).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 warning large-file
        Unexpected size of 26 MB of "gala/a.pdf", expected at most 25 MB: some hosts refuse larger files.
        Make it smaller, or keep it on a server for large files and link to it there.
      gala/2019-11-11/opening.md:7:3 warning large-file
        Unexpected size of 101 MB of "gala/b.pdf", expected at most 100 MB: GitHub takes no larger file, and some hosts none of more than 25 MB.
        Make it smaller, or keep it on a server for large files and link to it there.
      0 errors, 2 warnings"
    `);
  });

  it('has macros found that begin in one piece and end in the next', async () => {
    const { report, diagnostics } = collectDiagnostics();
    const whole = zipOf('[Content_Types].xml', 'vbaProject.bin');
    const source = {
      files: contentOf({}, { 'gala/a.docx': 'file' }),
      readBytes: async () => whole,
      streamBytes: () => [whole.subarray(0, 55), whole.subarray(55, 57), whole.subarray(57)],
    };
    await planMedia([linked('gala/a.docx')], source, report);
    expect(diagnostics().map(({ rule }) => rule)).toEqual(['unsafe-file']);
  });
});
