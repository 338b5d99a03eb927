import type { Head, Site, Text } from './archive.ts';
import { checkFields } from './check-fields.ts';
import { type ContentFiles, isMeantForSite } from './content-files.ts';
import type { Report } from './diagnostics.ts';
import { readYamlFile } from './document.ts';
import { explainFields, renamed } from './explain-fields.ts';
import { licenseOf } from './license.ts';
import type { ValueContext } from './meant-values.ts';
import { readHead, readLinks } from './read-links.ts';
import { neededIn } from './schema/notes.ts';
import { type SiteFields, siteSchema } from './schema/site.ts';
import { readWithSoundLines } from './sound-lines.ts';
import { warnOfMarkup } from './title-markup.ts';
import type { Fields } from './yaml.ts';

const noHead: Head = { scripts: [], meta: [] };

/** The settings of an archive that has none, so that everything else can still be checked. */
const withoutSettings: Site = {
  title: '',
  description: '',
  url: 'https://recaps.invalid',
  language: 'en',
  links: [],
  head: noHead,
  formerUrls: [],
  firstUrl: 'https://recaps.invalid',
};

const explanationsOf = (fields: Fields) => {
  const known: ValueContext = { kind: 'site', zone: 'UTC' };
  return {
    explain: explainFields(fields, known),
    rename: (from: string, field: string) => renamed(fields, from, field, known),
  };
};

const readFields = (bytes: Uint8Array, report: Report): { checked: SiteFields; fields: Fields } | undefined => {
  const fields = readYamlFile('site.yml', bytes, report);
  const checked = fields && checkFields(siteSchema, fields, report, explanationsOf(fields)).complete;
  if (fields) warnOfMarkup(siteSchema, fields, report);
  return fields && checked && { checked, fields };
};

const lineOf = (fields: Fields, name: string, markdown: string): Text => {
  const { file, line } = fields.placeOf([name]);
  return { file, line, markdown, inline: true };
};

/** Reads `site.yml`. `url` comes instead of its address where given. */
export const readSite = (files: ContentFiles, url: string | undefined, report: Report): Site => {
  const bytes = files.get('site.yml');
  if (!(bytes instanceof Uint8Array)) {
    // Its name alone is wrong, which is reported where the files are.
    if (!files.has('site.yml') && [...files.keys()].some(isMeantForSite)) return withoutSettings;
    report({
      file: 'site.yml',
      line: 1,
      column: 1,
      rule: 'site-missing',
      message: 'Unexpected content folder without "site.yml", expected the settings of the archive',
      hint: `Write site.yml with ${neededIn(siteSchema)}.`,
    });
    return withoutSettings;
  }
  const read = readWithSoundLines(bytes, readFields, report);
  if (!read) return withoutSettings;
  const { checked, fields } = read;
  const { publisher, license, links, footer, head, theme, hub, 'former-urls': formerUrls = [], ...settings } = checked;
  if (url !== undefined && !isSiteUrl(url, report)) return withoutSettings;
  return {
    ...settings,
    url: withoutSlash(url ?? checked.url),
    formerUrls: formerUrls.map(withoutSlash),
    firstUrl: withoutSlash(formerUrls[0] ?? checked.url),
    ...(hub !== undefined && { hub }),
    links: readLinks(fields, links),
    head: readHead(fields, head),
    ...(footer !== undefined && { footer: lineOf(fields, 'footer', footer) }),
    ...(theme && { theme }),
    ...(license !== undefined && { license: licenseOf(license) }),
    ...(publisher && { publisher: { name: publisher.name, ...(publisher.url && { url: publisher.url }) } }),
  };
};

/** The address of an archive without a slash at its end, and without what comes behind its path. */
const withoutSlash = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
};

const isSiteUrl = (url: string, report: Report): boolean => {
  const isUsable = /^https?:\/\//.test(url) && URL.canParse(url);
  if (!isUsable)
    report({
      file: 'site.yml',
      line: 1,
      column: 1,
      rule: 'invalid-value',
      message: `Unexpected address "${url}" in SITE_URL, expected one that begins with https:// or http://`,
      hint: 'Correct the environment variable SITE_URL, or unset it.',
    });
  return isUsable;
};
