import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { type Ledger, ledgerFile, printLedger } from '../../core/ledger/ledger.ts';
import { buildSite } from '../../templates/build-site.ts';
import { openContent } from '../content-of.ts';
import { readEventManifest, readRelease } from '../manifests.ts';
import { previousOf } from '../previous.ts';
import { type Published, publishSite } from '../publish-site.ts';
import { publishedLedger } from '../published-ledger.ts';
import { openSiteFolder, type PublishedSite } from '../site-folder.ts';
import { currentRelease } from '../switch-release.ts';

/** What an incremental publish and a full one of the same commit gave. */
type Compared = {
  /** `live`, or why it is not published, beginning with `refused` or `unfit`. */
  readonly incremental: string;
  readonly full: string;
  /** The files in which they differ. */
  readonly differing: readonly string[];
  /** What readers miss that the ledger promises, and what the ledger has forgotten. */
  readonly broken: readonly string[];
};

/**
 * Publishes a commit into a site that holds an earlier one, and into an empty one of which nothing but the ledger is kept;
 * compares every file that readers see, also with what a build has that is told the same. `folder` is for the empty site.
 */
export const comparePublishes = async (site: PublishedSite, repo: string, folder: string): Promise<Compared> => {
  const options = { now: '2026-11-24T08:00:00Z', mayLose: async () => true };
  const choice = { repo, disk: false };
  const fresh = openSiteFolder(join(folder, 'fresh'));
  const before = publishedLedger(site, previousOf(site)?.release).ledger;
  if (before.size > 0) writeFileSync(join(fresh.folder, ledgerFile), printLedger(before));
  const incremental = await publishSite(site, await openContent(choice), options);
  const kept = process.env['CACHE_DIR'];
  try {
    process.env['CACHE_DIR'] = join(folder, 'cold');
    const full = await publishSite(fresh, await openContent(choice), options);
    const said = { incremental: saidOf(incremental), full: saidOf(full) };
    if (!('release' in incremental && 'release' in full)) return { ...said, differing: [], broken: [] };
    const dist = join(folder, 'dist');
    await buildSite(join(repo, 'content'), dist, { published: { ledger: before, mayLose: true } });
    const [published, builtFiles] = [seenIn(site), filesIn(dist)];
    const apart = [...published.keys()].filter((path) => !builtFiles.has(path));
    const more = [...builtFiles].filter((path) => !published.has(path));
    return {
      ...said,
      differing: [
        ...differences(site, fresh),
        ...apart.map((path) => `${path} (not built)`),
        ...more.map((path) => `${path} (not published)`),
      ],
      broken: brokenIn(site, before),
    };
  } finally {
    process.env['CACHE_DIR'] = kept;
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The files of a build; what templates bring lies elsewhere in a release. */
const filesIn = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .filter((path) => !path.startsWith('_astro/')),
  );

/** What a site does not keep of what the ledger before it promised, and of what its own says. */
const brokenIn = (site: PublishedSite, before: Ledger): readonly string[] => {
  const after = publishedLedger(site, previousOf(site)?.release).ledger;
  const forgotten = [...before].filter(([address, { first }]) => first !== after.get(address)?.first);
  const missing = [...after.values()].filter(({ address, kind, now }) => {
    if (now === 'gone' || kind === 'site' || kind === 'media') return false;
    return !existsSync(join(site.current, address.endsWith('/') ? `${address}index.html` : address));
  });
  return [
    ...forgotten.map(([address]) => `${address} is forgotten`),
    ...missing.map(({ address }) => `nothing is at ${address}`),
  ];
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
