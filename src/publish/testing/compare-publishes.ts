import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { ledgerFile } from '../../core/ledger/ledger.ts';
import { openContent } from '../content-of.ts';
import { readEventManifest, readRelease } from '../manifests.ts';
import { type Published, publishSite } from '../publish-site.ts';
import { openSiteFolder, type PublishedSite } from '../site-folder.ts';
import { currentRelease } from '../switch-release.ts';

/** What an incremental publish and a full one of the same commit gave. */
type Compared = {
  /** `live`, or why it is not published, beginning with `refused` or `unfit`. */
  readonly incremental: string;
  readonly full: string;
  /** The files in which they differ. */
  readonly differing: readonly string[];
};

/**
 * Publishes a commit into a site that holds an earlier one, and into an empty one of which nothing but the ledger is kept;
 * compares every file that readers see. `folder` is for the empty site.
 */
export const comparePublishes = async (site: PublishedSite, repo: string, folder: string): Promise<Compared> => {
  const options = { now: '2026-11-24T08:00:00Z', mayLose: async () => true };
  const choice = { repo, disk: false };
  const fresh = openSiteFolder(join(folder, 'fresh'));
  const ledger = join(site.folder, ledgerFile);
  if (existsSync(ledger)) cpSync(ledger, join(fresh.folder, ledgerFile));
  const incremental = await publishSite(site, await openContent(choice), options);
  const kept = process.env['CACHE_DIR'];
  try {
    process.env['CACHE_DIR'] = join(folder, 'cold');
    const full = await publishSite(fresh, await openContent(choice), options);
    const isWhole = 'release' in incremental && 'release' in full;
    return { incremental: saidOf(incremental), full: saidOf(full), differing: isWhole ? differences(site, fresh) : [] };
  } finally {
    process.env['CACHE_DIR'] = kept;
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Warnings are reported when their event is made; both must find the same errors. */
const saidOf = (published: Published): string => {
  if (published.kind === 'unfit') return [published.kind, ...published.faults].join('\n');
  if (published.kind !== 'refused') return 'live';
  return `refused\n${formatDiagnostics(published.diagnostics.filter(({ severity }) => severity === 'error'))}`;
};

const differences = (a: PublishedSite, b: PublishedSite): readonly string[] => {
  const [one, other] = [seenIn(a), seenIn(b)];
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
};

/** The hash of each file that readers see, by its path, as the manifests have it; the name of a picture has it in it. */
const seenIn = (site: PublishedSite): ReadonlyMap<string, string> => {
  const release = readRelease(site, currentRelease(site) ?? '');
  const own = Object.entries(release?.files ?? {});
  const ofEvents = (release?.events ?? []).flatMap((tree) => {
    const { files = {}, media = [] } = readEventManifest(site, tree) ?? {};
    return [...Object.entries(files), ...media.map((name) => [`${tree.folder}/media/${name}`, name] as const)];
  });
  return new Map([...own, ...ofEvents]);
};
