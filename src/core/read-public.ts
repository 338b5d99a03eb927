import { compare, type Report } from './diagnostics.ts';
import { feedFormats } from './feed-formats.ts';
import { placeOfFile, reportAt } from './place.ts';
import type { SlugClaim } from './read-slugs.ts';
import { foldSlug, reservedEventSlugs } from './slug.ts';

/** The files that builds write at the top of a site beside what is in `public/` of the program; `robots.txt` can be replaced. */
const written: readonly string[] = [
  'index.html',
  '404.html',
  'sitemap.xml',
  'sitemap-archive.xml',
  'addresses.tsv',
  '_redirects.nginx',
  '_redirects.caddy',
  '_former',
  'sha512sums',
  'build-info.json',
  ...feedFormats.map(({ file }) => file),
];

/**
 * Reads what is copied: the paths of the files below `public/`, sorted. One is reported where something else has its address:
 * a page or file that builds write, an event or a page (by their `claims`), or another file of which only a careful computer
 * can tell it apart. `names` are those of the program's own files.
 */
export const readPublic = (
  files: Iterable<string>,
  { claims, names }: { readonly claims: readonly SlugClaim[]; readonly names: readonly string[] },
  report: Report,
): readonly string[] => {
  const paths = [...files].map((file) => file.slice('public/'.length)).sort(compare);
  const reserved = new Set([...reservedEventSlugs, ...written, ...names].map(foldSlug));
  const claimed = new Map(claims.map((claim) => [foldSlug(claim.slug), claim]));
  const spelt = new Map<string, string>();
  const refused = new Set<string>();
  for (const path of paths) {
    const top = path.split('/')[0] ?? '';
    const claim = claimed.get(foldSlug(top));
    const other = otherSpelling(path, spelt);
    const found = reserved.has(foldSlug(top))
      ? { taken: top, by: 'the archive has one of its own there' }
      : claim
        ? { taken: top, by: `it is the ${claim.from} of ${claim.placeAt().file}`, related: claim.placeAt().file }
        : other && { taken: other.own, by: `"${other.earlier}" is there, too`, related: `public/${other.earlier}` };
    // What lies in a folder with a wrong name is not wrong as well.
    if (found && !refused.has(found.taken)) reportTaken(`public/${path}`, found, report);
    if (found) refused.add(found.taken);
  }
  return paths;
};

type Taken = { readonly taken: string; readonly by: string; readonly related?: string };

const reportTaken = (file: string, { taken, by, related }: Taken, report: Report): void =>
  reportAt(placeOfFile(file), report, {
    rule: 'taken-address',
    message: `Unexpected "${taken}" in "public", expected another name: ${by}`,
    hint: `Rename ${file === `public/${taken}` ? 'the file' : 'the folder'}, or remove it.`,
    ...(related !== undefined && { related }),
  });

/** The first part of a path that was there before with another spelling, as on a disk that does not tell the two apart. */
const otherSpelling = (
  path: string,
  spelt: Map<string, string>,
): { readonly own: string; readonly earlier: string } | undefined => {
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const own = parts.slice(0, index + 1).join('/');
    const earlier = spelt.get(foldSlug(own));
    if (earlier === undefined) spelt.set(foldSlug(own), own);
    else if (earlier !== own) return { own, earlier };
  }
  return undefined;
};
