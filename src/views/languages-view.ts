import type { EventSummary } from '../core/archive.ts';
import type { Counterpart } from '../core/translations.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite, SiteRecord } from './open-site.ts';

/** A page in another language: by its address, and what its language is called there. */
export type LanguageLink = { readonly language: string; readonly name: string; readonly path: string };

/**
 * Where readers find a page of an event in its other languages, and, for search engines, all pages that are the same one. `pathOf`
 * says where that is in a translation; where it is nowhere, its timeline comes instead.
 */
export const languagesView = (
  { site, to }: OpenSite,
  { event, counterparts }: OpenEvent,
  path: string,
  pathOf: (counterpart: Counterpart) => string | undefined,
) => {
  const same = counterparts.flatMap((one) => {
    const there = pathOf(one);
    return there === undefined ? [] : [{ language: one.language, slug: one.slug, path: there }];
  });
  const all = [{ language: event.language, slug: event.slug, path }, ...same].sort((a, b) =>
    a.language < b.language ? -1 : 1,
  );
  // The same one on all pages that are the same: that in the language of the archive, or the first.
  const usual = all.find(({ language }) => language === site.language) ?? all[0];
  return {
    alternates:
      same.length === 0
        ? []
        : [...all, ...(usual ? [{ ...usual, language: 'x-default' }] : [])].map((one) => ({
            language: one.language,
            address: to.absolute(one.path),
          })),
    links: counterparts.map((one): LanguageLink => linkTo(one.language, pathOf(one) ?? to.event(one.slug))),
  };
};

const linkTo = (language: string, path: string): LanguageLink => ({ language, name: nameOf(language), path });

/** A language as its speakers call it. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/** Events of which each stands for its translations: that in the language of the archive, or the first. */
export const withoutTranslations = ({ site, records }: OpenSite): readonly SiteRecord[] => {
  const groups = new Map<SiteRecord, SiteRecord>();
  for (const record of records) {
    const all = [record, ...translationsAmong(records, record.event)];
    groups.set(
      record,
      all.find(({ event }) => event.language === site.language) ?? records.find((one) => all.includes(one)) ?? record,
    );
  }
  return records.filter((one) => groups.get(one) === one);
};

/** An event in its other languages, as a list of the archive names them. */
export const languagesOf = ({ records, to }: OpenSite, event: EventSummary): readonly LanguageLink[] =>
  translationsAmong(records, event)
    .map((one) => linkTo(one.event.language, to.event(one.event.slug)))
    .sort((a, b) => (a.language < b.language ? -1 : 1));

const translationsAmong = (
  records: readonly SiteRecord[],
  { translations = {} }: EventSummary,
): readonly SiteRecord[] =>
  Object.values(translations).flatMap(
    (slug) => records.find(({ event }) => event.slug === slug || event.aliases.includes(slug)) ?? [],
  );
