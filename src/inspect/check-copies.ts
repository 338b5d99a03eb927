import type { Archive } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { placeOfFile, reportAt } from '../core/place.ts';
import type { MediaSource } from '../media/plan-media.ts';
import { largeFault } from '../media/report-media.ts';

/** Warns of files in `public/` that a host would not take as they are: large ones, and a `CNAME` of another host. */
export const checkCopies = async (
  { copies, site }: Pick<Archive, 'copies' | 'site'>,
  { readBytes, sizeOf = () => 0 }: MediaSource,
  report: Report,
): Promise<void> => {
  for (const path of copies) {
    const fault = largeFault(`public/${path}`, sizeOf(`public/${path}`));
    if (fault) reportAt(placeOfFile(`public/${path}`), report, { rule: 'large-file', ...fault });
  }
  // Without settings the address is not known.
  if (site.title === '' || !copies.includes('CNAME')) return;
  const found = Buffer.from(await readBytes('public/CNAME'))
    .toString('utf8')
    .trim();
  const { hostname } = new URL(site.url);
  if (found.toLowerCase() === hostname) return;
  reportAt(placeOfFile('public/CNAME'), report, {
    rule: 'other-host',
    message: `Unexpected host "${found.slice(0, 60)}" in "public/CNAME", expected "${hostname}" as in the address of the archive`,
    hint: `Write ${hostname}, or correct "url" in site.yml.`,
  });
};
