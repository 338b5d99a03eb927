import { type ContentFiles, themeFolder } from '../core/content-files.ts';
import type { Finding, Report } from '../core/diagnostics.ts';
import { readYamlFile } from '../core/document.ts';
import { nearest } from '../core/nearest.ts';
import { type Instead, placeOfFile, type ReportPlace, reportAt } from '../core/place.ts';
import { inFormOf } from '../core/unicode-form.ts';
import type { FieldPath } from '../core/yaml.ts';

type Words = Omit<Finding, 'file' | 'line' | 'column' | 'corrected'> & { readonly meant?: Instead | undefined };

/** Reports what is wrong in the theme, at the place of a field of it, or in one of its files. */
export type ThemeReport = {
  readonly files: ContentFiles;
  /** At a field below `theme`. */
  readonly report: (path: FieldPath, words: Words) => void;
  readonly placeOf: (path: FieldPath) => ReportPlace;
  readonly inFile: Report;
  /** The bytes of a file in the theme that a field names; what is not there is reported. */
  readonly find: (path: FieldPath, named: string, noun: string) => ThemeBytes | undefined;
  /** The file of the theme that was probably meant by a name. */
  readonly nearestFile: (named: string) => string | undefined;
};

export type ThemeBytes = { readonly file: string; readonly bytes: Uint8Array };

/** `files` holds `site.yml` and the theme. */
export const themeReport = (files: ContentFiles, report: Report): ThemeReport => {
  const bytes = files.get('site.yml');
  // What is wrong in the file itself has been reported where it was read.
  const fields = bytes instanceof Uint8Array ? readYamlFile('site.yml', bytes, () => {}) : undefined;
  const placeOf = (path: FieldPath): ReportPlace => fields?.placeOf(['theme', ...path]) ?? placeOfFile('site.yml');
  const at = (path: FieldPath, words: Words): void => reportAt(placeOf(path), report, words);
  return {
    files,
    report: at,
    placeOf,
    inFile: report,
    nearestFile: (named) => nearestFile(named, files),
    find: (path, named, noun) => {
      const file = inFormOf(files, `${themeFolder}/${bareName(named)}`);
      const found = files.get(file);
      if (found instanceof Uint8Array) return { file, bytes: found };
      // A link, or what is too large, is reported as such.
      if (found !== undefined) return undefined;
      const meant = nearestFile(named, files);
      at(path, {
        rule: 'missing-theme-file',
        message: `Unexpected ${noun} "${named}", expected a file in content/${themeFolder}/`,
        hint: meant === undefined ? 'Put the file there, or correct its name.' : `Did you mean "${meant}"?`,
        meant,
        related: file,
      });
      return undefined;
    },
  };
};

/** The name of a file below the folder of the theme, which some write with its folder. */
const bareName = (named: string): string => named.replace(/^(?:\.{0,2}\/)*(?:content\/)?(?:theme\/)?/, '');

const nearestFile = (named: string, files: ContentFiles): string | undefined => {
  const name = bareName(named);
  const there = [...files.keys()]
    .filter((path) => path.startsWith(`${themeFolder}/`))
    .map((path) => path.slice(themeFolder.length + 1));
  const stem = (file: string): string => file.replace(/\.\w+$/, '').toLowerCase();
  return nearest(name, there) ?? there.find((other) => stem(other) === stem(name));
};
