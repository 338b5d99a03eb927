import type { Archive, Place, Text } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { ownTextsOf, textsOf } from '../core/texts.ts';
import { eachElement } from '../markdown/each-element.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { placeIn } from '../markdown/place-in.ts';

/** An address on the web outside of the archive, where a document names it. */
export type OutsideLink = Place & { readonly address: string };

/** The addresses outside of the archive that its texts and fields name, in files that concern; those of addresses without a `#`. */
export const outsideLinks = (
  archive: Archive,
  files: ContentFiles,
  concerns: (file: string) => boolean,
): readonly OutsideLink[] => {
  const texts = [...textsOf(archive), ...ownTextsOf(archive)].filter(({ text }) => concerns(text.file));
  const own = `${archive.site.url}/`;
  const fields = fieldAddresses(archive).filter(({ file }) => concerns(file));
  return [...texts.flatMap(({ text }) => linksIn(text)), ...fields.flatMap((one) => placed(one, files))]
    .map((link) => ({ ...link, address: link.address.replace(/#.*$/s, '') }))
    .filter(({ address }) => /^https?:\/\//i.test(address) && !`${address}/`.startsWith(own));
};

const linksIn = (text: Text): OutsideLink[] => {
  const found: OutsideLink[] = [];
  if (!/https?:|www\.|\/\//i.test(text.markdown)) return found;
  eachElement(parseBody(text, () => {}).tree, ({ tagName, properties: { href }, position }) => {
    if (tagName === 'a' && typeof href === 'string')
      found.push({ ...placeIn(text, position?.start), address: href.replace(/^\/\//, 'https://') });
  });
  return found;
};

type Named = { readonly file: string; readonly address: string };

const fieldAddresses = ({ site, events }: Archive): readonly Named[] => [
  ...[site.publisher?.url, ...site.links.map(({ url }) => url)].flatMap((url) =>
    url === undefined ? [] : { file: 'site.yml', address: url },
  ),
  ...events.flatMap(({ folder, links, entries }) => [
    ...links.map(({ url }) => ({ file: `${folder}/event.md`, address: url })),
    ...entries.flatMap(({ file, source }) => (source === undefined ? [] : { file, address: source })),
  ]),
];

/** Where a field has an address: where it first stands in the file. */
const placed = ({ file, address }: Named, files: ContentFiles): OutsideLink => {
  const bytes = files.get(file);
  const text = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : '';
  const before = text.slice(0, Math.max(0, text.indexOf(address))).split('\n');
  return { file, address, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
