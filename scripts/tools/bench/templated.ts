import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { about, entryBodyOf, type SyntheticEntry, type SyntheticEvent } from './content.ts';
import { documentOf } from './generator.ts';

/** Copies the templates of another generator, which lie in the folder of its name beside this file. */
export const copyTemplates = (name: string, target: string): Promise<void> =>
  cp(fileURLToPath(new URL(name, import.meta.url)), target, { recursive: true });

/** The entries of an event as Hugo and Eleventy read them. */
export const templatedEntries = ({ slug, entries }: SyntheticEvent): (readonly [string, string])[] =>
  entries.map((entry) => templatedEntry(slug, entry));

/**
 * An entry of an event as Hugo and Eleventy read it. Links are written as addresses, which spares these generators the search for
 * the document that Recapsule makes: neither does it without an addition.
 */
export const templatedEntry = (event: string, entry: SyntheticEntry): readonly [string, string] => {
  const { slug, title, day, clock, visitors } = entry;
  const figure = visitors === undefined ? undefined : `"${visitors.toLocaleString('en')} visitors"`;
  const fields = { title, date: `${day}T${clock}${about.offset}`, day: `"${day}"`, figure };
  return [
    `${event}/${day}/${slug}.md`,
    documentOf(
      fields,
      entryBodyOf(entry, (target) => `/${event}/${target.slug}/`),
    ),
  ];
};
