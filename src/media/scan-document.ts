import { endingOf } from '../core/media-names.ts';
import type { FileScan } from './scan-file.ts';

/** Why a file cannot be handed out: its bytes are not what its name says, or it could run code. */
export type FileFault = {
  readonly rule: 'unreadable-file' | 'unsafe-file';
  readonly expected: string;
  readonly reason: string;
  readonly hint: string;
};

/** What a file of some kind looks like. */
type Form = {
  readonly noun: string;
  /** Why it is none, judged by its beginning and its end. */
  readonly faultOf: (scan: FileScan) => string | undefined;
  /** What stands in one that could run code. */
  readonly code?: readonly Buffer[];
};

/** What is looked for in all of a document. */
export const wordsIn = (path: string): readonly Buffer[] => formOf(path).code ?? [];

/** Why a document cannot be handed out; nothing where it can. Scripts within a PDF or a ZIP file are not looked for. */
export const documentFault = (path: string, scan: FileScan): FileFault | undefined => {
  const { noun, faultOf, code = [] } = formOf(path);
  const reason = scan.size === 0 ? 'it is empty' : faultOf(scan);
  if (reason !== undefined)
    return {
      rule: 'unreadable-file',
      expected: noun,
      reason,
      hint: /breaks off/.test(reason)
        ? 'Copy the file again: this one is not whole.'
        : 'Export it again, or give it the ending of what it is.',
    };
  if (!code.some((word) => scan.found.has(word))) return undefined;
  return {
    rule: 'unsafe-file',
    expected: noun,
    reason: endingOf(path) === 'gpx' ? 'it holds parts of a web page, which could run code' : 'it holds macros',
    hint: 'Export it without them, or as PDF.',
  };
};

const startsWith =
  (...starts: readonly string[]) =>
  ({ head }: FileScan): string | undefined =>
    starts.some((start) => head.toString('latin1', 0, start.length) === start) ? undefined : 'it does not begin as one';

/** Text in UTF-8 or another encoding of bytes, or in UTF-16 with its mark. What is none has zeros, nearly always early. */
const textFault = ({ head, tail }: FileScan): string | undefined =>
  /^(?:\xff\xfe|\xfe\xff)/.test(head.toString('latin1', 0, 2)) || !(head.includes(0) || tail.includes(0))
    ? undefined
    : 'it holds bytes that are no text';

const textThat =
  (isRight: RegExp, reason: string) =>
  (scan: FileScan): string | undefined =>
    textFault(scan) ?? (isRight.test(scan.head.toString('utf8').replace(/^\uFEFF/, '')) ? undefined : reason);

/** The end of a ZIP file says where its list of files is (APPNOTE, 4.3.16). */
const zipFault = (scan: FileScan): string | undefined =>
  startsWith('PK\x03\x04', 'PK\x05\x06')(scan) ??
  (scan.tail.includes('PK\x05\x06') ? undefined : 'it breaks off before its end');

const zipWith =
  (name: string) =>
  (scan: FileScan): string | undefined =>
    zipFault(scan) ?? (scan.head.includes(name) || scan.tail.includes(name) ? undefined : 'it is another ZIP file');

const [vba, basic, python] = ['vbaProject.bin', 'Basic/script-l', 'Scripts/python'].map((name) => Buffer.from(name));
const macros = [vba, basic, python].flatMap((word) => word ?? []);
const office = (noun: string): Form => ({ noun, faultOf: zipWith('[Content_Types].xml'), code: macros });
const openDocument = (noun: string, type: string): Form => ({
  noun,
  faultOf: zipWith(`mimetypeapplication/vnd.oasis.opendocument.${type}`),
  code: macros,
});
const olderOffice = (noun: string): Form => ({
  noun,
  faultOf: startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  code: [Buffer.from('_VBA_PROJECT', 'utf16le')],
});

const text: Form = { noun: 'text', faultOf: textFault };

const forms: Readonly<Record<string, Form>> = {
  pdf: {
    noun: 'a PDF',
    faultOf: ({ head }) => (head.subarray(0, 1024).includes('%PDF-') ? undefined : 'it does not begin as one'),
  },
  ics: { noun: 'a calendar', faultOf: textThat(/^\s*BEGIN:VCALENDAR\b/i, 'it does not begin with BEGIN:VCALENDAR') },
  gpx: {
    noun: 'GPX',
    faultOf: textThat(/<gpx[\s>]/i, 'it has no <gpx>'),
    code: ['xml-stylesheet', 'w3.org/1999/xhtml', 'w3.org/2000/svg'].map((word) => Buffer.from(word)),
  },
  geojson: { noun: 'GeoJSON', faultOf: textThat(/^\s*\{/, 'it does not begin with {') },
  zip: { noun: 'a ZIP file', faultOf: zipFault },
  docx: office('a document of Word'),
  xlsx: office('a workbook of Excel'),
  pptx: office('a presentation of PowerPoint'),
  odt: openDocument('an OpenDocument text', 'text'),
  ods: openDocument('an OpenDocument spreadsheet', 'spreadsheet'),
  odp: openDocument('an OpenDocument presentation', 'presentation'),
  doc: olderOffice('a document of Word'),
  xls: olderOffice('a workbook of Excel'),
  ppt: olderOffice('a presentation of PowerPoint'),
};

const formOf = (path: string): Form => forms[endingOf(path)] ?? text;
