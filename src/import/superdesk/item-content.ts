import { xmlEscape } from '../../feeds/xml-text.ts';
import { attributeOf, textOfHtml, withoutCode } from '../feeds/html-text.ts';
import type { UpdatePicture } from '../live-blog.ts';
import type { Item } from './post.ts';

/** What an item gives to its post, or why it gives nothing. */
export type PostPiece =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'picture'; readonly picture: UpdatePicture }
  | { readonly kind: 'nothing'; readonly why: string };

/** An item of a post: text, a picture, a quotation, a link in place of an embed, or what a free type says. */
export const pieceOf = (item: Item): PostPiece => {
  if (item.item_type === 'image') return pictureOf(item);
  if (item.item_type === 'quote' && item.meta.quote) return quotationOf(item);
  if (item.item_type === 'embed' && isAddress(item.meta.original_url)) return linkOf(item);
  const html = withoutCode(item.text).trim();
  if (html === '' || (!/<(img|video|audio)[\s/]/i.test(html) && html.length < 4000 && textOfHtml(html) === ''))
    return { kind: 'nothing', why: 'It has no text.' };
  return { kind: 'html', html: hasBlocks.test(html) ? html : `<p>${html}</p>` };
};

/** Whether an item is an advertisement, of which there are several kinds. */
export const isAdvert = ({ item_type }: Item): boolean => /advert/i.test(item_type);

/** Whether an item is a comment by a reader, which editors may show in a post of theirs. */
export const isComment = ({ item_type, commenter }: Item): boolean => /comment/i.test(item_type) || commenter !== '';

/** A picture in the middle of a text. */
export const figureOf = ({ address, alt, caption, credit }: UpdatePicture): string => {
  const words = [caption, credit].filter((text) => text !== undefined).map(xmlEscape);
  return (
    `<figure><img src="${xmlEscape(address)}" alt="${xmlEscape(alt ?? '')}">` +
    `${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>`
  );
};

const hasBlocks = /<(p|div|ul|ol|dl|blockquote|table|h[1-6]|figure|pre|section|fieldset)[\s/>]/i;
const isAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text);
const lines = (text: string): string => xmlEscape(text).replace(/\r\n?|\n/g, '<br>');

const quotationOf = ({ meta: { quote, credit } }: Item): PostPiece => ({
  kind: 'html',
  html: `<blockquote><p>${lines(quote)}</p>${credit ? `<p>— ${lines(credit)}</p>` : ''}</blockquote>`,
});

/** The HTML of an embed belongs to another site; what the editor saw of it is kept: title, source, description. */
const linkOf = ({ meta: { original_url, title, description, provider_name, credit } }: Item): PostPiece => {
  const source = [provider_name, credit].find((name) => name !== '' && name !== title);
  const link = `<a href="${xmlEscape(original_url)}">${lines(title || original_url)}</a>`;
  const reported = description && description !== title ? `<blockquote><p>${lines(description)}</p></blockquote>` : '';
  return { kind: 'html', html: `<p>${link}${source ? ` (${lines(source)})` : ''}</p>${reported}` };
};

/** The widest rendition, or the picture in the item's HTML where no rendition is given. */
const pictureOf = ({ text, meta }: Item): PostPiece => {
  const { original, baseImage, viewImage, thumbnail } = meta.media.renditions;
  const [best] = [original, baseImage, viewImage, thumbnail]
    .filter(({ href }) => href !== '')
    .sort((a, b) => b.width - a.width);
  const [, tag = ''] = /<img\b([^<>]*)>/i.exec(text) ?? [];
  const address = best?.href ?? widest(tag);
  if (!address) return { kind: 'nothing', why: 'It is a picture without an address.' };
  const alt = meta.alt || textOfHtml(attributeOf(tag, 'alt') ?? '');
  const { caption, credit } = meta.caption || meta.credit ? meta : captionIn(text);
  return {
    kind: 'picture',
    picture: { address, ...(alt && { alt }), ...(caption && { caption }), ...(credit && { credit }) },
  };
};

const widest = (tag: string): string | undefined => {
  const offered = (attributeOf(tag, 'srcset') ?? '').split(/,\s+/).flatMap((candidate) => {
    const [address, width = ''] = candidate.trim().split(/\s+/);
    return address ? [{ address, width: Number.parseInt(width, 10) || 0 }] : [];
  });
  const [best] = offered.sort((a, b) => b.width - a.width);
  return textOfHtml(best?.address ?? attributeOf(tag, 'src') ?? '') || undefined;
};

/** Live Blog writes `Caption Credit: Name` below a picture. */
const captionIn = (text: string): { readonly caption: string; readonly credit: string } => {
  const [, after = ''] = text.split(/<figcaption[^<>]*>/i, 2);
  const words = textOfHtml(after.split(/<\/figcaption/i, 1)[0] ?? '');
  const at = words.search(/\bcredit:/i);
  return at < 0
    ? { caption: words, credit: '' }
    : { caption: words.slice(0, at).trim(), credit: words.slice(at + 'credit:'.length).trim() };
};
