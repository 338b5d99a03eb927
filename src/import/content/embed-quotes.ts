import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { addressIn, attribute, element, hasClass, isElement, rewrite, textElement } from './element.ts';
import { embedLink, sourceOf } from './embed-address.ts';
import type { Pass } from './pass.ts';
import { pageAddress } from './web-address.ts';

/** The quotation of a post, with the link below it; `undefined` for any other quotation. */
export const quotedPost = (quote: Element, { base, note }: Pass): readonly ElementContent[] | undefined => {
  const written = markedAddress(quote) || (hasClass(quote, ...classes) ? addressInside(quote) : '');
  const link = embedLink(written, base, 'Post');
  if (!link) return undefined;
  note(`An embed has become a link: ${link.label}.`);
  rewrite(quote, (found) => {
    if (found.tagName !== 'a' || addressIn(found, 'href') !== written) return undefined;
    return /^https?:\/\//i.test(textOf(found).trim()) ? [] : found.children;
  });
  const said = quote.children.filter((child) => !invitation.test(nodeText(child)));
  const below = element('p', {}, [element('a', { href: link.address, dataEmbed: true }, [textElement(link.label)])]);
  if (said.every((child) => nodeText(child) === '')) return [below];
  return [element('blockquote', {}, [...said, below])];
};

/** The address that the makers of an embed have written on it for their script. */
export const markedAddress = (found: Element): string => {
  const [address] = ['dataInstgrmPermalink', 'dataTextPostPermalink', 'dataEmbedUrl', 'dataOembedUrl']
    .map((name) => addressIn(found, name))
    .filter((value) => /^https?:\/\//i.test(value));
  if (address !== undefined) return address;
  if (found.tagName === 'oembed') return addressIn(found, 'url');
  if (hasClass(found, 'fb-post', 'fb-video')) return addressIn(found, 'dataHref');
  if (hasClass(found, 'tiktok-embed')) return addressIn(found, 'cite');
  if (hasClass(found, 'flourish-embed'))
    return `https://public.flourish.studio/${attribute(found, 'dataSrc').replace(/\?.*$/, '')}/`;
  if (found.tagName === 'amp-youtube') return `https://www.youtube.com/watch?v=${attribute(found, 'dataVideoid')}`;
  if (found.tagName === 'amp-twitter') return `https://x.com/i/status/${attribute(found, 'dataTweetid')}`;
  return '';
};

const classes = [
  'twitter-tweet',
  'twitter-video',
  'instagram-media',
  'bluesky-embed',
  'mastodon-embed',
  'reddit-embed-bq',
  'reddit-card',
  'text-post-media',
  'imgur-embed-pub',
];

/** The last link to a post: those in its text, which go before, may lead to others. */
const addressInside = (quote: Element): string => {
  const links: string[] = [];
  visit(quote, 'element', (found) => {
    if (found.tagName === 'a') links.push(addressIn(found, 'href'));
  });
  return links.findLast(isPost) ?? links.at(-1) ?? '';
};

const isPost = (address: string): boolean => {
  const absolute = pageAddress(address, undefined);
  const url = absolute === undefined ? undefined : URL.parse(absolute);
  return (
    !!url &&
    sourceOf(url.hostname.replace(/^www\./, '')) !== undefined &&
    /\/(?:status|statuses|p|reel|tv|post|posts|comments|video)\/[\w-]/.test(url.pathname)
  );
};

const invitation = /^(?:View|Sieh|Voir|Ver|Bekijk)\b.{0,40}\bInstagram\.?$/;

const nodeText = (node: ElementContent): string =>
  isElement(node) ? textOf(node).replace(/\s+/g, ' ').trim() : node.type === 'text' ? node.value.trim() : '';
