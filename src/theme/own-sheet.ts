import postcss, { type ChildNode, CssSyntaxError } from 'postcss';
import { fileName, joinPath, themeFolder } from '../core/content-files.ts';
import { decodeUtf8 } from '../core/decode.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { publishFile } from './publish-file.ts';
import type { ThemeReport } from './theme-report.ts';

/** Where the owner's own style sheet lies in the content. */
const ownSheetPath = `${themeFolder}/style.css`;

/** The owner's own style sheet, and the files that it shows; what is wrong with it is reported. */
export const readOwnSheet = (
  at: ThemeReport,
): { readonly name: string; readonly files: readonly PublishedMedia[] } | undefined => {
  reportOtherSheets(at);
  const bytes = at.files.get(ownSheetPath);
  const text = bytes instanceof Uint8Array ? decodeUtf8(ownSheetPath, bytes, at.inFile) : undefined;
  const sheet = text === undefined ? undefined : parseSheet(text, at);
  if (!sheet || sheet.nodes.every(({ type }) => type === 'comment')) return undefined;
  const files: PublishedMedia[] = [];
  sheet.walk((node) => {
    if (node.type === 'decl') node.value = replaceFiles(node.value, node, files, at);
    const sass = sassIn(node);
    if (sass !== undefined) reportSass(sass, node, at);
    if (node.type === 'atrule' && node.name.toLowerCase() === 'import') reportImport(node.params, node, at);
  });
  const { name, media } = publishFile(ownSheetPath, sheet.toString());
  return { name, files: [...files, media] };
};

const parseSheet = (text: string, at: ThemeReport) => {
  try {
    return postcss.parse(text);
  } catch (fault) {
    if (!(fault instanceof CssSyntaxError)) throw fault;
    at.inFile({
      file: ownSheetPath,
      line: fault.line ?? 1,
      column: fault.column ?? 1,
      rule: 'style-syntax',
      message: `Unexpected end or sign in the style sheet, expected CSS: ${fault.reason}`,
      hint: 'Correct it from here on; most often a bracket, a quote or a semicolon is missing.',
    });
    return undefined;
  }
};

const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
/** Addresses in a value, in quotes or not (CSS Values 4, 4.5), and what only looks like one: texts and comments. */
const address = new RegExp(
  String.raw`url\(\s*(${quoted}|(?:[^"'()\s\\]|\\.)+)\s*\)|/\*.*?\*/|type\([^)]*\)|image-set\(|\)|${quoted}`,
  'gis',
);

/** A value with the files of the theme that it names under their published names. */
const replaceFiles = (value: string, node: ChildNode, files: PublishedMedia[], at: ThemeReport): string => {
  // In a set of pictures a text alone is an address, too (CSS Images 4, 2.6).
  let isSet = false;
  return value.replace(address, (whole: string, inside?: string) => {
    if (/^(?:\)|image-set\()$/i.test(whole)) isSet = whole !== ')';
    const written = inside ?? (isSet && /^["']/.test(whole) ? whole : '');
    const named = written.replace(/^["']|["']$/g, '').replace(/\\(.)/gs, '$1');
    // A part of this page, such as a filter of an SVG in it.
    if (named === '' || named.startsWith('#')) return whole;
    const [path = '', rest = ''] = named.split(/(?=[?#])/, 2);
    const published = isElsewhere(named) ? reportElsewhere(named, node, at) : findFile(path, node, files, at);
    return published === undefined ? whole : `url("${encodeURIComponent(published)}${rest}")`;
  });
};

const isElsewhere = (named: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(named);

const findFile = (path: string, node: ChildNode, files: PublishedMedia[], at: ThemeReport): string | undefined => {
  const file = joinPath(themeFolder, path);
  const bytes = at.files.get(file);
  if (!(bytes instanceof Uint8Array)) {
    const message = `Unexpected file "${path}", expected one in content/${themeFolder}/`;
    const meant = at.nearestFile(path);
    const hint = meant === undefined ? 'Put the file there, or correct its name.' : `Did you mean "${meant}"?`;
    tell(path, node, at, { rule: 'missing-theme-file', message, hint, meant });
    return undefined;
  }
  if (/\.svg$/i.test(file) && /<script|\son\w+\s*=|javascript:/i.test(Buffer.from(bytes).toString())) {
    const message = `Unexpected script in "${fileName(file)}", expected a drawing`;
    tell(path, node, at, { rule: 'unreadable-picture', message, hint: 'Export it without scripts, or as PNG.' });
    return undefined;
  }
  const { name, media } = publishFile(file, bytes);
  if (!files.some(({ names }) => names.includes(name))) files.push(media);
  return name;
};

const reportElsewhere = (named: string, node: ChildNode, at: ThemeReport): undefined => {
  const isData = /^data:/i.test(named);
  const found = isData ? 'data in an address' : `address "${named}"`;
  tell(isData ? 'data:' : named, node, at, {
    rule: 'blocked-style',
    message: `Unexpected ${found}, expected a file in content/${themeFolder}/: browsers load nothing else, because the policy of pages forbids it`,
    hint: `Put the file into content/${themeFolder}/, and write its name.`,
  });
};

const reportImport = (params: string, node: ChildNode, at: ThemeReport): void =>
  tell('@import', node, at, {
    rule: 'blocked-style',
    message: `Unexpected "@import ${params.slice(0, 80)}", expected all rules in "style.css": no other style sheet is published, or may be loaded`,
    hint: 'Put the rules of the other style sheet in its place, and fonts into "font" in site.yml.',
  });

/** What style sheets of Sass and Less have, and browsers pass over with the rule that follows. */
const sassIn = (node: ChildNode): string | undefined => {
  const begin =
    node.type === 'rule'
      ? node.selector
      : node.type === 'decl'
        ? node.prop
        : `@${node.type === 'atrule' ? node.name : ''}`;
  return /^(?:\/\/|\$[\w-]+|@(?:use|mixin|include|extend)$)/.exec(begin)?.[0];
};

const reportSass = (sass: string, node: ChildNode, at: ThemeReport): void =>
  tell(sass, node, at, {
    rule: 'style-syntax',
    message: `Unexpected "${sass}" in the style sheet, expected CSS, which does not know it`,
    hint: sass === '//' ? 'Put the comment between /* and */.' : 'Translate the style sheet to CSS, and put that here.',
  });

type Said = Pick<Parameters<ThemeReport['inFile']>[0], 'rule' | 'message' | 'hint'> & {
  /** What was meant instead of the word. */
  readonly meant?: string | undefined;
};

const tell = (word: string, node: ChildNode, at: ThemeReport, { meant, ...said }: Said): void => {
  const { line, column } = node.positionBy({ word });
  const text = node.source?.input.css.split(/\r?\n/)[line - 1] ?? '';
  const corrected =
    meant !== undefined && text.startsWith(word, column - 1)
      ? { corrected: text.slice(0, column - 1) + meant + text.slice(column - 1 + word.length) }
      : {};
  at.inFile({ file: ownSheetPath, line, column, ...said, ...corrected });
};

/** Style sheets of other names, which nothing reads. */
const reportOtherSheets = ({ files, inFile }: ThemeReport): void => {
  for (const file of files.keys()) {
    if (!file.startsWith(`${themeFolder}/`) || !/\.(?:css|scss|sass|less)$/i.test(file) || file === ownSheetPath)
      continue;
    inFile({
      file,
      line: 1,
      column: 1,
      rule: 'unread-document',
      message: `Unexpected style sheet "${fileName(file)}", expected "style.css": no other one is read`,
      hint: 'Put its rules into style.css, as CSS, or move it out of the folder.',
    });
  }
};
