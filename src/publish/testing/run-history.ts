import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { openSiteFolder } from '../site-folder.ts';
import { comparePublishes } from './compare-publishes.ts';
import { harmSite } from './harm-site.ts';
import { applyEdit, beforeEdits, commitEdits, type EditedRepository, type HistoryEdit } from './histories.ts';

/** What came of a history: `live`, `refused` or `unfit` for each step, and what was not as a full publish has it. */
type RanHistory = { readonly kinds: readonly string[]; readonly faults: readonly string[] };

/**
 * Makes edits one after the other, each as a commit in the repository, harms the site, and compares each incremental publish
 * with a full one and with a build, up to the first that differs or breaks a promise. `folder` is for the sites. Leaves `SITE_URL` and `DRAFTS` as the last edit had them.
 */
export const runHistory = async (
  repository: EditedRepository,
  folder: string,
  edits: readonly HistoryEdit[],
): Promise<RanHistory> => {
  const own = mkdtempSync(join(folder, 'history-'));
  const site = openSiteFolder(join(own, 'site'));
  const archive = beforeEdits();
  const kinds: string[] = [];
  for (const [step, edit] of [undefined, ...edits].entries()) {
    if (edit) applyEdit(archive, edit, step);
    process.env['SITE_URL'] = archive.siteUrl;
    process.env['DRAFTS'] = archive.drafts;
    await commitEdits(repository, archive);
    if (edit) await harmSite(site, edit.harm, edit.to);
    const { incremental, full, differing, broken } = await comparePublishes(
      site,
      repository.folder,
      join(own, `${step}`),
    );
    const faults = [
      ...differing.map((path) => `after step ${step}, ${path} differs`),
      ...broken.map((fault) => `after step ${step}, ${fault}`),
    ];
    if (incremental !== full)
      faults.push(`at step ${step}, instead of\n${full}\nan incremental publish says\n${incremental}`);
    if (faults.length > 0) return { kinds, faults };
    if (edit) kinds.push(full.split('\n')[0] ?? '');
  }
  return { kinds, faults: [] };
};
