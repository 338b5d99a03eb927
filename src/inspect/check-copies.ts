import type { Archive } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { placeOfFile, reportAt } from '../core/place.ts';
import type { MediaSource } from '../media/plan-media.ts';

/** Some hosts refuse larger files. */
const largest = 25 * 2 ** 20;

/** Warns of files in `public/` that a host would not take as they are: large ones, and a `CNAME` of another host. */
export const checkCopies = async (
  { copies, site }: Pick<Archive, 'copies' | 'site'>,
  { readBytes, sizeOf = () => 0 }: MediaSource,
  report: Report,
): Promise<void> => {
  for (const path of copies) {
    const size = sizeOf(`public/${path}`);
    if (size > largest)
      reportAt(placeOfFile(`public/${path}`), report, {
        rule: 'large-file',
        message: `Unexpected size of ${Math.floor(size / 2 ** 20)} MB of "public/${path}", expected at most ${largest / 2 ** 20} MB: some hosts refuse larger files`,
        hint: 'Make it smaller, or keep it on a server for large files and link to it there.',
      });
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
