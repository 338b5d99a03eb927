/** What a file beside an entry can be for readers, by the ending of its name; `program` is what could run code, and is refused. */
export type MediaKind = 'picture' | 'video' | 'audio' | 'document' | 'program';

/** Documents that are handed out as they are: the media type of each ending, and its name where that is not the ending. */
const documents: Readonly<Record<string, { readonly type: string; readonly name?: string }>> = {
  pdf: { type: 'application/pdf' },
  txt: { type: 'text/plain' },
  csv: { type: 'text/csv' },
  tsv: { type: 'text/tab-separated-values' },
  ics: { type: 'text/calendar' },
  gpx: { type: 'application/gpx+xml' },
  geojson: { type: 'application/geo+json', name: 'GeoJSON' },
  zip: { type: 'application/zip' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  odt: { type: 'application/vnd.oasis.opendocument.text' },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet' },
  odp: { type: 'application/vnd.oasis.opendocument.presentation' },
  doc: { type: 'application/msword' },
  xls: { type: 'application/vnd.ms-excel' },
  ppt: { type: 'application/vnd.ms-powerpoint' },
};

const sounds: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
};

const programs =
  /^(?:html?|xhtml|mht|mhtml|xml|xslt?|m?js|jsx?|tsx?|css|wasm|php|py|rb|pl|jar|exe|msi|com|scr|bat|cmd|ps1|vbs|wsf|hta|lnk|reg|sh|app|dmg|pkg|deb|rpm|apk|ipa|iso|swf|docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam|ppsm|svgz)$/;

/** What a file is for readers, by the ending of its name; nothing where it is none of these. */
export const mediaKindOf = (path: string): MediaKind | undefined => {
  const ending = endingOf(path);
  if (isPicture(path)) return 'picture';
  if (isVideo(path)) return 'video';
  if (Object.hasOwn(sounds, ending)) return 'audio';
  if (Object.hasOwn(documents, ending)) return 'document';
  return programs.test(ending) ? 'program' : undefined;
};

/** The ending of a file's name without its dot, in lower case; empty where it has none. */
export const endingOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/** The media type of a sound or a document, by the ending of its name; nothing for others. */
export const fileTypeOf = (path: string): string | undefined => {
  const ending = endingOf(path);
  return Object.hasOwn(sounds, ending)
    ? sounds[ending]
    : Object.hasOwn(documents, ending)
      ? documents[ending]?.type
      : undefined;
};

/** What people call files of this ending: `PDF`. */
export const fileTypeName = (path: string): string => {
  const ending = endingOf(path);
  return (Object.hasOwn(documents, ending) ? documents[ending]?.name : undefined) ?? ending.toUpperCase();
};

/** What can lie beside an entry and be handed out, for those who chose something else. */
export const attachable = 'PDF, CSV, TSV, TXT, ICS, GPX, GeoJSON, ZIP, DOCX, XLSX, PPTX, ODT, ODS or ODP';

/** Whether a file has the name of a picture that can be published. */
export const isPicture = (path: string): boolean => /\.(png|jpe?g|webp|avif|gif|svg)$/i.test(path);

/** Whether a file has the name of a video that browsers play. */
export const isVideo = (path: string): boolean => /\.(mp4|webm)$/i.test(path);

/** How a file that browsers do not show has to be brought along instead, by the end of its name. */
export const cureFor = (path: string): string | undefined => {
  const ending = endingOf(path);
  return Object.entries(cures).find(([, endings]) => endings.split(' ').includes(ending))?.[0];
};

const cures: Readonly<Record<string, string>> = {
  'Export it as JPEG; on a phone, choose "Most Compatible" for its camera.': 'heic heif hif',
  'Export it as JPEG or PNG.': 'tif tiff bmp psd jxl jp2 raw dng cr2 cr3 nef arw ico eps ai',
  'Export it as MP4 with H.264 and AAC, which every browser plays.': 'mov avi mkv m4v ogv wmv flv 3gp mpg mpeg mts',
  'Export it as MP3 or M4A, which every browser plays.': 'flac aac aif aiff wma amr caf mka',
  'Export it as PDF.': 'key pages numbers indd pub epub rtf wpd',
};
