/**
 * What lies in a content folder, by path below it (with `/`), sorted: documents (`site.yml` and every `.md` but those that are
 * copied) and the files of the theme as bytes, every other file by name alone, a symbolic link as `'link'`, whatever it points to, and as `'other'` what cannot be read as a
 * file: a pipe, a socket, a device, a folder named like a document or too deep, what nobody may read, a document too large.
 */
export type ContentFiles = ReadonlyMap<string, FileContent>;
export type FileContent = Uint8Array | 'file' | 'link' | 'other';

/** The folders at the top of the content that are no events: the archive's own pages, files that are copied, and its look. */
export const ownFolders: ReadonlySet<string> = new Set(['pages', 'public', 'theme']);

/** Whether a file is copied as it is, whatever its name: nothing of it is read. */
export const isCopied = (path: string): boolean => path.startsWith('public/');

/** Whether a path is a document, whose bytes are read. */
export const isDocument = (path: string): boolean => path === 'site.yml' || (path.endsWith('.md') && !isCopied(path));

/**
 * Whether a name that begins with a dot is part of the content: only what servers and hosts ask for by such a name, among the
 * files that are copied. Others are those of systems and editors.
 */
export const isHidden = (path: string): boolean =>
  fileName(path).startsWith('.') && !/^public\/\.(?:well-known|htaccess|nojekyll)$/.test(path);

/** The folder at the top of the content that holds fonts, pictures and styles of the archive itself, and no event. */
export const themeFolder = 'theme';

/** Whether a file is read with its bytes: every page depends on what is in the theme. */
export const isReadWhole = (path: string): boolean => isDocument(path) || path.startsWith(`${themeFolder}/`);

/** Documents of more bytes are not read: their text would be refused in any case, by its own limits. */
export const mostDocumentBytes = 4_000_000;

/** Folders are for people, and nobody finds a file below so many; systems cannot open paths that are much longer. */
const mostFolders = 32;

/** Whether a folder is named like a document, or lies below so many others that nobody would find what it holds. */
export const isOddFolder = (path: string): boolean => isDocument(path) || path.split('/').length > mostFolders;

/**
 * Whether a document is a note for those who work on the content, and no part of the archive: a README in any language, a file
 * or folder whose name begins with an underscore, and what stands in capitals in the folders of projects.
 */
export const isNote = (path: string): boolean =>
  !isCopied(path) &&
  (path.split('/').some((name) => name.startsWith('_')) ||
    /^readme(?:\.[\w-]+)*$/i.test(fileName(path)) ||
    projectNote.test(fileName(path)));

/** In capitals, because in small letters most of these are slugs. */
const projectNote =
  /^(?:LICEN[CS]E|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT|NOTICE|AUTHORS|SECURITY|TODO|NOTES)(?:\.[\w-]+)*$/;

/** Whether a file has nearly the name of the archive's settings. */
export const isMeantForSite = (file: string): boolean =>
  file !== 'site.yml' && /^site\.(yml|yaml|txt|yml\.txt|yaml\.txt)$/i.test(file);

/** The last part of a path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The first folder of a path, or `undefined` for a file at the top. */
export const topFolder = (path: string): string | undefined =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined;

/**
 * The path that `relative` means in `folder`, without its `.` and `..`; a path that leads out of the content folder
 * ends at its top. Percent signs in `relative` are decoded where they encode something.
 */
export const joinPath = (folder: string, relative: string): string => {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of decodePercent(relative).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

/** The way from a folder to a file, as a link in Markdown writes it: `./a.md`, `../b/c.md`. */
export const relativePath = (folder: string, path: string): string => {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared === -1 ? from.length : shared;
  const up = from.slice(common).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...to.slice(common)].join('/');
};

/** The folder of a file. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

const decodePercent = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
