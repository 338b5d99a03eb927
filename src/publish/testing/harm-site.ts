import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFile } from '../../core/ledger/ledger.ts';
import { type EventTree, readRelease, releasesOf, treeFolder } from '../manifests.ts';
import { prune } from '../prune.ts';
import type { PublishedSite } from '../site-folder.ts';
import { currentRelease, switchTo } from '../switch-release.ts';
import { withdrawnSince } from '../withdrawn-since.ts';

/** What happens to a site between two publishes. */
export type Harm = keyof typeof harms;

/** Does something to a site, by a number that chooses among what is there; a site of which there is too little stays as it is. */
export const harmSite = async (site: PublishedSite, harm: Harm, number: number): Promise<void> => {
  if (currentRelease(site) !== undefined) await harms[harm](site, number);
};

const harms = {
  nothing: () => undefined,
  rollback: (site, number) => {
    const shows = withdrawnSince(site);
    const names = releasesOf(site).flatMap(({ name }) => (shows(name).length === 0 ? name : []));
    const name = names[number % Math.max(1, names.length)];
    return name === undefined ? undefined : switchTo(site, name);
  },
  prune: (site) => void prune(site, 2),
  'cut a file': (site, number) => {
    const tree = treeAt(site, number);
    const pages = tree ? readdirSync(tree, { recursive: true, encoding: 'utf8' }).sort() : [];
    const page = pages.filter((path) => path.endsWith('.html'))[number];
    if (tree && page !== undefined) truncateSync(join(tree, page), 9);
  },
  'remove a file': (site, number) => {
    const tree = treeAt(site, number);
    if (tree) rmSync(join(tree, tree.split('/').at(-2) ?? '', 'index.html'), { force: true });
  },
  'damage the ledger': ({ folder }) => writeFileSync(join(folder, ledgerFile), 'address\n'),
  'lose the ledger': ({ folder }) => rmSync(join(folder, ledgerFile), { force: true }),
  'lose a release': (site, number) => {
    const names = releasesOf(site).map(({ name }) => name);
    const name = names[number % Math.max(1, names.length)];
    if (name === undefined || names.length < 2) return;
    rmSync(join(site.releases, `${name}.json`), { force: true });
    rmSync(join(site.releases, name), { recursive: true, force: true });
  },
} satisfies Record<string, (site: PublishedSite, number: number) => unknown>;

export const allHarms = Object.keys(harms) as readonly Harm[];

/** The folder of the pages of an event that readers see. */
const treeAt = (site: PublishedSite, number: number): string | undefined => {
  const trees: readonly EventTree[] = readRelease(site, currentRelease(site) ?? '')?.events ?? [];
  const tree = trees[number % Math.max(1, trees.length)];
  const folder = tree && treeFolder(site, tree);
  return folder !== undefined && existsSync(folder) ? folder : undefined;
};
