import { collectDiagnostics, type Diagnostic } from '../core/diagnostics.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { type OutsideLink, outsideLinks } from '../inspect/outside-links.ts';
import type { Content } from '../io/read-content.ts';
import { type AskLimits, askAddresses, askLimits } from './media/ask-address.ts';
import { shownAddress } from './media/web-address.ts';

/** Links out of the archive that lead nowhere any more, and how many addresses were asked for. */
type DeadLinks = { readonly diagnostics: readonly Diagnostic[]; readonly asked: number };

/** Asks for every address outside of the archive that files which concern name. A build never does. */
export const deadLinks = async (
  { files }: Content,
  { concerns, ...options }: ReadOptions & { readonly concerns: (file: string) => boolean },
  limits: Partial<AskLimits> = {},
): Promise<DeadLinks> => {
  const { archive } = readArchive(files, { ...options, drafts: true });
  const links = outsideLinks(archive, files, concerns);
  const addresses = new Set(links.map(({ address }) => address));
  const faults = await askAddresses(addresses, { ...askLimits, ...limits });
  const { report, diagnostics } = collectDiagnostics();
  for (const { address, ...place } of links) {
    const fault = faults.get(address);
    if (fault === undefined) continue;
    const message = `Unexpected link to ${shownAddress(address)}, expected a page that is there: ${fault}`;
    report({ ...place, rule: 'dead-link', message, hint: hintFor(address, place.file, links) });
  }
  return { diagnostics: diagnostics(), asked: addresses.size };
};

/** An archived copy has the address of the page at the end of its own. */
const hintFor = (address: string, file: string, links: readonly OutsideLink[]): string => {
  const copy = links.find((link) => link.file === file && link.address !== address && link.address.endsWith(address));
  return copy
    ? `Link to the archived copy that is named here: ${shownAddress(copy.address)}`
    : `Correct the address, or link to an archived copy, such as one of https://web.archive.org/web/*/${shownAddress(address)}`;
};
