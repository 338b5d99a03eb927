import { hash } from 'node:crypto';
import * as zlib from 'node:zlib';
import { z } from 'zod';
import type { Cache } from '../core/cache.ts';
import { themeFolder, topFolder } from '../core/content-files.ts';
import type { Look } from '../core/look.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { readSite } from '../core/read-site.ts';
import { commonOf } from '../inspect/plan-events.ts';
import type { ContentParts } from '../io/content-source.ts';
import { pack, unpack } from '../search/packed-files.ts';

type Page = readonly [path: string, bytes: Uint8Array];

/** With what an event was printed of the colours of the archive, and what the index of all titles has of it. */
type PrintedWith = { readonly look: readonly string[]; readonly titles: string };

/** What has been printed of an event. */
export type Print = PrintedWith & { readonly pages: Iterable<Page> };

/** Keeps pages as they come; what is kept is there at the `end`. */
export type PrintKeeper = {
  readonly add: (...page: Page) => void;
  readonly end: (printed: PrintedWith) => Promise<void>;
};

/** What is kept of an event as it is printed, whatever the colours are, where all else is in a state. */
export type KeptPrint = {
  readonly recall: (state: string) => Promise<Print | undefined>;
  readonly begin: (state: string) => PrintKeeper | undefined;
};

/** What pages are printed from, and by which version of what prints them. */
type PrintedFrom = {
  readonly source: ContentParts;
  readonly options: ReadOptions;
  readonly key: string;
  readonly version: string;
  readonly look?: Look;
};

/** Opens what is kept of the events in some folders, each as it is by its fingerprint. */
export const keptPrints = async (
  rendering: PrintedFrom,
  cache: Cache,
): Promise<(folder: string, fingerprint: string) => KeptPrint> => {
  const common = await commonButColours(rendering);
  return (folder, fingerprint) => {
    const keyOf = (state: string): string => hash('sha256', JSON.stringify([common, fingerprint, state]));
    return {
      recall: async (state) => {
        const kept = canCompress && unpack(await cache.get(folder));
        return kept && kept.key === keyOf(state) ? unfold(kept.files) : undefined;
      },
      begin: (state) => (canCompress ? fold((files) => cache.set(folder, pack(keyOf(state), files))) : undefined),
    };
  };
};

/** Everything on which the pages of events depend, but the colours of the archive. */
const commonButColours = ({ source, options, key, version, look }: PrintedFrom): Promise<string> => {
  const { theme: _, ...site } = readSite(source.top.files, options.siteUrl, () => {});
  const { palette: _palette, sheet: _sheet, icons: _icons, sign: _sign, ...form } = look ?? usualForm;
  const isOfTheme = (path: string): boolean => path === 'site.yml' || topFolder(path) === themeFolder;
  const files = new Map([...source.top.files].filter(([path]) => !isOfTheme(path)));
  const others = { ...source, top: { ...source.top, files } };
  return commonOf({ source: others, options }, [key, version, JSON.stringify([site, form])]);
};

const usualForm: Look = { preloads: [], hasTitleFont: false };

/** Node 20 cannot compress so fast: there, nothing is kept. */
const canCompress = 'zstdCompressSync' in zlib;

/** Pages are alike: so many bytes together take a ninth of them, and less time than to print one of the pages. */
const together = 1024 * 1024;

const headSchema = z.object({
  look: z.array(z.string()),
  titles: z.string(),
  frames: z.array(z.array(z.tuple([z.string(), z.number()]))),
});

const compress = (bytes: Uint8Array): Uint8Array =>
  zlib.zstdCompressSync(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } });

/** Memory holds the pages of one frame. */
const fold = (keep: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>): PrintKeeper => {
  const frames: [string, number][][] = [];
  const packed = new Map<string, Uint8Array>();
  let waiting: Page[] = [];
  let size = 0;
  const flush = (): void => {
    packed.set(`${frames.length}`, compress(Buffer.concat(waiting.map(([, bytes]) => bytes))));
    frames.push(waiting.map(([path, { length }]) => [path, length]));
    [waiting, size] = [[], 0];
  };
  return {
    add: (...page) => {
      waiting.push(page);
      size += page[1].length;
      if (size > together) flush();
    },
    end: (printed) => {
      flush();
      return keep(packed.set('head', compress(Buffer.from(JSON.stringify({ ...printed, frames })))));
    },
  };
};

const unfold = (packed: ReadonlyMap<string, Uint8Array>): Print | undefined => {
  const open = (name: string): Buffer => zlib.zstdDecompressSync(packed.get(name) ?? new Uint8Array());
  const head = headSchema.safeParse(JSON.parse(open('head').toString('utf8'))).data;
  if (!head) return undefined;
  const { frames, ...printed } = head;
  const pages = function* () {
    for (const [number, files] of frames.entries()) {
      const bytes = open(`${number}`);
      let at = 0;
      for (const [path, length] of files) {
        yield [path, bytes.subarray(at, at + length)] as const;
        at += length;
      }
    }
  };
  return { ...printed, pages: pages() };
};
