import { type ContentFiles, fileName, isNote, topFolder } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { mediaKindOf } from '../core/media-names.ts';
import { nearest } from '../core/nearest.ts';
import { once } from '../core/once.ts';

/** Which files are looked at: of these events, by their folders, and without those that are known to be published. */
type Looking = {
  readonly folders: readonly string[];
  readonly isKnown: (file: string) => boolean;
  readonly concerns: (file: string) => boolean;
};

/**
 * Warns of files in events that nothing shows or links to. A name that stands in any document of the event, be it a draft or a
 * note, is enough: only what nobody names at all has been forgotten.
 */
export const reportUnused = (files: ContentFiles, { folders, isKnown, concerns }: Looking, report: Report): void => {
  const byFolder = Map.groupBy(files.keys(), (file) => topFolder(file) ?? '');
  for (const folder of folders) {
    const own = byFolder.get(folder) ?? [];
    const named = once(() => namesIn(own, files));
    for (const file of own) {
      if (files.get(file) !== 'file' || isKnown(file) || !concerns(file) || isNote(file) || isLeftBehind(file))
        continue;
      if (isNamed(file, named()) || isCompanion(file, own, named())) continue;
      const hint = hintFor(file, new Set(own.map(fileName)), named());
      const message = `Unexpected file "${file}", expected an entry that shows it or links to it`;
      report({ file, line: 1, column: 1, rule: 'unused-file', message, hint });
    }
  }
};

/** What systems leave behind in folders. */
const isLeftBehind = (file: string): boolean => /^(?:thumbs\.db|desktop\.ini)$/i.test(fileName(file));

/** The documents of an event in which files can be named, and what in them looks like the name of one, with where it first stands. */
type Named = { readonly texts: readonly string[]; readonly words: ReadonlyMap<string, string> };

const namesIn = (own: readonly string[], files: ContentFiles): Named => {
  const words = new Map<string, string>();
  const texts: string[] = [];
  for (const file of own) {
    const bytes = files.get(file);
    if (!(bytes instanceof Uint8Array)) continue;
    // A backslash before a mark is no part of a name, and percent signs stand for other characters.
    const text = decoded(new TextDecoder().decode(bytes).replaceAll('\\', '')).normalize('NFC');
    texts.push(text);
    for (const [word] of text.matchAll(/[^\s()<>[\]"'/|\\]+\.[a-z0-9]{2,8}\b/giu))
      if (!words.has(word)) words.set(word, file);
  }
  return { texts, words };
};

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  });

const isNamed = (file: string, { texts, words }: Named): boolean => {
  const name = fileName(file).normalize('NFC');
  return words.has(name) || (/[\s()<>[\]"'|]/.test(name) && texts.some((text) => text.includes(name)));
};

/** Whether it belongs to a video or a sound that is named: its captions, its poster, its transcript. */
const isCompanion = (file: string, own: readonly string[], named: Named): boolean =>
  own.some((other) => {
    const stem = other.replace(/[^.]*$/, '');
    return /^(?:video|audio)$/.test(mediaKindOf(other) ?? '') && file.startsWith(stem) && isNamed(other, named);
  });

const hintFor = (file: string, names: ReadonlySet<string>, { words }: Named): string => {
  const name = fileName(file);
  const kind = mediaKindOf(file);
  const meant = nearest(
    name,
    [...words.keys()].filter((word) => mediaKindOf(word) !== undefined && !names.has(word)),
  );
  if (meant !== undefined) return `Did you mean it in ${words.get(meant)}, which names "${meant}"?`;
  const address = /[\s()]/.test(name) ? `<${name}>` : name;
  const aside = 'or put it into a folder whose name begins with an underscore.';
  if (kind === 'document') return `Link to it with [What it is](${address}), ${aside}`;
  if (kind === undefined || kind === 'program') return `Remove it, ${aside}`;
  return `Show it with ![What it ${kind === 'audio' ? 'lets hear' : 'shows'}](${address}), ${aside}`;
};
