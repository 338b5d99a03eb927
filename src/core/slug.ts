/** The addresses that an event keeps for pages of its own. */
export const reservedEntrySlugs: ReadonlySet<string> = new Set([
  'milestones',
  'topics',
  'search',
  'oldest-first',
  'newest-first',
  'feed-archive',
  'media',
]);

/** The addresses that the archive keeps for pages of its own; the names of files in `public/` come on top. */
export const reservedEventSlugs: ReadonlySet<string> = new Set([
  'search',
  'feeds',
  'feed-archive',
  'media',
  '404',
  'series',
  'topics',
  'pages',
  'public',
  'theme',
  'admin',
]);

const usable = /^[-\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+$/u;
// A name that is a date and nothing else does not begin with the time 20:19.
const cut =
  /^(?!\d{4}-\d{2}-\d{2}$)(?:(\d{4}-\d{2}-\d{2})-)?(?:((?:(?:[01]\d|2[0-3])[0-5]\d|2400)|(?:(?:[01]\d|2[0-3])[0-5]\d[0-5]\d|240000))-)?/;

/** A file name's parts: what is cut (`YYYY-MM-DD`, and `HHMM` or `HHMMSS`), and the slug that is left, in NFC. */
type FileNameParts = { readonly date?: string; readonly clock?: string; readonly slug: string };

/** Takes an entry's file name (without folders) apart. Nothing is cut but a leading date and then a valid time. */
export const partsOfFileName = (name: string): FileNameParts => {
  const stem = name.normalize('NFC').replace(/\.md$/, '');
  const [whole, date, time] = cut.exec(stem) ?? [''];
  const clock = time?.match(/../g)?.join(':');
  return { slug: stem.slice(whole.length), ...(date && { date }), ...(clock && { clock }) };
};

/** The longest slug in bytes of UTF-8: names of files end at 255, and a slug gets endings. */
const longest = 200;

/**
 * What is expected of a slug that no address can keep, as the phrase behind "expected"; `undefined` for a usable one:
 * lower-case letters and digits of any script in NFC, and `-`, 200 bytes at most.
 */
export const expectedOfSlug = (slug: string): string | undefined => {
  if (slug !== slug.normalize('NFC') && usable.test(slug.normalize('NFC'))) return 'the same in Unicode form NFC';
  if (!usable.test(slug) || !/[^-]/.test(slug) || slug !== slug.toLowerCase() || slug !== slug.normalize('NFC'))
    return 'lower-case letters, digits and "-"';
  return bytesOf(slug) > longest ? `at most ${longest} bytes` : undefined;
};

/** The nearest usable slug: lower case, NFC, everything else a hyphen, cut where it is too long. May be empty. */
export const fixSlug = (text: string): string => {
  // Nobody means an address of that length; cutting it letter by letter would take long.
  let fixed = text
    .slice(0, 2 * longest)
    .normalize('NFC')
    .toLowerCase()
    // Lower case of the Turkish İ: the dot of an i is part of it.
    .replaceAll('i\u0307', 'i')
    .normalize('NFC')
    .replace(/(?<![\p{L}\p{M}\p{Nd}])\p{M}+/gu, '')
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  while (bytesOf(fixed) > longest) fixed = [...fixed].slice(0, -1).join('').replace(/-+$/, '');
  return fixed;
};

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** What two slugs that only a careful computer can tell apart have in common: case and Unicode form folded. */
export const foldSlug = (slug: string): string => slug.normalize('NFKC').toLowerCase().normalize('NFKC');

/** True for anything of the form of a date, which is the address of an event day. */
export const hasFormOfDate = (slug: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(slug);
