/**
 * A text in which a line ends within no figure: a blank that does not break stands between a number and its short unit
 * (`71.4 %`, `48 s`, `4 a.m.`) and between groups of digits (`1 234 567`). Every other character stays as it is.
 */
export const keepFigures = (text: string): string =>
  /\d /.test(text) ? text.replace(beforeUnit, noBreak).replace(betweenGroups, noBreak) : text;

const noBreak = '\u00a0';

const units = [
  '[%‰°€£$¥₹₽₩₿]',
  '°[CF]',
  '[nµμcdkm]?m[²³]?',
  '(?:km|m|mi)/[hs]',
  'mph|kn|ft|yd|mi|ha|lb|oz',
  '[mkµμ]?g',
  't|d|h|min|s|ms',
  '[mcdh]?l|L',
  '[kMGT]?Wh?',
  '[kMGT]?Hz',
  '[kMGTP]i?B',
  'kn|bar|hPa|kcal|Uhr|pp|zł|Kč|kr|[ap]\\.m\\.|AM|PM',
].join('|');

const beforeUnit = new RegExp(`(?<=\\d) (?=(?:${units})(?![\\p{L}\\p{N}\\p{M}]))`, 'gu');

const betweenGroups = /(?<=(?<![\d.,:])\d{1,3}(?: \d{3})*) (?=\d{3}(?: \d{3})*(?![\d:]))/g;
