import type { OwnPage, Site, Text } from './archive.ts';
import { checkFields } from './check-fields.ts';
import { type ContentFiles, fileName } from './content-files.ts';
import { compare, type Report } from './diagnostics.ts';
import { type Document, readDocument } from './document.ts';
import { explainFields, renamed } from './explain-fields.ts';
import type { ValueContext } from './meant-values.ts';
import { placeOfFile, reportAt } from './place.ts';
import type { SlugClaim } from './read-slugs.ts';
import { type PageFields, pageSchema } from './schema/page.ts';
import { readWithSoundLines } from './sound-lines.ts';
import { warnOfMarkup } from './title-markup.ts';

/** The pages of an archive in their order, the addresses they claim, and the texts of those whose fields are wrong. */
type ReadPages = {
  readonly pages: readonly OwnPage[];
  readonly claims: readonly SlugClaim[];
  readonly unplaced: readonly Text[];
};

/** Reads the archive's own pages: every document of `files`, which are those below `pages/`. */
export const readPages = (files: ContentFiles, site: Site, report: Report): ReadPages => {
  const read = [...files].flatMap(([file, bytes]) =>
    bytes instanceof Uint8Array
      ? readWithSoundLines(bytes, (again, reportAgain) => readPage(file, again, site, reportAgain), report)
      : [],
  );
  return {
    pages: read
      .flatMap(({ page }) => page ?? [])
      .sort((a, b) => a.order - b.order || compare(a.title, b.title) || compare(a.slug, b.slug)),
    claims: read.flatMap(({ claims }) => claims),
    unplaced: read.flatMap(({ body, page }) => (body && !page ? body : [])),
  };
};

type ReadPage = { readonly claims: readonly SlugClaim[]; readonly body?: Text; readonly page?: OwnPage };

const readPage = (file: string, bytes: Uint8Array, site: Site, report: Report): ReadPage => {
  const slug = fileName(file).normalize('NFC').replace(/\.md$/, '');
  const own: SlugClaim = { slug, from: 'page name', placeAt: () => placeOfFile(file) };
  if (slug === 'index') reportIndex(file, report);
  const document = readDocument(file, bytes, report);
  if (!document) return { claims: [own] };
  const { fields } = document;
  const known: ValueContext = { kind: 'page', zone: 'UTC' };
  const { complete, sound } = checkFields(pageSchema, fields, report, {
    explain: explainFields(fields, known),
    rename: (from, field) => renamed(fields, from, field, known),
  });
  warnOfMarkup(pageSchema, fields, report);
  const aliases = (sound.aliases ?? []).map(
    (alias, index): SlugClaim => ({ slug: alias, from: 'alias', placeAt: () => fields.placeOf(['aliases', index]) }),
  );
  const body: Text = { file, line: document.bodyLine, markdown: document.body };
  if (document.body.trim() === '') reportEmpty(document, report);
  return { claims: [own, ...aliases], body, ...(complete && { page: pageOf({ slug, body }, complete, site) }) };
};

const pageOf = (own: Pick<OwnPage, 'slug' | 'body'>, fields: PageFields, site: Site): OwnPage => ({
  ...own,
  title: fields.title.trim(),
  linkedIn: fields.in ?? 'footer',
  order: fields.order ?? 0,
  language: fields.language ?? site.language,
  aliases: fields.aliases ?? [],
  ...(fields.description !== undefined && { description: fields.description }),
});

const reportIndex = (file: string, report: Report): void =>
  reportAt(placeOfFile(file), report, {
    rule: 'reserved-slug',
    message: 'Unexpected page name "index", expected another: this address is a page of its own',
    hint: 'Rename the file, for example to about.md: the first page of the archive lists its events.',
  });

const reportEmpty = ({ file, bodyLine }: Document, report: Report): void =>
  reportAt({ ...placeOfFile(file), line: bodyLine }, report, {
    rule: 'empty-page',
    message: 'Unexpected end of the page, expected a text below its fields',
    hint: 'Write the text below the second ---, or remove the file.',
  });
