import type { Archive, Entry, Event } from '../archive.ts';
import type { ContentFiles } from '../content-files.ts';
import { collectDiagnostics, type Diagnostic, type Finding } from '../diagnostics.ts';
import { namesOf } from '../names-of.ts';
import { addToField } from './add-to-field.ts';
import type { MarkText } from './built-addresses.ts';
import { type Ledger, type LedgerRow, topOf } from './ledger.ts';

/** The content that would lose something, and what was published before. */
export type Losing = {
  readonly archive: Archive;
  readonly files: ContentFiles;
  readonly before: Ledger;
  readonly markOf: MarkText;
};

/** Says of each address that would be lost what keeps it, with the line that does it where the text is found again. */
export const explainLost = (lost: readonly LedgerRow[], losing: Losing): readonly Diagnostic[] => {
  const { report, diagnostics } = collectDiagnostics();
  const events = new Set(lost.flatMap(({ kind, address }) => (kind === 'event' ? topOf(address) : [])));
  for (const row of lost) {
    // With its event an entry is lost and kept.
    if (row.kind === 'entry' && events.has(topOf(row.address))) continue;
    const { corrected, ...finding } = findings[row.kind](row, losing);
    report({ rule: 'lost-address', ...finding, ...(corrected !== undefined && { corrected }) });
  }
  return diagnostics();
};

type Explanation = Omit<Finding, 'rule' | 'corrected'> & { readonly corrected?: string | undefined };
type Explain = (row: LedgerRow, losing: Losing) => Explanation;

const site: Explain = ({ address }, { archive, files }) => ({
  ...addToField(files, 'site.yml', 'former-urls', address.replace(/\/$/, '')),
  message: `Unexpected address "${archive.site.url}/" of the archive, expected "${address}", by which readers know it`,
  hint: 'Name the earlier address in "former-urls", and let its host redirect; or write it as "url" again.',
});

const event: Explain = (row, losing) => {
  const slug = topOf(row.address);
  const heir = losing.archive.events.find((one) => row.to === `/${one.slug}/`) ?? eventWithTexts(slug, losing);
  if (!heir)
    return unfound(
      row,
      'site.yml',
      `Bring its folder back, or write "aliases: [${slug}]" into the event.md that has its entries now, behind the slug of that event if readers know it.`,
    );
  return {
    ...addToField(losing.files, `${heir.folder}/event.md`, 'aliases', slug),
    message: `Unexpected event "${heir.slug}" with texts that readers know at "${row.address}", expected that address to lead here`,
    hint: 'Add the earlier slug to "aliases".',
  };
};

const entry: Explain = (row, losing) => {
  const [, top = '', slug = ''] = row.address.split('/');
  const own = losing.archive.events.find((one) => one.slug === top || one.aliases.includes(top));
  const heir = entryAt(row.to, losing) ?? entryWithText(row, own, losing);
  if (!heir)
    return unfound(
      row,
      own ? `${own.folder}/event.md` : 'site.yml',
      `Bring its file back, with "withdrawn: {time: …, reason: …}" if its text has to go; or write "aliases: [${slug}]" into the entry that has taken its place, behind the slug of that entry if readers know it.`,
    );
  const isHere = own?.entries.includes(heir.entry);
  // Feeds know it below the oldest slug of its event.
  const first = `/${(own && namesOf(own)[0]) ?? top}/${slug}/`;
  return {
    ...addToField(losing.files, heir.entry.file, 'aliases', isHere ? slug : first),
    message: `Unexpected address "/${heir.event.slug}/${heir.entry.slug}/" of a text that readers know at "${row.address}", expected the earlier one to lead here`,
    hint: `Add the earlier ${isHere ? 'slug' : 'address'} to "aliases".`,
  };
};

const page: Explain = (row) =>
  unfound(
    row,
    'site.yml',
    `Bring its file back, or write "aliases: [${topOf(row.address)}]" into the page of pages/ that has taken its place.`,
  );

const copy: Explain = (row) => unfound(row, 'site.yml', `Bring the file public${row.address} back.`);

/** Lists, data and pictures are no loss by themselves. */
const findings: Readonly<Record<LedgerRow['kind'], Explain>> = {
  site,
  event,
  entry,
  page,
  copy,
  list: page,
  data: page,
  media: page,
};

const unfound = ({ address }: LedgerRow, file: string, hint: string): Explanation => ({
  file,
  line: 1,
  column: 1,
  message: `Unexpected loss of "${address}", expected every address that readers have seen to stay`,
  hint,
});

/** The event that is new and has most of the texts that another had. */
const eventWithTexts = (slug: string, { archive, before, markOf }: Losing): Event | undefined => {
  const texts = new Set(
    [...before.values()].flatMap(({ address, text }) => (text !== '' && topOf(address) === slug ? text : [])),
  );
  const matches = ({ entries }: Event): number => entries.filter((one) => texts.has(markOf(one))).length;
  return archive.events
    .filter((one) => !before.has(`/${one.slug}/`) && matches(one) > 0)
    .toSorted((a, b) => matches(b) - matches(a))[0];
};

/** The entry to which an address has led. */
const entryAt = (address: string, { archive }: Losing): Found | undefined =>
  archive.events.flatMap((event) =>
    event.entries.flatMap((entry) => (`/${event.slug}/${entry.slug}/` === address ? { event, entry } : [])),
  )[0];

type Found = { readonly event: Event; readonly entry: Entry };

/** The one entry that is new and has the text of one that is lost; one of the same event before others. */
const entryWithText = ({ text }: LedgerRow, own: Event | undefined, losing: Losing): Found | undefined => {
  if (text === '') return undefined;
  const { archive, before, markOf } = losing;
  const found = archive.events.flatMap((event) =>
    event.entries
      .filter((entry) => !before.has(`/${event.slug}/${entry.slug}/`) && markOf(entry) === text)
      .map((entry) => ({ event, entry })),
  );
  const here = found.filter((one) => one.event === own);
  const likely = here.length > 0 ? here : found;
  return likely.length === 1 ? likely[0] : undefined;
};
