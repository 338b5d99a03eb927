import type { Element } from 'hast';
import { addressIn, attribute, isElement } from './element.ts';
import { type EmbedSource, embedSources } from './embed-sources.ts';
import { pageAddress } from './web-address.ts';

/** A link in place of an embed. */
export type EmbedLink = { readonly label: string; readonly address: string };

/** The link for the address of a frame. A source that is not known is named by its host, or by what the page calls it. */
export const embedLink = (
  written: string,
  base: string | undefined,
  kind: string,
  title = '',
): EmbedLink | undefined => {
  const frame = pageAddress(written, base);
  const url = frame && URL.parse(frame);
  if (!frame || !url) return undefined;
  const host = url.hostname.replace(/^www\./, '');
  if (/^google\.[a-z.]+$/.test(host) && url.pathname.startsWith('/maps'))
    return { label: 'Map on Google Maps', address: frame };
  const source = sourceOf(host);
  if (!source) return { label: title === '' ? `${kind} on ${host}` : title, address: frame };
  return { label: source.label, address: pageAddress(source.page?.(url) ?? '', undefined) ?? frame };
};

/** The source that a host belongs to. */
export const sourceOf = (host: string): EmbedSource | undefined =>
  embedSources.find((source) => host === source.host || host.endsWith(`.${source.host}`));

/** What a script stands for that puts a post or a piece of code in its own place. */
export const embedScriptAddress = (script: Element): string | undefined => {
  const post = attribute(script, 'dataTelegramPost');
  if (/^[\w-]+\/\d+$/.test(post)) return `https://t.me/${post}`;
  return /^(https:\/\/gist\.github\.com\/[\w/-]+)\.js$/.exec(addressIn(script, 'src'))?.[1];
};

const ofFrames = ['dataSrc', 'dataLazySrc', 'dataOriginal'] as const;

/** The address of what an element embeds, as it is written there. */
export const writtenAddress = (found: Element): string => {
  const own = addressIn(found, found.tagName === 'object' ? 'data' : 'src');
  const [lazy = ''] = ofFrames.map((name) => addressIn(found, name)).filter((value) => value !== '');
  if (own !== '' && (lazy === '' || !/^(?:about|data|javascript):/i.test(own))) return own;
  return lazy || nestedAddress(found);
};

/** Of the sources of a video, or of the film of an old player. */
const nestedAddress = ({ children }: Element): string => {
  for (const child of children) {
    if (!isElement(child, 'source', 'param', 'embed')) continue;
    const isFilm = child.tagName === 'param' && /^(?:movie|src|url)$/i.test(attribute(child, 'name'));
    const address = child.tagName === 'param' ? (isFilm ? addressIn(child, 'value') : '') : writtenAddress(child);
    if (address !== '') return address;
  }
  return '';
};
