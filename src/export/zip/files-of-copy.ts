import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lookup } from 'mrmime';
import { z } from 'zod';
import { permalinks } from '../../core/permalinks.ts';
import { diskScripts } from '../../templates/open-templates.ts';
import type { ExportedSite } from '../exported.ts';
import { copyPage } from './copy-page.ts';
import { isOfEngine, isOfSearch, searchScripts } from './copy-search.ts';
import { copySheet } from './copy-sheet.ts';
import { addressInCopy, fileMeant, relativeAddress, type ZipCopy } from './place.ts';

/** A file of a copy: its path in it, and its bytes, or where they lie. */
export type FileOfCopy = { readonly path: string; readonly from: Uint8Array | string };

/** What tells the host of the published site something, or describes that very build of it. */
const ofHost =
  /^(?:_headers|_redirects(?:\..+)?|\.nojekyll|robots\.txt|SHA512SUMS|build-info\.json)$|(?:^|\/)sitemap[^/]*\.xml$/;

/** The files of a copy of what is exported, one after the other, so that memory holds no more than one page. */
export async function* filesOfCopy(exported: ExportedSite): AsyncGenerator<FileOfCopy> {
  const { folder, event } = exported;
  const files = exported.files.filter((path) => !ofHost.test(path));
  const isOwn = (path: string): boolean => event === undefined || path.startsWith(`${event}/`);
  const needed = new Set<string>();
  const { origin } = new URL(exported.address);
  const base = `${permalinks(exported.address).base}/`;
  const copy: ZipCopy = { base, origin, files: new Set(files), leadsTo: isOwn, need: (path) => needed.add(path) };
  const own = files.filter((path) => isOwn(path) && !isOfSearch(path) && !isComponentScript(path));
  for (const path of own) yield { path, from: await bytesInCopy(path, folder, copy) };
  // Fonts go with their licences. What pages show brings along more: a style sheet has fonts.
  for (const path of files.filter(isLicence)) needed.add(path);
  for (const path of needed) if (!isOwn(path)) yield { path, from: await bytesInCopy(path, folder, copy) };
  const ofSearch = files.filter((path) => isOfSearch(path) && (isOwn(path) || isOfEngine(path)));
  for (const { path, script } of searchScripts(folder, ofSearch, base)) yield { path, from: Buffer.from(script()) };
  for (const name of Object.keys(diskScripts))
    yield { path: `_astro/${name}`, from: join(exported.templates, 'disk', name) };
  if (event !== undefined) yield { path: 'index.html', from: Buffer.from(await entranceTo(event, exported)) };
}

const isLicence = (path: string): boolean => /^_astro\/[^/]+\.txt$/.test(path);

/** The bytes of a file of the site as it is in a copy, or where they are where it stays as it is. */
const bytesInCopy = async (path: string, folder: string, copy: ZipCopy): Promise<Uint8Array | string> => {
  const place = join(folder, path);
  const asData = (address: string): string => dataOf(fileMeant(address, path, copy), folder);
  const change = { html: copyPage, css: copySheet, xml: copyFeed }[/\.(html|css|xml)$/.exec(path)?.[1] ?? ''];
  if (!change) return place;
  return Buffer.from(change(await readFile(place, 'utf8'), { path, copy, asData, scriptFor }));
};

/** The scripts in the place of those that components bring along. A live page would ask a server: it has none. */
const scripts: Readonly<Record<string, keyof typeof diskScripts | undefined>> = {
  ReadingTools: 'reading.js',
  SearchForm: 'search.js',
  LiveEntries: undefined,
};
const isComponentScript = (path: string): boolean => /^_astro\/[^/]+\.js$/.test(path);

/** The script of a copy for a module on a page; modules that an archive brings along do not run from a disk. */
const scriptFor = (module: string): string | undefined => {
  const [, component] = /\/_astro\/(\w+)\.astro_astro_type_script[^/]*\.js$/.exec(module) ?? [];
  if (component === undefined) return undefined;
  if (!Object.hasOwn(scripts, component)) throw new Error(`There is no script for copies in the place of ${module}.`);
  const script = scripts[component];
  return script && `_astro/${script}`;
};

/** Feeds have a style sheet for whoever opens them; their addresses are those of the published archive. */
const copyFeed = (xml: string, { path, copy }: { readonly path: string; readonly copy: ZipCopy }): string =>
  xml.replace(/(?<=^<\?xml\b[^>]*\?>\s*<\?xml-stylesheet [^>]*href=")[^"]*/, (address) =>
    addressInCopy(address, path, 'part', copy),
  );

const dataOf = (file: string | undefined, folder: string): string => {
  if (file === undefined) return 'data:,';
  return `data:${lookup(file) ?? 'application/octet-stream'};base64,${readFileSync(join(folder, file)).toString('base64')}`;
};

/** The page at the root of a copy of one event, which leads to its timeline. */
const entranceTo = async (event: string, { folder, address }: ExportedSite): Promise<string> => {
  const { title, language } = eventSchema.parse(JSON.parse(await readFile(join(folder, event, 'event.json'), 'utf8')));
  const to = relativeAddress('index.html', `${event}/index.html`);
  const [name, link, live] = [title, to, permalinks(address).absolute(permalinks(address).event(event))].map(
    escapeHtml,
  );
  return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${name}</title><meta http-equiv="refresh" content="0; url=${link}"><link rel="canonical" href="${live}"></head><body><main><h1><a href="${link}">${name}</a></h1></main></body></html>\n`;
};

const eventSchema = z.object({ title: z.string(), language: z.string() });

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
