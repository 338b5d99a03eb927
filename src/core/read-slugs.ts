import type { Report } from './diagnostics.ts';
import { type ReportPlace, reportAt } from './place.ts';
import { expectedOfSlug, fixSlug, foldSlug, hasFormOfDate } from './slug.ts';

/** A slug or an alias, and where it was found. `from` says what gives it: `file name`, `slug`, `alias`, … */
export type SlugClaim = { readonly slug: string; readonly from: string; readonly placeAt: () => ReportPlace };

/** Reports a slug that no address can keep, and gives whether it is usable. */
export const checkSlugForm = ({ slug, from, placeAt }: SlugClaim, report: Report): boolean => {
  const expected = expectedOfSlug(slug);
  if (expected === undefined) return true;
  const isPath = from !== 'topic' && /^\/|\/$|\/.*\//.test(slug);
  const fixed = fixSlug((isPath ? slug.replace(/\/+$/, '').replace(/^.*\//, '') : slug).replace(/\.html?$/, ''));
  reportAt(placeAt(), report, {
    rule: 'unusable-slug',
    message: `Unexpected ${from} "${slug}", expected ${expected}`,
    hint: fixed ? (fixes[from] ?? `Write "${fixed}".`).replaceAll('…', () => fixed) : emptyHint,
    meant: fixed || undefined,
  });
  return false;
};

/** Reports every claim in `claims` (in file order) that is unusable, reserved, taken, or too similar to one before. */
export const checkSlugs = (
  claims: readonly SlugClaim[],
  reserved: ReadonlySet<string>,
  datesAreReserved: boolean,
  report: Report,
): void => {
  const taken = new Map<string, SlugClaim>();
  for (const claim of claims) {
    const { slug, from } = claim;
    const usable = checkSlugForm(claim, report);
    const folded = foldSlug(slug);
    const earlier = taken.get(folded);
    if (usable && (reserved.has(slug) || (datesAreReserved && hasFormOfDate(slug)))) {
      reportAt(claim.placeAt(), report, {
        rule: 'reserved-slug',
        message: `Unexpected ${from} "${slug}", expected another: this address is a page of its own`,
        hint: from === 'alias' ? 'Remove it, or choose another.' : 'Choose another, for example with a word more.',
      });
    }
    if (earlier) {
      const same = earlier.slug === slug;
      const where = `the ${earlier.from} of ${earlier.placeAt().file}`;
      reportAt(claim.placeAt(), report, {
        related: earlier.placeAt().file,
        rule: same ? 'duplicate-slug' : 'similar-slug',
        message: same
          ? `Unexpected ${from} "${slug}", expected one that is free: it is ${where}`
          : `Unexpected ${from} "${slug}", expected one that differs more from "${earlier.slug}", ${where}`,
        hint: hintForTwo(claim, earlier),
      });
    } else taken.set(folded, claim);
  }
};

/** How to fix what is no field's value but a name on disk. */
const fixes: Readonly<Record<string, string>> = {
  'file name': 'Rename the file so that its slug is "…", or give it the field slug: …',
  'folder name': 'Rename the folder to "…".',
  'page name': 'Rename the file to "….md".',
};

const emptyHint = 'Give it at least one letter or digit.';

const hintForTwo = ({ from }: SlugClaim, earlier: SlugClaim): string => {
  if (from === 'alias') return 'Remove the alias.';
  if (earlier.from === 'alias') return `Remove the alias in ${earlier.placeAt().file}, or choose another slug.`;
  if (from === 'page name') return earlier.from === from ? 'Rename one of the two files.' : 'Rename the file.';
  if (from === 'folder name') return 'Rename one of the two folders.';
  return 'Rename one of the two files, or give one a field "slug".';
};
