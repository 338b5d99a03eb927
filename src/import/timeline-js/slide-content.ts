import { xmlEscape } from '../../feeds/xml-text.ts';
import { isPictureType } from '../feeds/feed-item.ts';
import { attributeOf, textOfHtml } from '../feeds/html-text.ts';
import type { UpdateContent, UpdatePicture } from '../live-blog.ts';
import type { Slide, SlideMedia } from './slide.ts';

/** What a slide shows, and why its media, where it has any, is left out. */
type SlideContent = {
  readonly content: UpdateContent;
  readonly pictures: readonly UpdatePicture[];
  readonly without?: string;
};

/** The text of a slide, with what is no picture below it: a quotation as it is, anything else as a link. */
export const slideContent = ({ text, media }: Slide): SlideContent => {
  const shown = shownBy(media);
  const html = [asParagraph(text.text), 'html' in shown ? shown.html : ''].filter((piece) => piece !== '').join('\n');
  return {
    content: html === '' ? { kind: 'text', value: '' } : { kind: 'html', value: html },
    pictures: 'picture' in shown ? [shown.picture] : [],
    ...('without' in shown && { without: shown.without }),
  };
};

const asParagraph = (html: string): string => (html === '' || hasBlocks.test(html) ? html : `<p>${html}</p>`);

const hasBlocks = /<(p|div|ul|ol|dl|blockquote|table|h[1-6]|figure|pre|section)[\s/>]/i;

type Shown =
  | { readonly picture: UpdatePicture }
  | { readonly html: string }
  | { readonly without: string }
  | Record<never, never>;

const shownBy = (media: SlideMedia): Shown => {
  const { url } = media;
  if (url === '') return {};
  if (/^<blockquote[\s>]/i.test(url)) return { html: url + wordsBelow(media) };
  const address = url.startsWith('<iframe') ? attributeOf(url.slice(0, 4000), 'src')?.replaceAll('&amp;', '&') : url;
  const full = address?.startsWith('//') ? `https:${address}` : address;
  if (full === undefined || /\s|^</.test(full)) return { without: 'It is neither an address nor a quotation.' };
  if (isPictureType({ address: full, type: undefined }) && !/^(?!https?:)[a-z][-+.a-z\d]*:/i.test(full))
    return { picture: pictureOf(media, full) };
  if (!/^https?:\/\//i.test(full)) return { without: `Its address is none of the web: ${full.slice(0, 100)}` };
  return { html: `<p><a href="${xmlEscape(full)}">${xmlEscape(full)}</a></p>${wordsBelow(media)}` };
};

const pictureOf = ({ alt, caption, credit }: SlideMedia, address: string): UpdatePicture => {
  const [said, reported, by] = [alt, caption, credit].map(textOfHtml);
  return { address, ...(said && { alt: said }), ...(reported && { caption: reported }), ...(by && { credit: by }) };
};

const wordsBelow = ({ caption, credit }: SlideMedia): string =>
  [caption, credit].map((html) => (html === '' ? '' : `\n${asParagraph(html)}`)).join('');
